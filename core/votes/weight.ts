/** What is counted of a set of voters: how many persons, and the area of their units in 0.01 m². */
export interface Weight {
  persons: number
  areaCentiM2: number
}

export const NOTHING: Weight = { persons: 0, areaCentiM2: 0 }

/** The weight of several voters together. */
export function sumOf(weights: readonly Weight[]): Weight {
  const sum = { ...NOTHING }
  for (const { persons, areaCentiM2 } of weights) {
    sum.persons += persons
    sum.areaCentiM2 += areaCentiM2
  }
  return sum
}

/** A share of a whole, such as two thirds. */
export interface Share {
  numerator: number
  denominator: number
}

const HALF_BITS = 2 ** 26

/** `a · n` in two digits, so that nothing is rounded: `a` up to 2⁵³, `n` small. */
function timesOf(a: number, n: number): [high: number, low: number] {
  const low = (a % HALF_BITS) * n
  return [Math.floor(a / HALF_BITS) * n + Math.floor(low / HALF_BITS), low % HALF_BITS]
}

/**
 * How `part` stands to that share of `whole`: above 0 when it is more, 0 when it is exactly that. Compared by
 * cross-multiplication: nothing is divided, so nothing is rounded at a threshold (domain.md 7).
 */
export function compareToShare(part: number, whole: number, { numerator, denominator }: Share): number {
  const [high, low] = timesOf(part, denominator)
  const [wholeHigh, wholeLow] = timesOf(whole, numerator)
  return high - wholeHigh || low - wholeLow
}
