import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { isWeapp } from './device'

/** A point of an element, as parts of its width and height: 0 to 1. */
export interface Point {
  x: number
  y: number
}

export interface Strokes {
  onStart: (point: Point) => void
  onMove: (point: Point) => void
  onEnd: () => void
}

interface Touched {
  touches: { clientX: number; clientY: number }[]
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** So long after a touch the browser tells the same tap once more, as a mouse. */
const ECHO_MS = 500

/**
 * Follows a finger over the element with this id, and the mouse on the H5 site. Answers the handlers that the element
 * needs; where it lies is asked when the finger comes down.
 */
export function useStrokes(id: string, strokes: Strokes) {
  const latest = useRef(strokes)
  useEffect(() => {
    latest.current = strokes
  })
  const box = useRef<Box>()
  const touchedAt = useRef(0)
  useMouse({ id, box, latest, touchedAt })
  const tell = (how: 'onStart' | 'onMove', event: Touched) => {
    const touch = event.touches[0]
    if (touch && box.current) latest.current[how](pointIn(box.current, touch))
  }
  return {
    onTouchStart: (event: unknown) => {
      touchedAt.current = Date.now()
      void boxOf(id).then((found) => {
        box.current = found
        tell('onStart', event as Touched)
      })
    },
    onTouchMove: (event: unknown) => tell('onMove', event as Touched),
    onTouchEnd: () => {
      touchedAt.current = Date.now()
      latest.current.onEnd()
    },
    onTouchCancel: () => latest.current.onEnd(),
  }
}

interface Mouse {
  id: string
  box: { current: Box | undefined }
  latest: { readonly current: Strokes }
  touchedAt: { readonly current: number }
}

function useMouse({ id, box, latest, touchedAt }: Mouse): void {
  useEffect(() => {
    const element = isWeapp ? null : document.getElementById(id)
    if (!element) return undefined
    let down = false
    const onMouseDown = (event: MouseEvent) => {
      if (Date.now() - touchedAt.current < ECHO_MS) return
      down = true
      box.current = element.getBoundingClientRect()
      latest.current.onStart(pointIn(box.current, event))
    }
    const onMouseMove = (event: MouseEvent) => {
      if (down && box.current) latest.current.onMove(pointIn(box.current, event))
    }
    const onMouseUp = () => {
      if (down) latest.current.onEnd()
      down = false
    }
    element.addEventListener('mousedown', onMouseDown)
    document.addEventListener('mousemove', onMouseMove)
    document.addEventListener('mouseup', onMouseUp)
    return () => {
      element.removeEventListener('mousedown', onMouseDown)
      document.removeEventListener('mousemove', onMouseMove)
      document.removeEventListener('mouseup', onMouseUp)
    }
  }, [id, box, latest, touchedAt])
}

function pointIn({ left, top, width, height }: Box, at: { clientX: number; clientY: number }): Point {
  return { x: (at.clientX - left) / width, y: (at.clientY - top) / height }
}

function boxOf(id: string): Promise<Box> {
  if (!isWeapp) {
    const element = document.getElementById(id)
    return Promise.resolve(element?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 })
  }
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec((found: (Box | null)[]) => resolve(found[0] ?? { left: 0, top: 0, width: 1, height: 1 }))
  })
}
