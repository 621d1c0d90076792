import { median } from './load'
import type { Result } from './measure'

const ROUNDS = 5

/** Our work against the least there is to do for it, in this process and in turns. In seconds; the ratio is bare : ours. */
export function inTurns(name: string, ours: () => unknown, bare: () => unknown): Result {
  for (const warmUp of [ours, bare]) warmUp()
  const pairs = Array.from({ length: ROUNDS }, () => {
    const one = secondsFor(ours)
    return [one, secondsFor(bare)] as const
  })
  return {
    name,
    ratio: median(pairs.map(([one, other]) => other / one)),
    first: median(pairs.map(([one]) => one)),
    second: median(pairs.map(([, other]) => other)),
  }
}

function secondsFor(work: () => unknown): number {
  const begun = performance.now()
  work()
  return (performance.now() - begun) / 1000
}
