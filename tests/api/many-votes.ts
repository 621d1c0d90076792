import type { Insertable } from 'kysely'
import { closesAtOf, hasResult, opensAtOf, type Choices, type VoteState } from '#core/votes'
import { dateOf } from '#core/calendar'
import { newId, type Tables } from '#server/platform/db/index'
import { sealChoices } from '#server/votes/ballots'
import { closeVote } from '#server/votes/close-vote'
import { frozenHashOf, newToken, textHash } from '#server/votes/frozen'
import { findVote, listVoteItems, type VoteRow } from '#server/votes/repository'
import { listVoters, saveRoll } from '#server/votes/roll-repository'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

type Row = Insertable<Tables['votes']>
type Server = Pick<TestServer, 'db' | 'clock' | 'parts'>

const DAY_MS = 86_400_000
/** Of each state: how many days ago notice was given and voting began and ended; ahead where it is less than nothing. */
const DAYS: Record<VoteState, { notice: number | null; opens: number; closes: number }> = {
  draft: { notice: null, opens: -20, closes: -26 },
  notice: { notice: 1, opens: -20, closes: -26 },
  open: { notice: 20, opens: 2, closes: -4 },
  counting: { notice: 20, opens: 4, closes: 1 },
  closed: { notice: 20, opens: 4, closes: 1 },
  certified: { notice: 40, opens: 24, closes: 21 },
  void: { notice: 40, opens: 24, closes: 21 },
  withdrawn: { notice: 1, opens: -20, closes: -26 },
}

/** What is asked for; left out: a vote of the building's homes. */
export interface VoteWanted extends Partial<Row> {
  convener_id: string
  /** The result was posted so many days ago, instead of one. */
  closedDaysAgo?: number
}

/** Many votes in the state that is asked for, each with its item, convened at the building. Answers their ids, oldest first. */
export async function manyVotes(
  { db, clock }: Server,
  place: Neighbourhood,
  count: number,
  { closedDaysAgo, ...more }: VoteWanted,
): Promise<string[]> {
  const { communityId, buildingId } = place.community
  const ofOwners = more.electorate === 'owners'
  const state = more.state ?? 'draft'
  const days = DAYS[state]
  const ago = (count: number) => new Date(clock.now.getTime() - count * DAY_MS)
  const closed = closedDaysAgo ?? days.closes
  const rows = Array.from({ length: count }, (): Row => ({
    community_id: communityId,
    vote_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    place_kind: 'building',
    jurisdiction: pathOf(place),
    has_committee: false,
    electorate: 'homes',
    title: '楼道里能不能放自行车',
    text: '一楼楼梯下面画两个车位，别处不放。',
    rules: [ofOwners ? 'owners_ordinary' : 'households'],
    binding: ofOwners ? 'advisory' : 'binding',
    disclosure: 'totals',
    parking_counts: false,
    vacant_home_ids: [],
    convener_role: 'building_head',
    convener_name: '赵大爷（楼栋长）',
    state,
    opens_at: opensAtOf(dateOf(ago(Math.max(days.opens, closed + days.opens - days.closes)))),
    closes_at: closesAtOf(dateOf(ago(closed))),
    notice_at: days.notice === null ? null : ago(Math.max(days.notice, closed + 20)),
    closed_at: hasResult(state) ? ago(closed) : null,
    head: hasResult(state) ? 'of nothing' : null,
    text_sha256: days.notice === null ? null : textHash({ title: '', text: '' }),
    notice_sha256: days.notice === null ? null : 'of a roll',
    frozen_sha256: days.notice === null || days.opens < 0 ? null : 'of a roll',
    roll_persons: days.notice === null ? null : 2,
    roll_area_centi_m2: days.notice === null ? null : 0,
    created_at: clock.now,
    revision: 1,
    ...more,
  }))
  await db.insertInto('votes').values(rows).execute()
  await db
    .insertInto('vote_items')
    .values(
      rows.map(({ vote_id }) => ({
        community_id: communityId,
        vote_id,
        item_id: 'i1',
        position: 0,
        subject: ofOwners ? ('owners_other' as const) : ('shared_space' as const),
        title: '同意在一楼楼梯下面放自行车吗',
        rule: ofOwners ? ('owners_ordinary' as const) : ('households' as const),
        options: ['approve', 'against', 'abstain'],
        max_choices: null,
      })),
    )
    .execute()
  return rows.map((row) => row.vote_id)
}

/** The way down to the building, then its grid. */
export function pathOf(place: Neighbourhood): string[] {
  const { communityId, estateId, buildingId, gridId } = place.community
  return [place.districtId, place.subdistrictId, communityId, estateId, buildingId, gridId]
}

/** One on the roll: the home by which one votes, and of owners the area of its unit. */
export interface OnRoll {
  homeId: string
  name: string
}

/** The roll of a vote: of its homes, or of those who own them. Answers who is on it, in its order. */
export async function withRoll(
  { db }: Server,
  { communityId }: { communityId: string },
  voteId: string,
  homes: readonly OnRoll[],
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const row = (await findVote(tx, communityId, voteId)) as VoteRow
    const area = row.electorate === 'owners' ? 9_000 : 0
    const saved = await saveRoll(
      tx,
      row,
      homes.map(({ homeId, name }) => ({
        key: homeId,
        name,
        ownerIds: [],
        homeIds: [homeId],
        units:
          area === 0 ? [] : [{ unitId: newId(), name, areaCentiM2: area, areaSource: 'register' as const }],
        areaCentiM2: area,
        leftOut: null,
        ways: { homeIds: [homeId], ownerIds: [], personIds: [] },
      })),
    )
    await tx
      .updateTable('votes')
      .set({ roll_persons: homes.length, roll_area_centi_m2: area * homes.length })
      .where('community_id', '=', communityId)
      .where('vote_id', '=', voteId)
      .execute()
    return saved.map((voter) => voter.voter_id)
  })
}

/** A ballot that was handed in for one on the roll. */
export async function castFor(
  { db, clock, parts }: Server,
  { communityId }: { communityId: string },
  voteId: string,
  {
    voterId,
    casterId,
    choices = { i1: 'approve' },
  }: { voterId: string; casterId: string; choices?: Choices },
): Promise<void> {
  const ballotId = newId()
  await db
    .insertInto('ballots')
    .values({
      community_id: communityId,
      vote_id: voteId,
      ballot_id: ballotId,
      voter_id: voterId,
      caster_id: casterId,
      channel: 'online',
      choices_sealed: sealChoices(parts.contactBox, { ballotId, items: [], choices }),
      receipt: newToken(),
      cast_at: clock.now,
      replaced_at: null,
    })
    .execute()
  await db
    .updateTable('vote_voters')
    .set({ took_part: true })
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where('voter_id', '=', voterId)
    .execute()
}

/** Counts what was cast and keeps the record, as its close does; when it was posted stays. */
export async function countVote(
  { db, parts }: Server,
  { communityId }: { communityId: string },
  voteId: string,
): Promise<void> {
  await freezeAgain({ db }, { communityId }, voteId)
  await db.transaction().execute(async (tx) => {
    const row = (await findVote(tx, communityId, voteId)) as VoteRow
    const counted = await closeVote(tx, parts.contactBox, row, row.closed_at ?? row.closes_at)
    await tx
      .updateTable('votes')
      .set({ state: row.state, revision: row.revision, head: counted.head })
      .where('community_id', '=', communityId)
      .where('vote_id', '=', voteId)
      .execute()
  })
}

/** What was published at the opening is of what stands there now: a vote that was put together by hand can be counted. */
export async function freezeAgain(
  { db }: Pick<Server, 'db'>,
  { communityId }: { communityId: string },
  voteId: string,
): Promise<void> {
  const row = (await findVote(db, communityId, voteId)) as VoteRow
  if (row.frozen_sha256 === null) return
  const items = await listVoteItems(db, communityId, [voteId])
  const voters = await listVoters(db, communityId, voteId)
  await db
    .updateTable('votes')
    .set({ text_sha256: textHash(row), frozen_sha256: frozenHashOf(row, items, voters) })
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
}

/** Objections to the roll or the result, by one person. Answers their ids, oldest first. */
export async function manyObjections(
  { db, clock }: Server,
  { communityId }: { communityId: string },
  voteId: string,
  count: number,
  { personId, about = 'roll' }: { personId: string; about?: 'roll' | 'result' },
): Promise<string[]> {
  const rows = Array.from({ length: count }, () => ({
    community_id: communityId,
    vote_id: voteId,
    objection_id: newId(),
    about,
    person_id: personId,
    by_name: '湖光苑 3号楼的居民',
    text: '名册上少了我家',
    at: clock.now,
  }))
  await db.insertInto('vote_objections').values(rows).execute()
  await db
    .updateTable('votes')
    .set(about === 'roll' ? { undecided_roll: count } : { undecided_result: count })
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
  return rows.map((row) => row.objection_id)
}
