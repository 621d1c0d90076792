import { sql, type RawBuilder } from 'kysely'
import { NO_TOPIC_STANDING, type TopicStanding } from '#core/rounds'
import type { Actor } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'
import type { StoredTopic } from './repository'

type Reader = Database | Transaction
type OfTopic = Pick<StoredTopic, 'community_id' | 'topic_id'>

/** A home that seconds a topic, and who said so. */
export interface SecondingHome {
  homeId: string
  personId: string
}

/** How many homes second it, and since when they are enough. */
export type Seconded = Pick<StoredTopic, 'seconds' | 'met_at'>

/** Every home that seconds a topic. */
export function listTopicSeconds(db: Reader, topic: OfTopic): Promise<SecondingHome[]> {
  return db
    .selectFrom('topic_seconds')
    .select(['home_id as homeId', 'person_id as personId'])
    .where('community_id', '=', topic.community_id)
    .where('topic_id', '=', topic.topic_id)
    .orderBy('home_id')
    .execute()
}

/** Adds homes to a locked topic, each once, and counts them: merged words bring theirs along this way. */
export async function addTopicSeconds(
  tx: Transaction,
  topic: OfTopic,
  homes: readonly SecondingHome[],
  at: Date,
): Promise<Seconded> {
  const added = sql`
    insert into topic_seconds (community_id, topic_id, home_id, person_id, at)
    select ${topic.community_id}, ${topic.topic_id}, home_id, person_id, ${at}
    from unnest(${homes.map(({ homeId }) => homeId)}::uuid[], ${homes.map(({ personId }) => personId)}::uuid[])
      as h (home_id, person_id)
    on conflict do nothing`
  return countSeconds(tx, topic, { change: added, sign: sql`+` }, at)
}

/** Takes out what one person said for some of their homes, and counts what is left. */
export async function removeTopicSeconds(
  tx: Transaction,
  topic: OfTopic,
  { homeIds, personId }: { homeIds: readonly string[]; personId: string },
  at: Date,
): Promise<Seconded> {
  const removed = sql`
    delete from topic_seconds where community_id = ${topic.community_id} and topic_id = ${topic.topic_id}
      and person_id = ${personId} and home_id = any (${[...homeIds]}::uuid[])`
  return countSeconds(tx, topic, { change: removed, sign: sql`-` }, at)
}

/** How seconds of a topic change, and whether they become more or fewer. */
interface Change {
  change: RawBuilder<unknown>
  sign: RawBuilder<unknown>
}

/**
 * Changes them and saves how many homes second it, in one query: it counts those from before, for it doesn't see what it writes itself. Once
 * they were enough, that they were stays known.
 */
async function countSeconds(
  tx: Transaction,
  topic: OfTopic,
  { change, sign }: Change,
  at: Date,
): Promise<Seconded> {
  const { rows } = await sql<{ seconds: number; met_at: Date | null }>`
    with changed as (${change} returning 1),
      counted as (select (select count(*) from topic_seconds s
        where s.community_id = ${topic.community_id} and s.topic_id = ${topic.topic_id})
        ${sign} (select count(*) from changed) as seconds)
    update topics t set seconds = c.seconds,
      met_at = coalesce(t.met_at, case when c.seconds >= t.seconds_needed then ${at}::timestamptz end)
    from counted c
    where t.community_id = ${topic.community_id} and t.topic_id = ${topic.topic_id}
    returning t.seconds, t.met_at`.execute(tx)
  return rows[0] ?? { seconds: 0, met_at: null }
}

/** What one asker has to do with each of several topics. One query, however many; none for who has no home. */
export async function topicStandings(
  db: Reader,
  { personId, homes }: Pick<Actor, 'personId' | 'homes'>,
  communityId: string,
  topicIds: readonly string[],
): Promise<(topicId: string) => TopicStanding> {
  if (homes.length === 0 || topicIds.length === 0) return () => NO_TOPIC_STANDING
  const seconds = await db
    .selectFrom('topic_seconds')
    .select(['topic_id', 'home_id', 'person_id'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`topic_id = any (${[...topicIds]}::uuid[])`)
    .where(sql<boolean>`home_id = any (${homes.map(({ homeId }) => homeId)}::uuid[])`)
    .execute()
  return (topicId) => {
    const own = seconds.filter((one) => one.topic_id === topicId)
    return {
      secondedHomes: own.map((one) => one.home_id),
      ownSeconds: own.filter((one) => one.person_id === personId).map((one) => one.home_id),
    }
  }
}
