import { colourFrom, contrast, groundOf } from './colour'
import { called, isSeen, targetsSeen } from './seen'

/** One stop of the keyboard's focus. */
interface Stop {
  element: HTMLElement
  ring: string | undefined
  /** Where it stands on the page, however far that is scrolled. */
  box: { left: number; top: number; right: number; bottom: number }
}

const stops: Stop[] = []
let noted: ((event: FocusEvent) => void) | undefined

/** Watches where the focus goes, and answers how many stops there should be. */
export function startWalk(): number {
  stops.length = 0
  if (noted) document.removeEventListener('focusin', noted)
  noted = ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const { left, top, right, bottom } = target.getBoundingClientRect()
    const [x, y] = scrolled(target)
    const box = { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
    stops.push({ element: target, ring: undefined, box })
  }
  document.addEventListener('focusin', noted)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  getSelection()?.removeAllRanges()
  return targetsSeen().length
}

/** Looks at the ring of the last stop; a field is drawn as chosen a moment after it is. */
export async function lookAtRing(): Promise<void> {
  const stop = stops[stops.length - 1]
  if (!stop) return
  if (stop.element.closest('.input')) await nextFrames()
  stop.ring = faultOfRing(stop.element) ?? faultOfPlace(stop.element)
}

/** A stop that lies below a bar is no place to be: nobody sees where they are. */
function faultOfPlace(element: HTMLElement): string | undefined {
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  const isThere = there && (element.contains(there) || there.contains(element))
  return isThere ? undefined : 'hidden'
}

async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** How far all that a target lies in is scrolled. */
function scrolled(target: Element): [number, number] {
  let [x, y] = [0, 0]
  for (let one = target.parentElement; one; one = one.parentElement) {
    x += one.scrollLeft
    y += one.scrollTop
  }
  return [x, y]
}

/** What was wrong on the way: left out, out of order, or without a visible ring. */
export function walkEnded(): string[] {
  if (noted) document.removeEventListener('focusin', noted)
  const reached = new Set(stops.map(({ element }) => element))
  return [
    ...targetsSeen()
      .filter((element) => !reached.has(element) && !element.querySelector('input,textarea'))
      .map((element) => `not reached by Tab: ${called(element)}`),
    ...stops
      .filter(({ element }) => !isSeen(element))
      .map(({ element }) => `unseen stop: ${called(element)}`),
    ...stops.flatMap(({ element, ring }) => (ring ? [`focus ${ring}: ${called(element)}`] : [])),
    ...outOfOrder(),
  ]
}

/** Columns and bars are read one after the other; inside each, from the top, and in a line from the left. */
const PARTS =
  '[role=main],[role=banner],[role=contentinfo],[role=navigation],[role=region],[aria-modal=true],.wide__col,.wide__acts'

function outOfOrder(): string[] {
  return stops.slice(1).flatMap((stop, index) => {
    const before = stops[index]
    if (!before || before.element.closest(PARTS) !== stop.element.closest(PARTS)) return []
    const isAbove = stop.box.bottom <= before.box.top + 1
    const isOneLine = Math.abs(stop.box.top - before.box.top) < 4
    const isLeft = isOneLine && stop.box.right <= before.box.left + 1
    return isAbove || isLeft ? [`out of order: ${called(before.element)} then ${called(stop.element)}`] : []
  })
}

/** What is wrong with the ring of the element in focus: two pixels at least, 3:1 against what is around it. */
function faultOfRing(element: HTMLElement): string | undefined {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return pale(outlineColor, element)
  const frame = element.closest<HTMLElement>('.input')
  if (!frame) return 'without a ring'
  const { borderTopWidth, borderTopColor } = getComputedStyle(frame)
  return parseFloat(borderTopWidth) >= 2 ? pale(borderTopColor, frame) : 'without a ring'
}

function pale(computed: string, element: Element): string | undefined {
  const ground = groundOf(element.parentElement)
  const ratio = ground ? contrast(colourFrom(computed), ground) : 0
  return ratio >= 3 ? undefined : `ring of ${ratio.toFixed(2)}`
}
