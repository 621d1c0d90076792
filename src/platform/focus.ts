import { useEffect, useRef } from 'react'
import { isWeapp } from './device'

const ENTERS_EVERY_MS = 50
/** Half a second: Taro’s elements move what is in them once more when they wake up, and the browser lets go of the focus. */
const STAYS_FOR = 10

/** What lies over the page, the topmost last. */
const layers: object[] = []

/**
 * Keyboard behaviour of what lies over the page, on the H5 site: the focus goes into it, stays in it, Escape puts it
 * away, and afterwards the focus is where it was. Of several layers only the topmost hears.
 */
export function useModalFocus(open: boolean, id: string, onEscape: () => void): void {
  const escape = useRef(onEscape)
  useEffect(() => {
    escape.current = onEscape
  })
  useEffect(() => {
    if (isWeapp || !open) return undefined
    const before = document.activeElement
    const layer = {}
    layers.push(layer)
    const onKeyDown = (event: KeyboardEvent) => {
      if (layers[layers.length - 1] !== layer) return
      if (event.key === 'Escape') escape.current()
      if (event.key === 'Tab') keepInside(event, id)
    }
    document.addEventListener('keydown', onKeyDown)
    // The popup is drawn a moment after it is asked for, on a slow phone a long one.
    let stays = 0
    const entering = setInterval(() => {
      stays = isEntered(id) ? stays + 1 : 0
      if (stays === STAYS_FOR) clearInterval(entering)
    }, ENTERS_EVERY_MS)
    return () => {
      clearInterval(entering)
      document.removeEventListener('keydown', onKeyDown)
      layers.splice(layers.indexOf(layer), 1)
      // It is where it was when it was pressed: the page stays where it is.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [open, id])
}

/** Goes in, if there is something to go to. Who is quicker than that keeps the field they chose. */
function isEntered(id: string): boolean {
  const isInside = () => document.getElementById(id)?.contains(document.activeElement) ?? false
  if (!isInside()) targetsIn(id)[0]?.focus()
  return isInside()
}

function targetsIn(id: string): HTMLElement[] {
  const targets = document
    .getElementById(id)
    ?.querySelectorAll<HTMLElement>('[tabindex="0"], input, textarea, a[href]')
  return targets ? Array.from(targets).filter(isShown) : []
}

/** What care mode leaves out is no stop. Browsers without this question take it for shown. */
function isShown(element: HTMLElement): boolean {
  return 'checkVisibility' in element ? element.checkVisibility() : true
}

function keepInside(event: KeyboardEvent, id: string): void {
  const targets = targetsIn(id)
  const edge = event.shiftKey ? targets[0] : targets[targets.length - 1]
  const active = document.activeElement
  const inside = targets.some((target) => target === active)
  if (inside && active !== edge) return
  event.preventDefault()
  const next = event.shiftKey ? targets[targets.length - 1] : targets[0]
  next?.focus()
}
