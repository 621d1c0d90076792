import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import {
  decidingCountOf,
  hasPassed,
  hasResult,
  STATES_OF_VOTE_LIST,
  voteOfficePlaces,
  type VoteItem,
  type VoteList,
} from '#core/votes'
import type { Actor } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { settingsOf } from './frozen'
import { listVotersToCast, type VoterToCast } from './my-voters'
import { presentFacts } from './present-vote'
import { listVoteItems, type VoteItemRow, type VoteRow } from './repository'
import { toCastOf } from './votes-to-cast'

const LIMIT = PAGE_SIZE + 1

/** Votes of the places one lives in or is in office for, and others one may read as concerned; or one's own drafts. The newest first. */
export async function listVotes(
  context: Context,
  { list, cursor }: { list: VoteList; cursor?: string | undefined },
): Promise<{ items: VoteItem[]; nextCursor: string | null }> {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows =
    list === 'drafts'
      ? await listDrafts(db, region.regionId, actor.personId, after)
      : await listRows(db, audienceOf(context), list, after)
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.vote_id],
    (row) => row,
  )
  return { ...page, items: await presentItems(context, page.items) }
}

interface Audience {
  communityId: string
  personId: string
  /** Places on the way down to where one lives. */
  placeIds: readonly string[]
  officePlaceIds: readonly string[]
  /** Owns a home there, so that one that becomes a business may concern them wherever it is. */
  ownsHome: boolean
}

const audienceOf = ({ actor, region }: Context): Audience => ({
  communityId: region.regionId,
  personId: actor.personId,
  placeIds: [...new Set(actor.homes.flatMap(({ path }) => path))],
  officePlaceIds: voteOfficePlaces(actor),
  ownsHome: actor.homes.some(({ relation, isAdult }) => relation === 'owner' && isAdult),
})

/** Owners in the community’s register that have somebody’s phone. */
const ownersByPhone = ({ communityId }: Audience) => sql`phones f
  join owners o on o.community_id = ${communityId} and o.phone_index = f.blind_index`

/**
 * Votes one has to do with wherever one lives, as `votePolicy.read` has it: by the roll, once it is fixed, as an owner the
 * register knows by their phone; as who cast a ballot that stands; by a proxy.
 */
const metBy = (audience: Audience) => sql`
  select w.vote_id from ${ownersByPhone(audience)}
    cross join lateral (select w.vote_id, w.voter_id from vote_voter_ways w
      where w.community_id = ${audience.communityId} and w.way_id = o.owner_id and w.way = 'owner' offset 0) w
    join vote_voters r on r.community_id = ${audience.communityId} and r.vote_id = w.vote_id
      and r.voter_id = w.voter_id and r.left_out is null
    where f.person_id = ${audience.personId}
  union select b.vote_id from ballots b where b.community_id = ${audience.communityId}
    and b.caster_id = ${audience.personId} and b.replaced_at is null
  union select x.vote_id from vote_proxies x where x.community_id = ${audience.communityId}
    and x.agent_id = ${audience.personId} and x.state in ('asked', 'accepted')`

/** Whether owners nearby may be concerned: by a home of theirs, or by what the register knows of their phone. */
const ownsNearby = (audience: Audience) =>
  audience.ownsHome
    ? sql`true`
    : sql`exists (select 1 from ${ownersByPhone(audience)}
        join ownerships h on h.community_id = ${audience.communityId} and h.owner_id = o.owner_id and h.ends_on is null
        where f.person_id = ${audience.personId})`

const statesOf = (list: VoteList) => sql.join(STATES_OF_VOTE_LIST[list].map((state) => sql.lit(state)))

/** Only what its page shows too. Each place's part comes from its index; of offices the community's. One query. */
async function listRows(
  db: Database,
  audience: Audience,
  list: VoteList,
  after: string | undefined,
): Promise<VoteRow[]> {
  const { communityId, placeIds, officePlaceIds } = audience
  const here = sql`v.community_id = ${communityId} and v.state in (${statesOf(list)})
    ${list === 'over' ? sql`and v.notice_at is not null` : sql``} ${after ? sql`and v.vote_id < ${after}::uuid` : sql``}`
  const byOffice =
    officePlaceIds.length === 0
      ? sql``
      : sql`union (select v.* from votes v where ${here} and v.jurisdiction && ${[...officePlaceIds]}::uuid[]
          order by v.vote_id desc limit ${LIMIT})`
  const { rows } = await sql<VoteRow>`
    (select v.* from unnest(${[...placeIds]}::uuid[]) as s (place_id) cross join lateral
      (select v.* from votes v where ${here} and v.place_id = s.place_id order by v.vote_id desc limit ${LIMIT}) v)
    union (select v.* from (${metBy(audience)}) m join votes v on ${here} and v.vote_id = m.vote_id
      order by v.vote_id desc limit ${LIMIT})
    union (select v.* from votes v where ${here} and v.applicant_unit_id is not null and ${ownsNearby(audience)}
      order by v.vote_id desc limit ${LIMIT})
    ${byOffice} order by vote_id desc limit ${LIMIT}`.execute(db)
  return rows
}

/** What somebody is writing. Index: votes_drafted. */
function listDrafts(
  db: Database,
  communityId: string,
  personId: string,
  after: string | undefined,
): Promise<VoteRow[]> {
  return db
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('convener_id', '=', personId)
    .where('state', '=', 'draft')
    .$if(after !== undefined, (query) => query.where('vote_id', '<', after as string))
    .orderBy('vote_id', 'desc')
    .limit(LIMIT)
    .execute()
}

/** Three queries for a whole page. */
async function presentItems({ db, actor, region }: Context, rows: readonly VoteRow[]): Promise<VoteItem[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.vote_id)
  const waiting = await listToCast(db, actor, region.regionId, rows)
  const items = await listVoteItems(db, region.regionId, ids)
  const turnouts = await countTurnouts(db, region.regionId, rows)
  return rows.map((row) => ({
    ...presentFacts(row),
    ...toCastOf(row.vote_id, waiting),
    turnout:
      row.frozen_sha256 === null || row.roll_persons === null
        ? null
        : { persons: turnouts.get(row.vote_id) ?? 0, of: row.roll_persons },
    passed: hasResult(row.state) ? passedIn(items, row) : null,
  }))
}

async function listToCast(
  db: Database,
  actor: Actor,
  communityId: string,
  rows: readonly VoteRow[],
): Promise<VoterToCast[]> {
  const open = rows.filter(({ state }) => state === 'open').map((row) => row.vote_id)
  return open.length === 0 ? [] : listVotersToCast(db, actor, communityId, open)
}

async function countTurnouts(
  db: Database,
  communityId: string,
  rows: readonly VoteRow[],
): Promise<Map<string, number>> {
  const frozen = rows.filter((row) => row.frozen_sha256 !== null).map((row) => row.vote_id)
  if (frozen.length === 0) return new Map()
  const { rows: counted } = await sql<{ voteId: string; persons: string }>`
    select vote_id as "voteId", count(*) as persons from vote_voters
    where community_id = ${communityId} and vote_id = any (${frozen}::uuid[]) and took_part and left_out is null
    group by vote_id`.execute(db)
  return new Map(counted.map(({ voteId, persons }) => [voteId, Number(persons)]))
}

function passedIn(items: readonly VoteItemRow[], row: VoteRow): (boolean | null)[] {
  const decidedBy = decidingCountOf(settingsOf(row))
  return items
    .filter((item) => item.vote_id === row.vote_id)
    .map(({ result }) => (result ? (hasPassed(result, decidedBy) ?? null) : null))
}
