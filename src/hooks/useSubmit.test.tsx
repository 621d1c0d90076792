import { act, renderHook } from '@testing-library/react'
import { NetworkError, ReadableError } from '@/platform/readable-error'
import { deferred } from '../../tests/taro/deferred'
import { useSubmit } from './useSubmit'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function submitting(...outcomes: (string | Error)[]) {
  const keys: string[] = []
  const done = jest.fn()
  const send = (_input: string, key: string) => {
    keys.push(key)
    const outcome = outcomes[keys.length - 1] ?? 'ok'
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  const { result } = renderHook(() => useSubmit(send, done))
  return { keys, done, result, submit: (input: string) => act(() => result.current.submit(input)) }
}

describe('sending', () => {
  it('goes out once, with a key of its own', async () => {
    const { keys, done, submit } = submitting('办好了')
    expect(await submit('灯不亮')).toBe(true)
    expect(keys[0]).toMatch(UUID_V4)
    expect(done).toHaveBeenCalledWith('办好了', '灯不亮')
  })

  it('keeps the key when it is not known whether it happened', async () => {
    const { keys, result, submit } = submitting(new NetworkError(), 'ok')
    expect(await submit('灯不亮')).toBe(false)
    expect(result.current.failure?.message).toMatch('没连上网')
    await submit('灯不亮')
    expect(keys[1]).toBe(keys[0])
    expect(result.current.failure).toBeUndefined()
  })

  it('takes a new key after a refusal, after a success, and for another input', async () => {
    const { keys, submit } = submitting(
      new ReadableError('请写一句话', 'title'),
      'ok',
      new NetworkError(),
      'ok',
    )
    for (const input of ['a', 'a', 'a', 'b']) await submit(input)
    expect(new Set(keys).size).toBe(4)
  })

  it('says which field a refusal is about', async () => {
    const { result, submit } = submitting(new ReadableError('请写一句话', 'title'))
    await submit('')
    expect(result.current.failure).toEqual({ message: '请写一句话', field: 'title' })
    act(() => result.current.clear())
    expect(result.current.failure).toBeUndefined()
  })

  it('ignores a second press while it is busy', async () => {
    const answer = deferred<string>()
    const send = jest.fn(() => answer.promise)
    const { result } = renderHook(() => useSubmit<string, string>(send))
    let first: Promise<boolean> = Promise.resolve(false)
    await act(async () => {
      first = result.current.submit('a')
      expect(await result.current.submit('a')).toBe(false)
    })
    expect(result.current.busy).toBe(true)
    await act(async () => answer.resolve('ok'))
    expect(await first).toBe(true)
    expect(send).toHaveBeenCalledTimes(1)
    expect(result.current.busy).toBe(false)
  })
})
