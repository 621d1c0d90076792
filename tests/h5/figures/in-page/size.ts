import { called, targetsSeen, wordsSeen } from './seen'

/** Half a pixel of rounding is nobody's fault. */
const ROUNDING = 0.5
const LEAST_LINE_HEIGHT = 1.3

/** Words that are smaller than `least` px. */
export function smallType(least: number): string[] {
  return wordsSeen()
    .map((words) => ({ ...words, size: parseFloat(styleOf(words).fontSize) }))
    .filter(({ size }) => size < least - 0.01)
    .map(({ element, text, size }) => `type of ${size} px: ${called(element, text)}`)
}

/** Lines that stand closer than 1.3 times their type. One sign in a box, as on a key, is no line. */
export function tightLines(): string[] {
  return wordsSeen()
    .map((words) => ({ ...words, ratio: lineHeight(getComputedStyle(words.element)) }))
    .filter(({ text, ratio }) => text.length > 1 && !(ratio >= LEAST_LINE_HEIGHT - 0.001))
    .map(({ element, text, ratio }) => `lines at ${ratio.toFixed(2)}: ${called(element, text)}`)
}

function styleOf({ element, pseudo }: { element: Element; pseudo?: string }): CSSStyleDeclaration {
  return getComputedStyle(element, pseudo)
}

/** 'normal' is what a font says itself, on some phones less than 1.2: it does not count. */
function lineHeight(style: CSSStyleDeclaration): number {
  return style.lineHeight === 'normal' ? 0 : parseFloat(style.lineHeight) / parseFloat(style.fontSize)
}

/** Pressable things that are smaller than a finger in either direction. */
export function smallTargets(least: number): string[] {
  return targetsSeen()
    .map((element) => ({ element, ...sizeOf(element) }))
    .filter(({ width, height }) => Math.min(width, height) < least - ROUNDING)
    .map(
      ({ element, width, height }) =>
        `target of ${width.toFixed(0)} × ${height.toFixed(0)} px: ${called(element)}`,
    )
}

/** Taken out one by one: what a DOMRect is can't be spread. */
function sizeOf(element: Element) {
  const { left, top, right, width, height } = element.getBoundingClientRect()
  return { left, top, right, width, height }
}

/** Targets that lie on one another: the lower one cannot be pressed where it seems to be. */
export function coveredTargets(): string[] {
  return targetsSeen()
    .filter((element) => {
      const { left, top, width, height } = sizeOf(element)
      const [x, y] = [left + width / 2, top + height / 2]
      const isInView = x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight
      const top1 = document.elementFromPoint(x, y)
      return isInView && top1 && !element.contains(top1) && !top1.contains(element) && !isBar(top1)
    })
    .map((element) => `covered: ${called(element)}`)
}

/** What stays while the page below it scrolls. */
const isBar = (element: Element) => element.closest('.screen__head,.screen__foot,.toast') !== null

/** What stands outside of the window to the side, whether the page scrolls there or cuts it off. */
export function runsOver(): string[] {
  return [...wordsSeen().map(({ element }) => element), ...targetsSeen()]
    .filter((element) => {
      const { left, right } = sizeOf(element)
      return left < -1 || right > window.innerWidth + 1
    })
    .map((element) => `runs over to the side: ${called(element)}`)
}
