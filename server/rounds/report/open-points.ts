import { sql } from 'kysely'
import { topicSecondsNeeded } from '#core/rounds'
import type { ShownAs } from '#core/matters'
import { indexNewForSearch } from '#server/search/index'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { takeInSeconders } from '../board/begin-with'
import type { RoundRow } from '../repository'
import { topicEntry } from '../topics/topic-words'

/**
 * What stayed open of a round becomes topics of the one that goes on with it. Every home that seconded a topic stands behind it again, once:
 * nobody is asked for the same twice. An item that wasn't done brings the homes of the topic it came from; one without a topic was nobody's
 * to second, and begins with none. Whoever stands behind one takes part, and is told.
 */
export async function carryOpenPoints(tx: Transaction, before: RoundRow, row: RoundRow): Promise<void> {
  const points = (await listOpenPoints(tx, before)).map((point) => ({ ...point, topicId: newId() }))
  if (points.length === 0) return
  const topics = points.map((point) => columnsOf(point, row))
  await tx.insertInto('topics').values(topics).execute()
  await carrySeconds(tx, row, points)
  const ids = points.map(({ topicId }) => topicId)
  await takeInSeconders(tx, row, ids, row.created_at)
  await indexNewForSearch(tx, topics.map(topicEntry))
}

interface OpenPoint {
  title: string
  text: string | null
  topic_id: string | null
  author_id: string
  home_id: string | null
  shown_as: ShownAs
}

/** With the names under which it was written. The author's home counts as the first that seconds, as it did before. */
const columnsOf = (point: OpenPoint & { topicId: string }, row: RoundRow) => ({
  community_id: row.community_id,
  topic_id: point.topicId,
  round_id: row.round_id,
  place_id: row.place_id,
  place_name: row.place_name,
  place_kind: row.place_kind,
  jurisdiction: row.jurisdiction,
  author_id: point.author_id,
  home_id: point.home_id,
  shown_as: point.shown_as,
  title: point.title,
  text: point.text,
  words_state: 'shown' as const,
  state: 'open' as const,
  ...(point.topic_id ? { origin_kind: 'topic' as const, origin_id: point.topic_id } : {}),
  seconds_needed: topicSecondsNeeded(row.homes),
  created_at: row.created_at,
  revision: 1,
})

/** Whether something stayed open that no other round goes on with yet. Two queries at most. */
export async function hasOpenPoints(db: Database, row: RoundRow): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select exists (${openPoints(row)}) as open`.execute(db)
  return rows[0]?.open === true && !(await isFollowed(db, row))
}

/** Whether another round goes on with it. */
export async function isFollowed(
  db: Database | Transaction,
  { community_id, round_id }: RoundRow,
): Promise<boolean> {
  const next = await db
    .selectFrom('rounds')
    .select('round_id')
    .where('community_id', '=', community_id)
    .where('follows_id', '=', round_id)
    .where('state', '<>', 'withdrawn')
    .limit(1)
    .executeTakeFirst()
  return next !== undefined
}

async function listOpenPoints(tx: Transaction, row: RoundRow): Promise<OpenPoint[]> {
  return (await openPoints(row).execute(tx)).rows
}

/**
 * Of a topic whose items weren't done either, the topic alone: it is one point. What was put to a vote is one as long as no vote decides it: none was
 * drafted, or it was withdrawn or voided.
 */
function openPoints(row: RoundRow) {
  const of = sql`community_id = ${row.community_id} and round_id = ${row.round_id} and words_state = 'shown'`
  return sql<OpenPoint>`
    with open_topics as (
      select t.title, t.text, t.topic_id, t.author_id, t.shown_as,
        (select m.home_id from memberships m where m.community_id = t.community_id and m.home_id = t.home_id
          and m.person_id = t.author_id and m.state = 'confirmed' limit 1) as home_id
      from topics t where ${of} and state = 'open' and (outcome is null or outcome = 'no_consensus'
          or (outcome = 'vote' and not exists (select 1 from votes v where v.community_id = t.community_id
            and v.vote_id = t.vote_id and v.state not in ('withdrawn', 'void'))))
    )
    select title, text, topic_id, author_id, home_id, shown_as from open_topics
    union all
    select title, promise, topic_id, author_id, null, 'resident' from action_items
      where ${of} and state <> 'finished'
        and not exists (select 1 from open_topics o where o.topic_id = action_items.topic_id)`
}

/** Of a published agenda seconds stay when a home is left: here who still lives there stands behind it. */
async function carrySeconds(
  tx: Transaction,
  { community_id, created_at }: RoundRow,
  points: readonly (OpenPoint & { topicId: string })[],
): Promise<void> {
  const carried = points.filter(({ topic_id }) => topic_id !== null)
  if (carried.length === 0) return
  const ids = carried.map(({ topicId }) => topicId)
  await sql`
    insert into topic_seconds (community_id, topic_id, home_id, person_id, at)
    select s.community_id, c.to_id, s.home_id, s.person_id, ${created_at}
    from unnest(${carried.map(({ topic_id }) => topic_id)}::uuid[], ${ids}::uuid[]) as c (from_id, to_id)
    join topic_seconds s on s.community_id = ${community_id} and s.topic_id = c.from_id
    where exists (select 1 from memberships m where m.community_id = ${community_id} and m.home_id = s.home_id
      and m.person_id = s.person_id and m.state = 'confirmed')`.execute(tx)
  await sql`
    update topics t set seconds = c.seconds,
      met_at = case when c.seconds >= t.seconds_needed then ${created_at}::timestamptz end
    from (select topic_id, count(*)::integer as seconds from topic_seconds
      where community_id = ${community_id} and topic_id = any (${ids}::uuid[]) group by topic_id) c
    where t.community_id = ${community_id} and t.topic_id = c.topic_id`.execute(tx)
}
