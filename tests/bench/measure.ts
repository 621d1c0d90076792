import { Clients, median, percentile, type Load, type Request } from './load'

/** Two servers asked the same, in turns, so that what else the machine does meets both. */
export interface Duel {
  name: string
  first: { origin: string; next: () => Request }
  second: { origin: string; next: () => Request }
}

/** How long and how often. Before that so many calls warm up both, for so long at most: what is not compiled yet is not measured. */
export interface Pace {
  clients: number
  rounds: number
  milliseconds: number
  warmUp: { calls: number; milliseconds: number }
}

/** What a duel came to: medians over its rounds. */
export interface Result {
  name: string
  ratio: number
  first: number
  second: number
}

/** How many calls a second the first answers for each one of the second. */
export const throughputs = (duel: Duel, pace: Pace): Promise<Result> =>
  fight(duel, pace, ({ perSecond }) => perSecond)

/** How long half of the first's answers take at most, compared with the second's; in milliseconds. */
export const halfTimes = (duel: Duel, pace: Pace): Promise<Result> =>
  fight(duel, pace, ({ latencies }) => median(latencies))

/** The same for all but one in twenty. */
export const slowTimes = (duel: Duel, pace: Pace): Promise<Result> =>
  fight(duel, pace, ({ latencies }) => percentile(latencies, 95))

async function fight(
  { name, first, second }: Duel,
  { clients, rounds, milliseconds, warmUp }: Pace,
  of: (load: Load) => number,
): Promise<Result> {
  const [ours, theirs] = [new Clients(first.origin, clients), new Clients(second.origin, clients)]
  const pairs: [number, number][] = []
  try {
    for (const [asking, { next }] of [
      [ours, first],
      [theirs, second],
    ] as const) {
      await asking.ask(next, warmUp.milliseconds, warmUp.calls)
    }
    for (let round = 0; round < rounds; round++) {
      const one = async () => of(await ours.ask(first.next, milliseconds))
      const other = async () => of(await theirs.ask(second.next, milliseconds))
      const pair: [number, number] = [0, 0]
      const turns = round % 2 === 0 ? [0, 1] : [1, 0]
      for (const turn of turns) pair[turn] = await (turn === 0 ? one() : other())
      pairs.push(pair)
    }
  } finally {
    ours.close()
    theirs.close()
  }
  return {
    name,
    ratio: median(pairs.map(([one, other]) => one / other)),
    first: median(pairs.map(([one]) => one)),
    second: median(pairs.map(([, other]) => other)),
  }
}
