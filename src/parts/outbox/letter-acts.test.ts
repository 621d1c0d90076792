import Taro from '@tarojs/taro'
import { amei, signedIn } from '../../../tests/taro/people'
import { phone } from '../../../tests/taro/taro'
import { outbox, type Letter } from '@/platform/outbox'
import { readStored } from '@/platform/storage'
import { changeLetter, sendLetter } from './letter-acts'

jest.mock('@/platform/feedback', () => ({ confirm: () => Promise.resolve(true), toast: () => undefined }))

const LONG_AGO = Date.now() - 20 * 86_400_000
const letter: Letter = {
  key: 'k1',
  label: '报事：楼道灯不亮',
  about: 'reports',
  communityId: 'c',
  path: '/communities/c/matters',
  body: { title: '楼道灯不亮' },
  photos: {},
  draft: { key: 'report.draft', value: { title: '楼道灯不亮' } },
  page: { route: '/report', query: {} },
  writtenAt: Date.now(),
}
const draft = () => readStored<unknown>('report.draft', (kept) => kept)
const keys = () => outbox.list().map(({ key }) => key)
const write = Taro.setStorageSync
/** The phone keeps nothing more under a key that names this. */
const fullFor = (name: string) =>
  Object.assign(Taro, {
    setStorageSync: (key: string, value: unknown) => {
      if (key.includes(name)) throw new Error('exceed storage max size')
      write(key, value)
    },
  })

beforeEach(() => {
  signedIn(amei())
  for (const key of keys()) outbox.take(key)
})
afterEach(() => Object.assign(Taro, { setStorageSync: write }))

describe('改一改', () => {
  it('takes the words out of the box once the form has them', async () => {
    outbox.put(letter)
    const opened: string[] = []
    await changeLetter(letter, (route) => void opened.push(route))
    expect([draft(), keys(), opened]).toEqual([{ title: '楼道灯不亮' }, [], ['/report']])
  })

  it('leaves them in the box on a phone that is full', async () => {
    outbox.put(letter)
    fullFor('report.draft')
    const opened: string[] = []
    await changeLetter(letter, (route) => void opened.push(route))
    expect([keys(), opened]).toEqual([['k1'], []])
  })

  it('puts back what was written there before when they are on their way', async () => {
    outbox.put(letter)
    phone.stored.set('linli.report.draft', { title: '另一件' })
    const sending = outbox.send('k1')
    await changeLetter(letter, () => undefined)
    expect(draft()).toEqual({ title: '另一件' })
    await sending
  })
})

it('what is too old goes out under a new key in one write: the box is never without it', async () => {
  outbox.put({ ...letter, writtenAt: LONG_AGO, triedAt: 1 })
  const seen: number[] = []
  const stop = outbox.subscribe(() => void seen.push(outbox.list().length))
  const outcome = await sendLetter({ ...letter, writtenAt: LONG_AGO })
  stop()
  expect(outcome?.state).toBe('waiting')
  expect(seen.every((count) => count === 1)).toBe(true)
  expect(keys()).toHaveLength(1)
  expect(keys()).not.toContain('k1')
})
