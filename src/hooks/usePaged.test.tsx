import { act, renderHook, waitFor } from '@testing-library/react'
import { NetworkError } from '@/platform/readable-error'
import { deferred } from '../../tests/taro/deferred'
import { usePaged, type Page } from './usePaged'

const PAGES: Record<string, Page<string>> = {
  first: { items: ['1', '2'], nextCursor: 'second' },
  second: { items: ['3'], nextCursor: null },
}
const load = (cursor = 'first') => Promise.resolve(PAGES[cursor] ?? { items: [] })

describe('a list that is loaded page by page', () => {
  it('adds page after page, until there is no more', async () => {
    const { result } = renderHook(() => usePaged(load, []))
    await waitFor(() => expect(result.current.state).toMatchObject({ data: ['1', '2'] }))
    expect(result.current.more.has).toBe(true)
    await act(async () => result.current.more.load())
    expect(result.current.state).toMatchObject({ data: ['1', '2', '3'] })
    expect(result.current.more.has).toBe(false)
  })

  it('asks for a page once, however often one scrolls', async () => {
    const asked = jest.fn(load)
    const { result } = renderHook(() => usePaged(asked, []))
    await waitFor(() => expect(result.current.more.has).toBe(true))
    await act(async () => {
      result.current.more.load()
      result.current.more.load()
    })
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('keeps the list when a further page fails, and tries that page again', async () => {
    let failing = true
    const flaky = (cursor?: string) => (cursor && failing ? Promise.reject(new NetworkError()) : load(cursor))
    const { result } = renderHook(() => usePaged(flaky, []))
    await waitFor(() => expect(result.current.more.has).toBe(true))
    await act(async () => result.current.more.load())
    expect(result.current.more.message).toMatch('没连上网')
    expect(result.current.state).toMatchObject({ data: ['1', '2'] })
    failing = false
    await act(async () => result.current.more.load())
    expect(result.current.state).toMatchObject({ data: ['1', '2', '3'] })
  })

  it('drops a further page of a list that has been left', async () => {
    const late = deferred<Page<string>>()
    const loadOf = (list: string) => (cursor?: string) =>
      cursor ? late.promise : Promise.resolve({ items: [list], nextCursor: 'next' })
    const { result, rerender } = renderHook(({ list }) => usePaged(loadOf(list), [list]), {
      initialProps: { list: 'mine' },
    })
    await waitFor(() => expect(result.current.more.has).toBe(true))
    act(() => result.current.more.load())
    rerender({ list: 'all' })
    await waitFor(() => expect(result.current.state).toMatchObject({ data: ['all'] }))
    await act(async () => late.resolve({ items: ['too late'] }))
    expect(result.current.state).toMatchObject({ data: ['all'] })
    expect(result.current.more).toMatchObject({ has: true, busy: false })
  })

  it('can be changed by an act without losing its place', async () => {
    const { result } = renderHook(() => usePaged(load, []))
    await waitFor(() => expect(result.current.more.has).toBe(true))
    act(() => result.current.state.replace(['2']))
    expect(result.current.state).toMatchObject({ data: ['2'] })
    await act(async () => result.current.more.load())
    expect(result.current.state).toMatchObject({ data: ['2', '3'] })
  })

  it('stays as long as it was when it is refreshed, and as it was when that fails', async () => {
    let failing = false
    const flaky = (cursor?: string) => (cursor && failing ? Promise.reject(new NetworkError()) : load(cursor))
    const { result } = renderHook(() => usePaged(flaky, []))
    await waitFor(() => expect(result.current.more.has).toBe(true))
    await act(async () => result.current.more.load())
    await act(async () => expect(await result.current.state.refresh()).toBe(true))
    expect(result.current.state).toMatchObject({ data: ['1', '2', '3'] })
    expect(result.current.more.has).toBe(false)
    failing = true
    await act(async () => expect(await result.current.state.refresh()).toBe(false))
    expect(result.current.state).toMatchObject({ data: ['1', '2', '3'] })
  })
})
