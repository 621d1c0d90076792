import { act, fireEvent, renderHook } from '@testing-library/react'
import { useStrokes } from './finger'

const onStart = jest.fn()
const rest = { onMove: () => undefined, onEnd: () => undefined }
let stage: HTMLElement

beforeEach(() => {
  jest.useFakeTimers()
  onStart.mockClear()
  stage = document.body.appendChild(document.createElement('div'))
  stage.id = 'stage'
})
afterEach(() => {
  stage.remove()
  jest.useRealTimers()
})

it('a tap is one stroke: the mouse that the browser makes of it is no second one', async () => {
  const { result } = renderHook(() => useStrokes('stage', { onStart, ...rest }))
  await act(async () => result.current.onTouchStart({ touches: [{ clientX: 2, clientY: 2 }] }))
  act(() => result.current.onTouchEnd())
  fireEvent.mouseDown(stage)
  fireEvent.mouseUp(stage)
  expect(onStart).toHaveBeenCalledTimes(1)
})

it('a mouse is followed where nobody touches, and again a while after somebody did', async () => {
  const { result } = renderHook(() => useStrokes('stage', { onStart, ...rest }))
  fireEvent.mouseDown(stage)
  await act(async () => result.current.onTouchStart({ touches: [{ clientX: 2, clientY: 2 }] }))
  act(() => result.current.onTouchEnd())
  jest.advanceTimersByTime(600)
  fireEvent.mouseDown(stage)
  expect(onStart).toHaveBeenCalledTimes(3)
})
