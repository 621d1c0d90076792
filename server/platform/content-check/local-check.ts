import { Mint } from 'mint-filter'
import { CONCERNS, type Concern } from '#core/moderation'
import type { ContentCheck } from './content-check'
import { joined, plain, unbroken } from './normalise'
import { holdsPrivateData, holdsWebAddress } from './private-data'
import { readWordLists, type WordLists } from './word-lists'

/** Stands for a harmless phrase that was taken out: no listed word holds it. */
const GAP = '。'
const LETTERS = /^[a-z]+$/

/** Our own check: word lists in files, and patterns of private data. Pure, and fast enough for the request that asks. */
export function createLocalCheck(lists: WordLists = readWordLists()): ContentCheck {
  const find = finderOf(lists.concerns)
  const harmless = anyOf(lists.allowed)
  return {
    check: (text) => {
      const read = plain(text, lists.simplified)
      const close = joined(read)
      const texts = [...new Set([close, unbroken(close)])].map((one) => one.replace(harmless, GAP))
      const found = new Set<Concern>(find(read, texts))
      if (holdsPrivateData(read)) found.add('private_data')
      if (holdsWebAddress(read)) found.add('ads')
      const concerns = CONCERNS.filter((concern) => found.has(concern))
      return { verdict: concerns.length === 0 ? 'clear' : 'unsure', concerns }
    },
  }
}

/** Any of the phrases, the longest first; of none, nothing. */
function anyOf(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length)
  const escaped = longestFirst.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(escaped.join('|') || '(?!)', 'g')
}

type Finder = (plainText: string, joinedTexts: readonly string[]) => Concern[]

/** Words of letters are found as whole words only: "usb" holds no insult. */
function finderOf(concerns: ReadonlyMap<string, Concern>): Finder {
  const words = [...concerns.keys()].map((word) => word.toLowerCase())
  const filter = new Mint(withoutLonger(words.filter((word) => !LETTERS.test(word))))
  const abbreviations = new Set(words.filter((word) => LETTERS.test(word)))
  return (plainText, joinedTexts) =>
    [
      ...joinedTexts.flatMap((text) => filter.filter(text, { replace: false }).words),
      ...(plainText.match(/[a-z]+/g) ?? []).filter((word) => abbreviations.has(word)),
    ].flatMap((word) => concerns.get(word) ?? [])
}

/**
 * Leaves out words that hold another one: the shorter finds them. mint-filter 4.0.3 needs it too: it doesn't look for a
 * word that ends inside a longer one which then doesn't come (docs/adr/0013).
 */
function withoutLonger(words: readonly string[]): string[] {
  return words.filter((word) => !words.some((other) => other !== word && word.includes(other)))
}
