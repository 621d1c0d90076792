import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import {
  BALLOT_VOID_REASONS,
  frozenHash,
  makeBulletin,
  settleBallots,
  type BallotVoidReason,
  type Bulletin,
  type Choices,
  type HandedIn,
  type RecordedBallot,
} from '#core/votes'
import { DomainError } from '#core/errors'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { openChoices } from './ballots'
import { bulletinItems, bulletinRoll, settingsOf, sha256, textHash } from './frozen'
import { listVoteItems, type VoteItemRow, type VoterRow, type VoteRow } from './repository'
import { listVoters } from './roll-repository'

type Reader = Database | Transaction

interface BallotRow {
  ballot_id: string
  voter_id: string
  caster_id: string | null
  channel: HandedIn['channel']
  choices_sealed: Buffer
  receipt: string
  cast_at: Date
  replaced_at: Date | null
  void_reason: BallotVoidReason | null
}

/**
 * 公报: made from the rows each time, always the same to the byte. Served only as long as what was frozen has the hash that was
 * published at the opening, and head and results are those of the close: a row that was changed since then shows. Three queries.
 * Throws VOTE_RECORD_BROKEN.
 */
export async function readRecord(db: Reader, box: ContactBox, row: VoteRow): Promise<Bulletin> {
  const items = await listVoteItems(db, row.community_id, [row.vote_id])
  const bulletin = await recordOf(db, box, row, items)
  const { head, result } = bulletin
  const sameResults = items.every((item) => isDeepStrictEqual(item.result, result[item.item_id]))
  if (head !== row.head || !sameResults) throw new DomainError('VOTE_RECORD_BROKEN')
  return bulletin
}

/**
 * Opens every ballot and counts. Only after the end: nothing calls it before. Three queries. Throws VOTE_RECORD_BROKEN where text,
 * settings, items or roll are others than those that were frozen: nothing is counted by a roll that nobody saw.
 */
export async function makeRecord(db: Reader, box: ContactBox, row: VoteRow): Promise<Bulletin> {
  return recordOf(db, box, row, await listVoteItems(db, row.community_id, [row.vote_id]))
}

async function recordOf(
  db: Reader,
  box: ContactBox,
  row: VoteRow,
  items: readonly VoteItemRow[],
): Promise<Bulletin> {
  const voters = await listVoters(db, row.community_id, row.vote_id)
  const frozen = {
    vote: {
      id: row.vote_id,
      community: row.community_id,
      title: row.title,
      text_sha256: textHash(row),
      frozen_sha256: row.frozen_sha256 ?? '',
      secrecy: 'named' as const,
      binding: row.binding,
      opened_at: row.opens_at.toISOString(),
      closed_at: row.closes_at.toISOString(),
      settings: settingsOf(row),
    },
    items: bulletinItems(items),
    roll: bulletinRoll(voters),
  }
  if (frozen.vote.text_sha256 !== row.text_sha256 || frozenHash(frozen, sha256) !== row.frozen_sha256)
    throw new DomainError('VOTE_RECORD_BROKEN')
  const ballots = settleAll(await listBallots(db, row), items, voters, box)
  return makeBulletin({ ...frozen, ballots }, sha256)
}

/**
 * What counted of some on the roll, by their tokens, from their ballots alone. That the whole record still holds is asked
 * by `readRecord`. Two queries.
 */
export async function readCountedOf(
  db: Reader,
  box: ContactBox,
  row: VoteRow,
  voters: readonly VoterRow[],
): Promise<Map<string, Counted>> {
  const items = await listVoteItems(db, row.community_id, [row.vote_id])
  const ids = voters.map(({ voter_id: id }) => id)
  return countedOf(settleAll(await listBallots(db, row, ids), items, voters, box))
}

/** The same of everybody, from a whole record. */
export function countedIn({ ballots }: Bulletin): Map<string, Counted> {
  return countedOf(
    ballots.map(({ voter = '', status, choices, void_reason: reason }) => ({
      voter,
      status,
      choices,
      // Beside the fields of its format a record says what was written there.
      voidReason: BALLOT_VOID_REASONS.find((one) => one === reason) ?? null,
    })),
  )
}

/** What somebody chose, and why their ballot is void. */
export interface Counted {
  choices: Choices | null
  voidReason?: BallotVoidReason
}

function countedOf(
  ballots: readonly Pick<RecordedBallot, 'voter' | 'status' | 'choices' | 'voidReason'>[],
): Map<string, Counted> {
  const byToken = new Map<string, Counted>()
  for (const { voter, status, choices, voidReason } of ballots) {
    if (status === 'counted') byToken.set(voter, { choices })
    if (status === 'void') byToken.set(voter, { choices: null, ...(voidReason ? { voidReason } : {}) })
  }
  return byToken
}

/** All ballots of a vote, or those of some on its roll. */
async function listBallots(db: Reader, row: VoteRow, voterIds?: readonly string[]): Promise<BallotRow[]> {
  const { rows } = await sql<BallotRow>`
    select ballot_id, voter_id, caster_id, channel, choices_sealed, receipt, cast_at, replaced_at,
      void_reason
    from ballots where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      ${voterIds ? sql`and voter_id = any (${[...voterIds]}::uuid[])` : sql``}`.execute(db)
  return rows
}

/** What became of every ballot, voter by voter. One that its caster took back counts for nothing. */
function settleAll(
  rows: readonly BallotRow[],
  items: readonly VoteItemRow[],
  voters: readonly VoterRow[],
  box: ContactBox,
): RecordedBallot[] {
  const tokens = new Map(voters.map(({ voter_id: id, token }) => [id, token]))
  const ofVoter = new Map<string, BallotRow[]>()
  for (const row of rows) {
    const same = ofVoter.get(row.voter_id)
    if (same) same.push(row)
    else ofVoter.set(row.voter_id, [row])
  }
  const itemIds = items.map(({ item_id: id }) => id)
  return [...ofVoter].flatMap(([voterId, ballots]) => {
    const voter = tokens.get(voterId)
    return voter === undefined ? [] : settleOne(ballots, itemIds, voter, box)
  })
}

function settleOne(
  rows: readonly BallotRow[],
  itemIds: readonly string[],
  voter: string,
  box: ContactBox,
): RecordedBallot[] {
  const opened = rows.map((row) => ({ row, choices: openChoices(box, row) }))
  const standing = opened.filter(({ row }) => row.replaced_at === null)
  const settled = settleBallots(
    standing.map(({ row, choices }) => ({
      ballotId: row.ballot_id,
      casterId: row.caster_id,
      channel: row.channel,
      at: row.cast_at.getTime(),
      choices,
      voidReason: row.void_reason,
    })),
    itemIds,
    null,
  )
  const byId = new Map(settled.map((one) => [one.ballotId, one]))
  return opened.map(({ row, choices }) => {
    const {
      status,
      disputed,
      choices: counted,
    } = byId.get(row.ballot_id) ?? { status: 'replaced' as const, choices, disputed: undefined }
    return {
      voter,
      channel: row.channel,
      receipt: row.receipt,
      status,
      choices: counted,
      voidReason: row.void_reason,
      ...(disputed === undefined ? {} : { disputed }),
    }
  })
}
