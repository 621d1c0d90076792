import { useEffect, useState } from 'react'

/** True while `on` and for a moment after, so that what leaves the screen leaves it whole. */
export function useLinger(on: boolean, milliseconds: number): boolean {
  const [lingers, setLingers] = useState(on)
  useEffect(() => {
    if (on) {
      setLingers(true)
      return undefined
    }
    const timer = setTimeout(() => setLingers(false), milliseconds)
    return () => clearTimeout(timer)
  }, [on, milliseconds])
  return on || lingers
}
