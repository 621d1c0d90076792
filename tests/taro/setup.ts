import { configure, getConfig } from '@testing-library/react'
import { resetPhone } from './taro'

// jsdom has no Web Crypto of its own in older Node versions.
if (typeof globalThis.crypto?.getRandomValues !== 'function') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  Object.defineProperty(globalThis, 'crypto', { value: require('node:crypto').webcrypto })
}

const ANSWERED_WITHIN_MS = 20
const { asyncWrapper } = getConfig()

// A person looks after the answer came, not in the same tick; on a busy machine that takes a moment.
configure({
  asyncUtilTimeout: 5_000,
  asyncWrapper: async (act) => {
    const result = await asyncWrapper(act)
    await asyncWrapper(() => new Promise((resolve) => setTimeout(resolve, ANSWERED_WITHIN_MS)))
    return result
  },
})

beforeEach(resetPhone)
