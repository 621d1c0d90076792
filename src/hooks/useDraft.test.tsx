import { act, renderHook } from '@testing-library/react'
import { phone } from '../../tests/taro/taro'
import { useDraft } from './useDraft'

interface Words {
  title: string
}
const parse = (kept: unknown) => (typeof kept === 'object' ? (kept as Partial<Words>) : undefined)
const open = () => renderHook(() => useDraft<Words>('words', { title: '' }, parse))

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
})
