import { bigramsOf, isHan, normalise, runsOf } from './terms'

/** A piece of a text: found by the query, or what stands between. */
export interface TextPart {
  text: string
  hit: boolean
}

/** Characters a list shows of a text. */
export const SNIPPET_LENGTH = 60
/** Characters shown before the first hit, so that it reads as a sentence. */
const BEFORE_HIT = 12

/** Each character in the form it is looked for by; one character stays one place, whatever its form is made of. */
const formsOf = (characters: readonly string[]): string[] =>
  characters.map((character) => Array.from(normalise(character))[0] ?? '')

/** Needles, longest first: a run as it was typed, else its pairs. */
function needlesOf(query: string): string[][] {
  const runs = runsOf(query)
  const pairs = runs.filter(isHan).flatMap(bigramsOf)
  return [...runs, ...pairs]
    .map((needle) => Array.from(needle))
    .sort((one, other) => other.length - one.length)
}

function hitsIn(forms: readonly string[], query: string): boolean[] {
  const hits = forms.map(() => false)
  for (const needle of needlesOf(query)) {
    for (let start = 0; start + needle.length <= forms.length; start += 1) {
      if (needle.every((character, index) => forms[start + index] === character)) {
        hits.fill(true, start, start + needle.length)
      }
    }
  }
  return hits
}

/** The text in pieces, what the query found marked. The pieces joined are the text again. */
export function highlight(text: string, query: string): TextPart[] {
  const characters = Array.from(text)
  const hits = hitsIn(formsOf(characters), query)
  const parts: TextPart[] = []
  characters.forEach((character, index) => {
    const hit = hits[index] as boolean
    const last = parts[parts.length - 1]
    if (last && last.hit === hit) last.text += character
    else parts.push({ text: character, hit })
  })
  return parts
}

/** At most SNIPPET_LENGTH characters of a text around the first thing found, blanks as one; … where something was left out. */
export function snippetOf(text: string, query: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  const first = hitsIn(formsOf(characters), query).indexOf(true)
  const start = characters.length <= SNIPPET_LENGTH ? 0 : Math.max(0, first - BEFORE_HIT)
  const end = start + SNIPPET_LENGTH
  const shown = characters.slice(start, end).join('')
  return `${start > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`
}
