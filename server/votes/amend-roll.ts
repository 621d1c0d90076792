import type { Amendment } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Transaction } from '#server/platform/db/index'
import { endProxiesOfVoter, moveProxies } from './end-proxies'
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
  if (leftOut) await endProxiesOfVoter(tx, row, voter.voter_id, now)
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
  const rows = await saveRoll(tx, row, added.map(draftOfOwner), before.length)
  return {
    words: `加上${added.map(({ name }) => name).join('、')}`,
    size: {
      ...sizeOfRows([...before, ...rows]),
      outsider_keys: [...row.outsider_keys, ...added.map(({ key }) => key)],
    },
  }
}

/** From the registers as they are today: what somebody corrected there reaches a roll by this way only. */
async function rebuild(
  tx: Transaction,
  row: VoteRow,
  before: readonly VoterRow[],
  now: Date,
): Promise<Amended> {
  const roll = await makeRoll(tx, rollSettingsOf(row, now))
  if (roll.problems.some(({ blocks }) => blocks)) throw new DomainError('VOTE_ROLL_BAD')
  await removeRoll(tx, row)
  const after = await saveRoll(tx, row, roll.voters)
  await moveProxies(tx, row, { before, after }, now)
  return { words: differenceInWords(before, after), size: sizeOfRows(after) }
}

/** At most so many are named one by one. */
const NAMED_AT_MOST = 20

function differenceInWords(before: readonly VoterRow[], after: readonly VoterRow[]): string {
  const weight = ({ left_out: leftOut, area_centi_m2: area }: VoterRow) => `${leftOut ?? ''}/${area}`
  const was = new Map(before.map((one) => [one.key, one]))
  const is = new Map(after.map((one) => [one.key, one]))
  const added = after.filter(({ key }) => !was.has(key))
  const gone = before.filter(({ key }) => !is.has(key))
  const changed = after.filter((one) => {
    const old = was.get(one.key)
    return old !== undefined && weight(old) !== weight(one)
  })
  const part = (verb: string, rows: readonly VoterRow[]) =>
    rows.length === 0
      ? []
      : [
          rows.length > NAMED_AT_MOST
            ? `${verb} ${rows.length} 个`
            : `${verb}${rows.map(({ name }) => name).join('、')}`,
        ]
  const words = [...part('加上', added), ...part('去掉', gone), ...part('更正', changed)]
  return words.length === 0 ? '照最新的名册重做了一遍，没有变化' : words.join('；')
}

function sizeOfRows(rows: readonly VoterRow[]): { roll_persons: number; roll_area_centi_m2: number } {
  const counted = rows.filter(({ left_out: leftOut }) => leftOut === null)
  return {
    roll_persons: counted.length,
    roll_area_centi_m2: counted.reduce((sum, { area_centi_m2: area }) => sum + areaOf(area), 0),
  }
}
