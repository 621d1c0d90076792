import { act, renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { writePostEndpoint } from '#core/threads'
import { amei, COMMUNITY, signedIn } from '../../../tests/taro/people'
import { OFFLINE, serve, writes } from '../../../tests/taro/server'
import { outbox } from '@/platform/outbox'
import { readStored, store } from '@/platform/storage'
import { useOutbox } from './useOutbox'

const POST = 'POST /communities/*/threads/*/*/posts'
const outgoing = {
  communityId: COMMUNITY,
  params: { communityId: COMMUNITY, subjectKind: 'matter' as const, subjectId: 'm1' },
  body: { text: '谢谢' },
  label: '说：谢谢',
  about: 'm1',
  draft: { key: 'say.draft', value: { text: '谢谢' } },
  page: { route: '/matter', query: {} },
}
const draft = () => readStored<unknown>('say.draft', (kept) => kept)
const write = Taro.setStorageSync
const full = (key: string, value: unknown) => {
  if (key.includes('outbox')) throw new Error('exceed storage max size')
  write(key, value)
}

beforeEach(() => {
  signedIn(amei())
  store('say.draft', { text: '谢谢' })
})
afterEach(() => Object.assign(Taro, { setStorageSync: write }))

const opened = () => {
  const told: string[] = []
  const { result } = renderHook(() =>
    useOutbox(writePostEndpoint, {
      onHandedOver: () => void told.push('handed over'),
      onArrived: () => void told.push('arrived'),
      onWaiting: () => void told.push('waiting'),
      onRefused: () => void told.push('the form’s again'),
    }),
  )
  return { result, told }
}

it('is in the box, and the draft gone, where the phone keeps it', async () => {
  serve({ 'GET /me': amei(), [POST]: OFFLINE })
  const { result, told } = opened()
  await act(async () => void (await result.current.send(outgoing)))
  expect(told).toEqual(['handed over', 'waiting'])
  expect([outbox.list().length, draft()]).toEqual([1, undefined])
})

it('stays in the form on a phone that is full, and goes out from there under the same key', async () => {
  Object.assign(Taro, { setStorageSync: full })
  const asked = serve({ 'GET /me': amei(), [POST]: OFFLINE })
  const { result, told } = opened()
  await act(async () => void (await result.current.send(outgoing)))
  expect(told).toEqual(['the form’s again'])
  expect([outbox.list(), draft()]).toEqual([[], { text: '谢谢' }])
  expect(result.current.failure?.message).toMatch(/没连上网/)
  await act(async () => void (await result.current.send(outgoing)))
  const keys = writes(asked).map(({ key }) => key)
  expect(keys).toEqual([keys[0], keys[0]])
})
