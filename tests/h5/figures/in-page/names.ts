import { called, isSeen, seen, targetsSeen } from './seen'

/** What a screen reader says of an element; pictures of words are silent. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? element.getAttribute('alt')
  if (label !== null) return label.trim()
  return Array.from(element.childNodes)
    .map((node) => {
      if (node instanceof Text) return node.data
      return node instanceof Element && node.getAttribute('aria-hidden') !== 'true' ? nameOf(node) : ''
    })
    .join('')
    .trim()
}

const isSpeakable = (name: string) => /[\u4e00-\u9fff\d]/.test(name)

/** Pressable things without a name in Chinese. */
export function namelessTargets(): string[] {
  return targetsSeen()
    .filter((element) => !isSpeakable(nameOf(element)))
    .map((element) => `no name: ${called(element)} ${element.outerHTML.slice(0, 80)}`)
}

/** How far from an icon its word may stand. */
const NEAR = 3

/** Icons that neither carry a name nor stand beside the word that they are a picture of. */
export function namelessIcons(): string[] {
  return seen('.icon,[role=img],img,svg')
    .filter((icon) => !isSpeakable(nameOf(icon)) && !hasWordsNear(icon))
    .map((icon) => `no word for: ${called(icon)}`)
}

/** Icons whose name is read out twice or not at all: a picture beside its word is silent. */
export function loudIcons(): string[] {
  return seen('.icon')
    .filter((icon) => icon.closest('[aria-hidden=true]') === null && !icon.getAttribute('aria-label'))
    .map((icon) => `icon without a word and not silent: ${called(icon)}`)
}

function hasWordsNear(icon: Element): boolean {
  // A figure that a screen reader passes over is drawn for the eye, and the words about it stand outside.
  const silent = icon.closest('[aria-hidden=true]:not(.icon)')
  let around: Element | null = silent ?? icon
  for (let step = 0; around && step < NEAR; step += 1) {
    around = around.parentElement
    if (around && isSeen(around) && isSpeakable(nameOf(around))) return true
  }
  return false
}
