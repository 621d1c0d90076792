/** What of a page a person sees and can press. Runs in the browser. */

/** What takes a press or the keyboard's focus. */
export const TARGETS = [
  ...['button', 'link', 'switch', 'checkbox', 'radio', 'tab'].map((role) => `[role=${role}]`),
  ...['a[href]', 'button', 'input:not([type=hidden])', 'textarea', 'select', 'label[for]'],
  '[tabindex="0"]',
].join(',')

/** On the page in view, with a size, not transparent, and not for screen readers only. */
export function isSeen(element: Element): boolean {
  if (element.closest('.unseen')) return false
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1
}

/** All that is seen of a kind. */
export function seen(selector: string): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).filter(isSeen)
}

/** Everything pressable that is seen; what lies over the page takes all presses. */
export function targetsSeen(): HTMLElement[] {
  const layers = seen('[aria-modal=true]')
  const layer = layers[layers.length - 1]
  return seen(TARGETS).filter((element) => !layer || layer.contains(element))
}

/** Words on the page, each with the element that draws them: running text, and what stands in fields. */
export interface Words {
  text: string
  element: HTMLElement
  /** The pseudo-element that draws them. */
  pseudo?: '::placeholder'
}

export function wordsSeen(): Words[] {
  return [...runningText(), ...wordsInFields()]
}

function runningText(): Words[] {
  const found: Words[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim()
    if (!text || !element || !isSeen(element)) continue
    if (!['SCRIPT', 'STYLE', 'TEXTAREA'].includes(element.tagName)) found.push({ text, element })
  }
  return found
}

function wordsInFields(): Words[] {
  return seen('input,textarea').map((element) => {
    const { value, placeholder } = element as HTMLInputElement | HTMLTextAreaElement
    return value || !placeholder
      ? { text: value, element }
      : { text: placeholder, element, pseudo: '::placeholder' }
  })
}

/** How a finding calls an element: its classes and its first words. */
export function called(element: Element, text = element.textContent ?? ''): string {
  const of = element.classList.length > 0 ? element : (element.closest('[class]') ?? element)
  return `.${Array.from(of.classList).join('.')}「${text.trim().slice(0, 24)}」`
}
