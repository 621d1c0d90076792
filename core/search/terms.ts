/** Longest word kept whole, in characters: a number plate or a phone number fits, a pasted line doesn't fill the index. */
const WORD_LENGTH = 32
/** Terms a query may ask for; more of them find nothing more. */
const QUERY_TERMS = 24

const HAN = /^\p{Script=Han}+$/u
/** Runs of Chinese characters, and words of letters and digits; marks, blanks and emoji separate them. */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Full-width to half-width, one form of each character, small letters: 「ＷＩＦＩ」 is `wifi`. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The runs of a text, normalised, first to last. */
export function runsOf(text: string): string[] {
  return normalise(text).match(RUNS) ?? []
}

/** Whether a run is Chinese. */
export function isHan(run: string): boolean {
  return HAN.test(run)
}

/** 楼道灯 → 楼道, 道灯. */
export function bigramsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, index) => `${characters[index] as string}${character}`)
}

const wordOf = (run: string): string => Array.from(run).slice(0, WORD_LENGTH).join('')

/**
 * What a text is found by: pairs of neighbouring Chinese characters, each character for whoever types just one, and
 * words of letters and digits. Chinese has no blanks between words, and a dictionary would miss the names of this estate.
 */
export function termsOf(text: string): string[] {
  const terms = runsOf(text).flatMap((run) =>
    isHan(run) ? [...Array.from(run), ...bigramsOf(run)] : [wordOf(run)],
  )
  return [...new Set(terms)]
}

/** What must all be in a text for it to be found. Empty: nothing to look for. */
export function queryTerms(query: string): string[] {
  const terms = runsOf(query).flatMap((run) => {
    if (!isHan(run)) return [wordOf(run)]
    const pairs = bigramsOf(run)
    return pairs.length > 0 ? pairs : [run]
  })
  return [...new Set(terms)].slice(0, QUERY_TERMS)
}
