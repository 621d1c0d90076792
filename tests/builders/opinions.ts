import { Random } from 'ml-random'
import type { Opinion, Stance } from '#core/rounds'

export interface OpinionsOptions {
  people: number
  statements: number
  /** 0: everybody answers at random. */
  groups: number
  /** Of what is asked, how much one answers. */
  answered: number
  /** Of what one answers, how much isn't what their group holds. */
  noise: number
  seed: number
}

const STANCES: readonly Stance[] = ['agree', 'disagree', 'pass']

/** Answers of people whose group is known (`truth`). Groups differ on three statements of five, and agree on the others. */
export function makeOpinions(options: OpinionsOptions): {
  opinions: Opinion[]
  statementIds: string[]
  truth: Map<string, number>
} {
  const random = new Random(options.seed)
  const anyStance = (): Stance => STANCES[random.randInt(3)] ?? 'pass'
  const side = (): Stance => (random.random() < 0.5 ? 'agree' : 'disagree')
  const statementIds = Array.from({ length: options.statements }, (_, n) => `s${n}`)
  const shared = statementIds.map(side)
  const held = Array.from({ length: options.groups }, () =>
    statementIds.map((_id, n) => (n % 5 < 3 ? side() : (shared[n] ?? 'pass'))),
  )
  const truth = new Map<string, number>()
  const opinions = Array.from({ length: options.people }, (_, n) => {
    const personId = `p${random.randInt(1_000_000)}-${n}`
    const group = n % Math.max(1, options.groups)
    truth.set(personId, group)
    const says = (at: number): Stance =>
      random.random() < options.noise ? anyStance() : (held[group]?.[at] ?? anyStance())
    const stances = Object.fromEntries(
      statementIds.flatMap((id, at) => (random.random() < options.answered ? [[id, says(at)]] : [])),
    )
    return { personId, stances }
  })
  return { opinions, statementIds, truth }
}
