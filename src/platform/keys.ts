import { useEffect, useRef } from 'react'
import { isWeapp } from './device'
import { usePageInView } from './page'

export type Keys = Readonly<Partial<Record<string, () => void>>>

/**
 * Single keys on the H5 site, such as J and K in a list. They rest while somebody types, something lies over the page,
 * or another page does: the one below stays mounted.
 */
export function useKeys(keys: Keys): void {
  const inView = usePageInView()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (isWeapp || !inView) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()]
      if (!act || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [inView])
}

function isElsewhere(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return typing || document.querySelector('[aria-modal="true"]') !== null
}

/** The id of what has the keyboard's focus; undefined in the mini-program, which has no keyboard. */
export function focusedId(): string | undefined {
  return isWeapp ? undefined : document.activeElement?.id
}

/** Gives the keyboard's focus to an element. */
export function focusOn(id: string): void {
  if (!isWeapp) document.getElementById(id)?.focus()
}
