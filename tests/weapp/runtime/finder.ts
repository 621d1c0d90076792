/** What a person would mean by a word on the screen. In-page, because it looks at what is really visible. */
export type Found = HTMLElement | null

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

const isDrawn = (element: HTMLElement) => {
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  )
}

/** Nothing lies over its middle. */
function isReachable(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  return hit !== null && (element.contains(hit) || hit.contains(element))
}

export const isDisabled = (element: HTMLElement) =>
  element.closest('button[disabled], [aria-disabled="true"]') !== null

/** What a sheet is called is said by its button, too; the sheet itself is no thing to tap. */
const isDialog = (element: HTMLElement) => element.matches('[role=dialog], [aria-role=dialog]')

/** Only the innermost of nested matches: a page contains every word on it. */
const innermost = (elements: HTMLElement[]) =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)))

/** Elements that `words` may mean, best reading first: its label, its text, its placeholder, a part of its text. */
function readings(root: HTMLElement, words: string): HTMLElement[][] {
  const drawn = Array.from(root.querySelectorAll<HTMLElement>('*')).filter(isDrawn)
  const holding = drawn.filter((element) => collapse(element.textContent ?? '').includes(words))
  return [
    innermost(drawn.filter((element) => element.getAttribute('aria-label') === words && !isDialog(element))),
    innermost(holding.filter((element) => collapse(element.innerText) === words)),
    drawn.filter((element) => element.getAttribute('placeholder') === words),
    innermost(holding.filter((element) => collapse(element.innerText).includes(words))),
  ]
}

/** Are these words on the screen, whatever elements and line breaks they are made of? */
export function shows(root: HTMLElement, words: string): boolean {
  return collapse(root.innerText).includes(collapse(words))
}

/**
 * The elements that a tap on `words` could reach; more than one means that the test must say which. So many as are
 * needed to choose are looked for: what reads just so before what only contains the words, and each first in view, then
 * by scrolling.
 */
export function tappable(root: HTMLElement, words: string, needed = 1): HTMLElement[] {
  const [labelled = [], read = [], hinted = [], containing = []] = readings(root, collapse(words))
  for (const candidates of [[labelled, read, hinted], [containing]]) {
    for (const reach of [isReachable, isReachableByScrolling]) {
      const found = candidates.map((elements) => elements.filter(reach))
      const enough = found.find(({ length }) => length >= needed)
      if (enough) return enough
    }
  }
  return []
}

function isReachableByScrolling(element: HTMLElement): boolean {
  element.scrollIntoView({ block: 'center' })
  return isReachable(element)
}

/** The field that is labelled `words`: by placeholder, by aria-label, or by the text that stands beside it. */
export function field(root: HTMLElement, words: string): Found {
  const [labelled = [], named = [], hinted = []] = readings(root, collapse(words))
  const hint = hinted.filter(isReachable)[0] ?? hinted[0]
  if (hint) return hint
  for (const label of labelled) {
    const own = label.matches('input, textarea') ? label : label.querySelector<HTMLElement>('input, textarea')
    if (own) return own
  }
  for (const label of named) {
    let around = label.parentElement
    while (around && around !== root) {
      const fields = Array.from(around.querySelectorAll<HTMLElement>('input, textarea')).filter(isDrawn)
      if (fields.length > 1) break
      if (fields[0]) return fields[0]
      around = around.parentElement
    }
  }
  return null
}
