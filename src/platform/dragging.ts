import { useEffect, useRef } from 'react'
import { isWeapp } from './device'

/** Elements whose id begins so can be taken with the mouse; the rest of the id says what it is. */
export const TAKEN = 'take-'
/** Elements whose id begins so can be dropped on. */
export const SPOT = 'spot-'

const idAt = (target: EventTarget | null, kind: string): string | undefined =>
  target instanceof Element ? target.closest(`[id^="${kind}"]`)?.id.slice(kind.length) : undefined

/** Dragging with the mouse, in a browser only and always besides a button that does the same. `onDrop`: what, and on which spot. */
export function useDragging(onDrop: (taken: string, spot: string) => void): void {
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    if (isWeapp) return undefined
    let taken: string | undefined
    const take = ({ target }: MouseEvent) => {
      taken = idAt(target, TAKEN)
    }
    const drop = ({ target }: MouseEvent) => {
      const spot = idAt(target, SPOT)
      if (taken !== undefined && spot !== undefined) latest.current(taken, spot)
      taken = undefined
    }
    document.addEventListener('mousedown', take)
    document.addEventListener('mouseup', drop)
    return () => {
      document.removeEventListener('mousedown', take)
      document.removeEventListener('mouseup', drop)
    }
  }, [])
}
