import { resetPhone } from './taro'

// jsdom has no Web Crypto of its own in older Node versions.
if (typeof globalThis.crypto?.getRandomValues !== 'function') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  Object.defineProperty(globalThis, 'crypto', { value: require('node:crypto').webcrypto })
}

beforeEach(resetPhone)
