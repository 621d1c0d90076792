import { act, renderHook } from '@testing-library/react'
import { phone } from '../../tests/taro/taro'
import { useDraft } from './useDraft'

interface Words {
  title: string
}
const parse = (kept: unknown) => (typeof kept === 'object' ? (kept as Partial<Words>) : undefined)
const open = (key: string | undefined = 'words') =>
  renderHook((now: string | undefined) => useDraft<Words>(now, { title: '' }, parse), { initialProps: key })

describe('what is being written', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('is kept after a pause in writing', () => {
    const { result } = open()
    act(() => result.current.change({ title: '灯' }))
    expect(phone.stored.size).toBe(0)
    act(() => jest.advanceTimersByTime(300))
    expect(phone.stored.get('linli.words')).toEqual({ title: '灯' })
  })

  it('is kept when the page is closed, and there again when it opens', () => {
    const { result, unmount } = open()
    act(() => result.current.change({ title: '灯' }))
    unmount()
    expect(open().result.current.value).toEqual({ title: '灯' })
  })

  it('is forgotten once it was sent, also when the page closes after it', () => {
    const { result, unmount } = open()
    act(() => result.current.change({ title: '灯' }))
    act(() => jest.advanceTimersByTime(300))
    act(() => result.current.drop())
    unmount()
    expect(open().result.current.value).toEqual({ title: '' })
  })

  it('begins anew when what was kept is not understood', () => {
    phone.stored.set('linli.words', 'old')
    expect(open().result.current.value).toEqual({ title: '' })
  })

  it('is forgotten when it was sent after its form was left, and emptied in the one opened since', () => {
    const first = open()
    act(() => first.result.current.change({ title: '灯' }))
    first.unmount()
    const second = open()
    act(() => first.result.current.drop())
    expect(second.result.current.value).toEqual({ title: '' })
    expect(phone.stored.size).toBe(0)
  })

  it('is left alone where somebody went on writing since', () => {
    const first = open()
    act(() => first.result.current.change({ title: '灯' }))
    first.unmount()
    const second = open()
    act(() => second.result.current.change({ title: '灯，还有门' }))
    act(() => first.result.current.drop())
    second.unmount()
    expect(phone.stored.get('linli.words')).toEqual({ title: '灯，还有门' })
  })

  it('is another one under another key', () => {
    const { result, rerender } = open('a')
    act(() => result.current.change({ title: '灯' }))
    rerender('b')
    expect(result.current.value).toEqual({ title: '' })
    rerender('a')
    expect(result.current.value).toEqual({ title: '灯' })
  })

  it('waits until it is known whose it is', () => {
    const { result, rerender, unmount } = renderHook(
      (key: string | undefined) => useDraft<Words>(key, { title: '' }, parse),
      { initialProps: undefined as string | undefined },
    )
    act(() => result.current.change({ title: '灯' }))
    rerender('amei')
    expect(result.current.value).toEqual({ title: '灯' })
    unmount()
    expect(phone.stored.get('linli.amei')).toEqual({ title: '灯' })
  })
})
