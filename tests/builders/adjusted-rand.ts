/** How alike two groupings of the same people are: 1 the same, about 0 what chance gives (Hubert and Arabie 1985). */
export function adjustedRand(one: readonly number[], other: readonly number[]): number {
  const both = pairsIn(one.map((group, index) => `${group}/${String(other[index])}`))
  const [first, second] = [pairsIn(one), pairsIn(other)]
  const expected = (first * second) / pairs(one.length)
  const most = (first + second) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

/** Pairs of people who are in the same group. */
function pairsIn(groupOf: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>()
  for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0)
}

const pairs = (size: number) => (size * (size - 1)) / 2
