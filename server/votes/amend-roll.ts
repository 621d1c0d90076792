import { rollChangesInWords, type Amendment, type RolledVoter } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Transaction } from '#server/platform/db/index'
import { endDeliveriesOffRoll, endDeliveryOfVoter } from './end-deliveries'
import { endProxiesOffRoll, endProxiesOfVoter } from './end-proxies'
import { rollSettingsOf } from './give-notice'
import { draftOfOwner, makeRoll } from './make-roll'
import { outsidersOf } from './outsiders'
import { areaOf, type VoterRow, type VoteRow } from './repository'
import { listVoters, removeRoll, saveRoll } from './roll-repository'

interface Amended {
  /** What changed, as the timeline says it; null: nothing. */
  words: string | null
  size: { roll_persons?: number; roll_area_centi_m2?: number; outsider_keys?: string[] }
}

/** 更正名册, during notice and on an upheld objection alone: every change is listed (domain.md 7). */
export async function amendRoll(
  tx: Transaction,
  row: VoteRow,
  {
    amendment,
    voterId,
    authorId,
    now,
  }: { amendment: Amendment; voterId: string | null; authorId: string; now: Date },
): Promise<Amended> {
  if (amendment === 'none') return { words: null, size: {} }
  const before = await listVoters(tx, row.community_id, row.vote_id)
  if (amendment === 'rebuild') return rebuild(tx, row, before, now)
  if (amendment === 'add_outsider') return addOutsider(tx, row, before, { authorId, now })
  const voter = before.find((one) => one.voter_id === voterId)
  const leftOut = amendment === 'remove' ? ('removed' as const) : null
  if (!voter || (voter.left_out === null) === (leftOut === null))
    throw new DomainError('VOTE_AMENDMENT_WRONG', 'amendment')
  await tx
    .updateTable('vote_voters')
    .set({ left_out: leftOut })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voter.voter_id)
    .execute()
  if (leftOut) {
    await endProxiesOfVoter(tx, row, voter.voter_id, now)
    await endDeliveryOfVoter(tx, row, voter.voter_id, now)
  }
  const after = before.map((one) => (one === voter ? { ...one, left_out: leftOut } : one))
  return { words: `${amendment === 'remove' ? '去掉' : '加上'}${voter.name}`, size: sizeOfRows(after) }
}

/** 利害关系人: who objects, as the register of owners has them, with all they own in other buildings. */
async function addOutsider(
  tx: Transaction,
  row: VoteRow,
  before: readonly VoterRow[],
  { authorId, now }: { authorId: string; now: Date },
): Promise<Amended> {
  const theirs = await outsidersOf(tx, rollSettingsOf(row, now), authorId)
  const known = new Set(before.map(({ key }) => key))
  const added = theirs.filter(({ key }) => !known.has(key))
  if (added.length === 0) throw new DomainError('VOTE_AMENDMENT_WRONG', 'amendment')
  const rows = await saveRoll(tx, row, added.map(draftOfOwner), before)
  return {
    words: `加上${added.map(({ name }) => name).join('、')}`,
    size: {
      ...sizeOfRows([...before, ...rows]),
      outsider_keys: [...row.outsider_keys, ...added.map(({ key }) => key)],
    },
  }
}

/**
 * From the registers as they are today: what somebody corrected there reaches a roll by this way only. Who stays on it, by the key,
 * stays the same one: with their number, what was objected about them, who votes for them by proxy, and what was decided.
 */
async function rebuild(
  tx: Transaction,
  row: VoteRow,
  before: readonly VoterRow[],
  now: Date,
): Promise<Amended> {
  const roll = await makeRoll(tx, rollSettingsOf(row, now))
  if (roll.problems.some(({ blocks }) => blocks)) throw new DomainError('VOTE_ROLL_BAD')
  await removeRoll(tx, row)
  const after = await saveRoll(tx, row, roll.voters, before)
  await endProxiesOffRoll(tx, row, after, now)
  await endDeliveriesOffRoll(tx, row, after, now)
  return { words: rollChangesInWords(before.map(rolled), after.map(rolled)), size: sizeOfRows(after) }
}

const rolled = ({ key, name, units, left_out, area_centi_m2 }: VoterRow): RolledVoter => ({
  key,
  name,
  units,
  isLeftOut: left_out !== null,
  areaCentiM2: areaOf(area_centi_m2),
})

function sizeOfRows(rows: readonly VoterRow[]): { roll_persons: number; roll_area_centi_m2: number } {
  const counted = rows.filter(({ left_out: leftOut }) => leftOut === null)
  return {
    roll_persons: counted.length,
    roll_area_centi_m2: counted.reduce((sum, { area_centi_m2: area }) => sum + areaOf(area), 0),
  }
}
