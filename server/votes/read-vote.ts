import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import {
  decideChange,
  hasResult,
  rollProblemInWords,
  votePolicy,
  type Bulletin,
  type Vote,
  type VoteView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { withCertifier } from './certifier'
import { rollSettingsOf, sizeOf } from './give-notice'
import { makeRoll } from './make-roll'
import type { VotersMet } from './my-voters'
import { listObjectionRows, presentObjection } from './objections'
import { presentVote } from './present-vote'
import { countedIn, readCountedOf, readRecord } from './record-of-vote'
import { areaOf, findVote, voteOf, type VoterRow, type VoteRow } from './repository'
import { listVotersAfter } from './roll-repository'
import { standingOf, votersMetIn } from './standing'

const LIMIT = PAGE_SIZE + 1
const positionCursor = z.tuple([z.string().check(z.regex(/^\d{1,9}$/))])

interface Readable {
  row: VoteRow
  vote: Vote
  /** With whom on its roll the asker has to do. */
  met: VotersMet
}

/** The vote for somebody who may read it, follow it or see their receipts of it. Throws NOT_FOUND for everybody else. Two queries; on paper three. */
export async function readable(
  context: Context,
  voteId: string,
  right: 'read' | 'follow' | 'see_receipts' = 'follow',
): Promise<Readable> {
  const { db, actor, region } = context
  const found = await findVote(db, region.regionId, voteId)
  if (!found) throw new DomainError('NOT_FOUND')
  const row = await withCertifier(db, found, context.now())
  const met = await votersMetIn(db, actor, row)
  const vote = voteOf(row, await standingOf(db, actor, row, met))
  if (!votePolicy[right](actor, vote)) throw new DomainError('NOT_FOUND')
  return { row, vote, met }
}

/** A vote with its timeline; what the asker may not know of is not found. */
export async function readVote(context: Context, box: ContactBox, voteId: string): Promise<VoteView> {
  const { row, met } = await readable(context, voteId, 'read')
  return presentVote(context.db, context, box, row, met)
}

const positionOf = (row: VoterRow): [string] => [String(row.position)]

/** 名册: posted with the notice, so that whoever is missing on it can say so. */
export async function listRoll(
  context: Context,
  { voteId, cursor, name }: { voteId: string; cursor?: string | undefined; name?: string | undefined },
) {
  const { row } = await readable(context, voteId)
  const after = decodeCursor(cursor, positionCursor)?.[0]
  const asked = { communityId: row.community_id, voteId, missing: false, name }
  const rows = await listVotersAfter(
    context.db,
    asked,
    after === undefined ? undefined : Number(after),
    LIMIT,
  )
  return toPage(rows, PAGE_SIZE, positionOf, (voter) => ({
    voterId: voter.voter_id,
    name: voter.name,
    areaCentiM2: areaOf(voter.area_centi_m2),
    units: voter.units.map(({ name, areaCentiM2, source }) => ({ name, areaCentiM2, source })),
    leftOut: voter.left_out,
  }))
}

/** Before notice: what the roll would be today, and what stands against it. For its convener. */
export async function checkRoll(context: Context, voteId: string) {
  const { row, vote } = await readable(context, voteId)
  enforce(decideChange(context.actor, vote))
  const { voters, problems } = await makeRoll(context.db, rollSettingsOf(row, context.now()))
  const size = sizeOf({ voters })
  return {
    roll: { persons: size.roll_persons, areaCentiM2: size.roll_area_centi_m2 },
    vacant: voters.filter(({ leftOut }) => leftOut === 'vacant').length,
    problems: problems.map((problem) => ({ words: rollProblemInWords(problem), blocks: problem.blocks })),
  }
}

/** 还没投的, for who goes from door to door. */
export async function listMissing(
  context: Context,
  { voteId, cursor }: { voteId: string; cursor?: string | undefined },
) {
  const { row, vote } = await readable(context, voteId)
  if (!votePolicy.see_missing(context.actor, vote)) throw new DomainError('NOT_ALLOWED')
  if (row.state !== 'open') throw new DomainError('STATE_CHANGED')
  const after = decodeCursor(cursor, positionCursor)?.[0]
  const asked = { communityId: row.community_id, voteId, missing: true }
  const rows = await listVotersAfter(
    context.db,
    asked,
    after === undefined ? undefined : Number(after),
    LIMIT,
  )
  return toPage(rows, PAGE_SIZE, positionOf, (voter) => ({
    voterId: voter.voter_id,
    name: voter.name,
    areaCentiM2: areaOf(voter.area_centi_m2),
  }))
}

export async function listObjections(
  context: Context,
  { voteId, cursor }: { voteId: string; cursor?: string | undefined },
) {
  const { row, vote } = await readable(context, voteId)
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await listObjectionRows(context.db, row, { after, limit: LIMIT })
  return toPage(
    rows,
    PAGE_SIZE,
    (one) => [one.objection_id],
    (one) => presentObjection(context, vote, one),
  )
}

/** 公报, for the roll, convener, certifier and auditor (domain.md 7). */
export async function readBulletin(context: Context, box: ContactBox, voteId: string): Promise<Bulletin> {
  const { row, vote } = await readable(context, voteId)
  if (!votePolicy.read_bulletin(context.actor, vote)) throw new DomainError('NOT_ALLOWED')
  if (!hasResult(row.state)) throw new DomainError('VOTE_NOT_COUNTED')
  return readRecord(context.db, box, row)
}

/** 各家选了什么, where the notice said that it is shown, for those who may read the bulletin. */
export async function listByUnit(
  context: Context,
  box: ContactBox,
  { voteId, cursor }: { voteId: string; cursor?: string | undefined },
) {
  const { row, vote } = await readable(context, voteId)
  const after = decodeCursor(cursor, positionCursor)?.[0]
  if (!votePolicy.read_bulletin(context.actor, vote) || row.disclosure !== 'by_unit')
    throw new DomainError('NOT_ALLOWED')
  if (!hasResult(row.state)) throw new DomainError('VOTE_NOT_COUNTED')
  const asked = { communityId: row.community_id, voteId, missing: false }
  const rows = await listVotersAfter(
    context.db,
    asked,
    after === undefined ? undefined : Number(after),
    LIMIT,
  )
  // On the first page the whole record is held against its head; after it only the page's own ballots are opened.
  const counted =
    after === undefined
      ? countedIn(await readRecord(context.db, box, row))
      : await readCountedOf(context.db, box, row, rows)
  return toPage(rows, PAGE_SIZE, positionOf, (voter) => ({
    voterId: voter.voter_id,
    name: voter.name,
    areaCentiM2: areaOf(voter.area_centi_m2),
    ...(counted.get(voter.token) ?? { choices: null }),
  }))
}
