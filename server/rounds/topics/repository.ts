import { sql, type Insertable, type Selectable } from 'kysely'
import type { Round, Topic, TopicStanding } from '#core/rounds'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StoredTopic = Selectable<Tables['topics']>
/** A topic with what its author is called. */
export type TopicRow = StoredTopic & { nickname: string | null }
export type NewTopic = Insertable<Tables['topics']>

/** Topics with their authors' nicknames: for queries of one's own. */
export const topicsWithAuthors = (db: Reader) =>
  db
    .selectFrom('topics')
    .leftJoin('people', 'people.person_id', 'topics.author_id')
    .selectAll('topics')
    .select('people.nickname')

/** One topic of a community. */
export function findTopic(db: Reader, communityId: string, topicId: string): Promise<TopicRow | undefined> {
  return topicsWithAuthors(db)
    .where('topics.community_id', '=', communityId)
    .where('topics.topic_id', '=', topicId)
    .executeTakeFirst()
}

/** Several of them, in no order. */
export function listTopicsById(
  db: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<TopicRow[]> {
  return topicsWithAuthors(db)
    .where('topics.community_id', '=', communityId)
    .where(sql<boolean>`topics.topic_id = any (${[...topicIds]}::uuid[])`)
    .execute()
}

/** Several, their rows locked until the transaction ends, always in the order of their ids. */
export function lockTopics(
  tx: Transaction,
  communityId: string,
  topicIds: readonly string[],
): Promise<TopicRow[]> {
  return topicsWithAuthors(tx)
    .where('topics.community_id', '=', communityId)
    .where(sql<boolean>`topics.topic_id = any (${[...topicIds]}::uuid[])`)
    .orderBy('topics.topic_id')
    .forUpdate('topics')
    .execute()
}

/** One topic, its row locked until the transaction ends. */
export async function lockTopic(
  tx: Transaction,
  communityId: string,
  topicId: string,
): Promise<TopicRow | undefined> {
  return (await lockTopics(tx, communityId, [topicId]))[0]
}

/** Saves a new topic and answers it as it is stored. */
export async function saveNewTopic(tx: Transaction, topic: NewTopic): Promise<TopicRow> {
  await tx.insertInto('topics').values(topic).execute()
  return (await findTopic(tx, topic.community_id, topic.topic_id)) as TopicRow
}

/** Saves what an act changes, with the next revision. Answers the row as it is then. */
export async function saveTopic<Row extends StoredTopic>(
  tx: Transaction,
  row: Row,
  changes: Partial<StoredTopic>,
): Promise<Row> {
  const next = { ...changes, revision: row.revision + 1 }
  await setTopic(tx, row, next)
  return { ...row, ...next }
}

/** Saves what is no step of the topic: the revision stays, so that nobody's act is refused for it. */
export async function setTopic(
  tx: Transaction,
  row: Pick<StoredTopic, 'community_id' | 'topic_id'>,
  columns: Partial<StoredTopic>,
): Promise<void> {
  await tx
    .updateTable('topics')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('topic_id', '=', row.topic_id)
    .execute()
}

/** The topic as the rules see it, for one asker. `round`: as the same asker sees it; null on the standing board. */
export function topicOf(row: StoredTopic, round: Round | null, standing: TopicStanding): Topic {
  return {
    topicId: row.topic_id,
    communityId: row.community_id,
    placeId: row.place_id,
    placeKind: row.place_kind,
    jurisdiction: row.jurisdiction,
    round,
    authorId: row.author_id,
    homeId: row.home_id,
    state: row.state,
    wordsState: row.words_state,
    seconds: row.seconds,
    secondsNeeded: row.seconds_needed,
    metAt: row.met_at,
    proposalInto: row.proposal_into,
    outcome: row.outcome,
    standing,
  }
}
