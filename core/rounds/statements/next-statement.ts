/** A statement that may be asked next. */
export interface Askable {
  statementId: string
  /** How many answered it so far. */
  answers: number
}

/**
 * Which statement is asked next (domain.md 6): by chance, weighted to those with fewer answers, so that what was said late is heard
 * too. Each counts 1 / (1 + answers). `chance` is from 0 up to 1, without 1; undefined: nothing is left to ask.
 */
export function nextStatement<One extends Askable>(askable: readonly One[], chance: number): One | undefined {
  const weights = askable.map(({ answers }) => 1 / (1 + answers))
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return askable[index]
  }
  return askable[askable.length - 1]
}
