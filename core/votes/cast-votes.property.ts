import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { BulletinItem, BulletinRollEntry } from './bulletin-format'
import { settleBallots, type Choices, type HandedIn } from './joint'
import type { RecordedBallot, VoteOnRecord } from './make-bulletin'
import { isDecision, type VoteRule } from './rules'
import { frozenHash } from './seal'
import { DECISION_OPTIONS } from './tally'

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What one adult of a voter handed in, and when. */
interface Handed {
  caster: number
  choices: Choices
}

const RULES: readonly VoteRule[] = [
  'owners_ordinary',
  'owners_special',
  'owners_unanimous',
  'households',
  'poll',
]
const POLL_OPTIONS = ['红', '黄', '蓝', '绿']

const anyItem = fc
  .record({
    rule: fc.constantFrom(...RULES),
    most: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ rule, most }) =>
    isDecision(rule)
      ? { rule, options: [...DECISION_OPTIONS] }
      : { rule, options: POLL_OPTIONS, ...(most === undefined ? {} : { max_choices: most }) },
  )
const anyItems: fc.Arbitrary<BulletinItem[]> = fc
  .array(anyItem, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((item, index) => ({ id: `i${index + 1}`, title: `第${index + 1}件`, ...item })))

const anyChoice = ({ options, max_choices: most }: BulletinItem): fc.Arbitrary<string | string[]> => {
  const one = fc.constantFrom(...options)
  return most === undefined ? one : fc.oneof(one, fc.subarray(options, { maxLength: most }))
}
const anyChoices = (items: readonly BulletinItem[]): fc.Arbitrary<Choices> =>
  fc.record(Object.fromEntries(items.map((item) => [item.id, anyChoice(item)])))

/** Up to 10⁹ m², in 0.01 m²; small ones as often, for ties. */
const anyArea = fc.oneof(fc.nat(3), fc.nat(100_000_000_000))
const anyUnits = fc.array(anyArea, { maxLength: 3 })

const rollOf = (voters: readonly { areas: readonly number[] }[]): BulletinRollEntry[] =>
  voters.map(({ areas }, voter) => ({
    voter: `v${voter}`,
    units: areas.map((area, unit) => ({ unit: `u${voter}.${unit}`, area_centi_m2: area })),
  }))

/** What became of all ballots of one voter, in whatever order they are read. */
export function settled(
  items: readonly BulletinItem[],
  voter: string,
  handed: readonly Handed[],
): RecordedBallot[] {
  const ballots = handed.map(({ caster, choices }, index): HandedIn => {
    const ballotId = `${voter}.${index}`
    return { ballotId, casterId: `${voter}/${caster}`, channel: 'online', at: index, choices }
  })
  const itemIds = items.map(({ id }) => id)
  return settleBallots(ballots, itemIds, null).map(({ ballotId, ...ballot }) => ({
    ...ballot,
    voter,
    channel: 'online',
    receipt: sha256(ballotId).slice(0, 32),
  }))
}

/** Puts the hash of what is frozen into a vote. */
export function frozen(record: VoteOnRecord): VoteOnRecord {
  return { ...record, vote: { ...record.vote, frozen_sha256: frozenHash(record, sha256) } }
}

export const VOTE: VoteOnRecord['vote'] = {
  id: 'vote',
  community: 'community',
  title: '修不修电梯',
  text_sha256: sha256('修不修电梯\n电梯旧了'),
  frozen_sha256: '',
  secrecy: 'named',
  binding: 'advisory',
  opened_at: '2026-03-01T00:00:00.000Z',
  closed_at: '2026-03-20T10:00:00.000Z',
  settings: { imputed_majority: false, parking_counts: false, disclosure: 'totals' },
}

/**
 * A vote as it ended: up to a dozen on its roll, up to three adults each, who changed their minds, agreed or differed; some
 * items decided, some only asked.
 */
export const anyVote: fc.Arbitrary<VoteOnRecord> = anyItems.chain((items) => {
  const handed = fc.array(fc.record({ caster: fc.nat(2), choices: anyChoices(items) }), { maxLength: 4 })
  return fc.array(fc.record({ areas: anyUnits, handed }), { maxLength: 12 }).map((voters) =>
    frozen({
      vote: VOTE,
      items,
      roll: rollOf(voters),
      ballots: voters.flatMap((voter, index) => settled(items, `v${index}`, voter.handed)),
    }),
  )
})
