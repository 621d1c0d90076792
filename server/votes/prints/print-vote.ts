import { sql } from 'kysely'
import { decidePrint, paperNumber, VOTE_PRINT_AT_MOST, type Vote, type VotePrint } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { paperEndsAt } from '#server/platform/paper/sealed-word'
import { presentVote } from '../present-vote'
import { areaOf, findVote, listVoteItems, voteOf, type VoteRow } from '../repository'
import { listPaperVoters } from '../roll-repository'
import { standingIn } from '../standing'
import { paperAddressFor, readPaperAddress } from './address'
import type { ObjectionCounts, PaperVoter, VotePaper } from './vote-paper'

/** 打印. Answers where the paper lies; who printed a list of neighbours, or ballots, is on record. */
export async function printVote(
  context: Context,
  { voteId, print }: { voteId: string; print: VotePrint },
  key: Buffer,
): Promise<{ url: string }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await findVote(tx, region.regionId, voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    const vote = voteOf(row, await standingIn(tx, actor, row))
    enforce(decidePrint(actor, vote, print, now()))
    if ((row.roll_persons ?? 0) > VOTE_PRINT_AT_MOST[print]) throw new DomainError('VOTE_PRINT_TOO_MANY')
    await record(tx, {
      regionId: row.community_id,
      at: now(),
      personId: actor.personId,
      role: actor.roles.find(({ placeId }) => row.jurisdiction.includes(placeId))?.role ?? null,
      reason: undefined,
      act: `vote.print_${print}`,
      subject: { kind: 'vote', id: row.vote_id },
    })
    const until = paperEndsAt(now())
    const address = { communityId: row.community_id, voteId, print, viewerId: actor.personId, until }
    return { url: paperAddressFor(key, address) }
  })
}

type Parts = Pick<ServerParts, 'db' | 'now' | 'photoKey' | 'contactBox'>

/** What an address leads to, as it is now. Throws NOT_FOUND for a wrong word, one that is over, and who may not print it any more. */
export async function readPaper(
  parts: Parts,
  { communityId, word }: { communityId: string; word: string },
): Promise<VotePaper> {
  const { db, now, photoKey, contactBox } = parts
  const address = readPaperAddress(photoKey, communityId, word, now())
  const scope =
    address && (await findCallerIn(db, { personId: address.viewerId, sessionId: '' }, communityId, now()))
  const row = address && (await findVote(db, communityId, address.voteId))
  if (!address || !scope || !row) throw new DomainError('NOT_FOUND')
  const vote: Vote = voteOf(row, await standingIn(db, scope.actor, row))
  if (!decidePrint(scope.actor, vote, address.print, now()).allowed) throw new DomainError('NOT_FOUND')
  const head = { community: scope.region.name, printedAt: now().toISOString() }
  if (address.print === 'missing')
    return { ...head, print: 'missing', vote: headOf(row), voters: await votersOf(db, row, 'missing') }
  if (address.print === 'ballots') {
    const items = (await listVoteItems(db, communityId, [row.vote_id])).map((item) => ({
      itemId: item.item_id,
      subject: item.subject,
      title: item.title,
      rule: item.rule,
      options: item.options,
      maxChoices: item.max_choices,
      result: null,
    }))
    return {
      ...head,
      print: 'ballots',
      vote: { ...headOf(row), items },
      voters: await votersOf(db, row, 'ballots'),
    }
  }
  const {
    voters: _own,
    may: _may,
    acts: _acts,
    draft: _draft,
    timeline: _timeline,
    ...shown
  } = await presentVote(db, { actor: scope.actor, now }, contactBox, row)
  return { ...head, print: 'result', vote: shown, objections: await objectionsOf(db, row) }
}

const headOf = (row: VoteRow) => ({
  voteId: row.vote_id,
  title: row.title,
  placeName: row.place_name,
  electorate: row.electorate,
  binding: row.binding,
  disclosure: row.disclosure,
  closesAt: row.closes_at.toISOString(),
})

/** One query, however many. */
async function votersOf(db: Database, row: VoteRow, print: 'missing' | 'ballots'): Promise<PaperVoter[]> {
  const rows = await listPaperVoters(db, row, {
    missing: print === 'missing',
    limit: VOTE_PRINT_AT_MOST[print],
  })
  return rows.map((one) => ({
    number: paperNumber(one),
    name: one.name,
    areaCentiM2: areaOf(one.area_centi_m2),
  }))
}

async function objectionsOf(db: Database, row: VoteRow): Promise<Record<'roll' | 'result', ObjectionCounts>> {
  const { rows } = await sql<{ about: 'roll' | 'result'; decision: keyof ObjectionCounts; count: string }>`
    select about, coalesce(decision, 'open') as decision, count(*) as count from vote_objections
    where community_id = ${row.community_id} and vote_id = ${row.vote_id} group by 1, 2`.execute(db)
  const counts = { roll: { ...NONE }, result: { ...NONE } }
  for (const { about, decision, count } of rows) counts[about][decision] = Number(count)
  return counts
}

const NONE: ObjectionCounts = { upheld: 0, dismissed: 0, open: 0 }
