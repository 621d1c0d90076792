import { act, renderHook, waitFor } from '@testing-library/react'
import { NetworkError } from '@/platform/readable-error'
import { deferred, type Deferred } from '../../tests/taro/deferred'
import { useLoad } from './useLoad'
import * as feedback from '../platform/feedback'

jest.mock('../platform/feedback', () => ({ toast: jest.fn() }))
const toast = feedback.toast as jest.Mock

function answers<T>() {
  const asked: Deferred<T>[] = []
  const ask = () => {
    const next = deferred<T>()
    asked.push(next)
    return next.promise
  }
  return { asked, ask }
}

describe('loading', () => {
  it('shows the skeleton, then the content', async () => {
    const { result } = renderHook(() => useLoad(() => Promise.resolve('灯'), []))
    expect(result.current.status).toBe('loading')
    await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', data: '灯' }))
  })

  it('says what happened, and tries again on request', async () => {
    const { asked, ask } = answers<string>()
    const { result } = renderHook(() => useLoad(ask, []))
    await act(async () => asked[0]?.reject(new NetworkError()))
    expect(result.current).toMatchObject({ status: 'error', message: '没连上网，请看看网络，再试一次。' })
    act(() => result.current.retry())
    expect(result.current.status).toBe('loading')
    await act(async () => asked[1]?.resolve('灯'))
    expect(result.current).toMatchObject({ status: 'ready', data: '灯' })
  })

  it('does not show the reader an error that was not written for them', async () => {
    const { result } = renderHook(() => useLoad(() => Promise.reject(new TypeError('x is undefined')), []))
    await waitFor(() => expect(result.current).toMatchObject({ message: '出了点问题，请再试一次。' }))
  })

  it('drops an answer that comes after a newer question', async () => {
    const { asked, ask } = answers<string>()
    const { result, rerender } = renderHook(({ tab }) => useLoad(ask, [tab]), {
      initialProps: { tab: 'mine' },
    })
    rerender({ tab: 'all' })
    await act(async () => asked[1]?.resolve('全部'))
    await act(async () => asked[0]?.resolve('我的'))
    expect(result.current).toMatchObject({ status: 'ready', data: '全部' })
  })

  it('keeps what is shown while it refreshes, also when that fails', async () => {
    const { asked, ask } = answers<string>()
    const { result } = renderHook(() => useLoad(ask, []))
    await act(async () => asked[0]?.resolve('灯'))
    let refreshed: Promise<boolean> = Promise.resolve(true)
    act(() => {
      refreshed = result.current.refresh()
    })
    expect(result.current).toMatchObject({ status: 'ready', data: '灯' })
    await act(async () => asked[1]?.reject(new NetworkError()))
    expect(await refreshed).toBe(false)
    expect(result.current).toMatchObject({ status: 'ready', data: '灯' })
  })

  it('shows that it tries once more, and says so when it comes to nothing again', async () => {
    const { asked, ask } = answers<string>()
    const { result } = renderHook(() => useLoad(ask, []))
    await act(async () => asked[0]?.resolve('灯'))
    act(() => result.current.retry())
    expect(result.current).toMatchObject({ data: '灯', retrying: true })
    await act(async () => asked[1]?.reject(new NetworkError()))
    expect(result.current).toMatchObject({ data: '灯', retrying: false })
    expect(toast).toHaveBeenCalledTimes(1)
    act(() => result.current.retry())
    await act(async () => asked[2]?.resolve('新灯'))
    expect(result.current).toMatchObject({ data: '新灯', retrying: false })
    expect(toast).toHaveBeenCalledTimes(1)
  })

  it('does not let an older answer overwrite what an act has answered', async () => {
    const { asked, ask } = answers<string>()
    const { result } = renderHook(() => useLoad(ask, []))
    await act(async () => asked[0]?.resolve('办理中'))
    act(() => {
      void result.current.refresh()
      result.current.replace('办好了')
    })
    await act(async () => asked[1]?.resolve('办理中'))
    expect(result.current).toMatchObject({ data: '办好了' })
  })
})
