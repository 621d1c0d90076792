import { useEffect, useRef } from 'react'
import { usePageInView } from '../platform/page'

/** Runs when the reader comes back to a page that stayed open: from a page on top of it, or from another tab. */
export function useReturn(listener: () => void): void {
  const inView = usePageInView()
  const left = useRef(false)
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    if (!inView) left.current = true
    else if (left.current) {
      left.current = false
      latest.current()
    }
  }, [inView])
}
