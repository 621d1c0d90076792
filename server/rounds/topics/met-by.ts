import type { Actor } from '#core/permissions'
import { topicPolicy, type Topic } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { listRoundsById, roundsMetBy, type HeldRound, type RoundRow } from '../repository'
import { findTopic, topicOf, type StoredTopic, type TopicRow } from './repository'
import { topicStandings } from './seconds'

type Reader = Database | Transaction

/** A topic as one asker meets it. */
export interface MetTopic<Row extends StoredTopic = TopicRow> {
  row: Row
  topic: Topic
  /** The round it is in. */
  roundRow: RoundRow | undefined
}

/** Topics as one asker meets them, in the order they came in. Three queries at most, however many. */
export async function topicsMetBy<Row extends StoredTopic>(
  db: Reader,
  actor: Actor,
  communityId: string,
  rows: readonly Row[],
): Promise<MetTopic<Row>[]> {
  if (rows.length === 0) return []
  const roundIds = [...new Set(rows.flatMap(({ round_id: id }) => (id ? [id] : [])))]
  const roundRows = roundIds.length > 0 ? await listRoundsById(db, communityId, roundIds) : []
  const rounds = await roundsMetBy(db, actor, communityId, roundRows)
  const standing = await topicStandings(
    db,
    actor,
    communityId,
    rows.map(({ topic_id: id }) => id),
  )
  return rows.map((row) => ({
    row,
    topic: topicOf(row, (row.round_id && rounds.get(row.round_id)) || null, standing(row.topic_id)),
    roundRow: roundRows.find(({ round_id: id }) => id === row.round_id),
  }))
}

/** One of them. */
export async function topicMetBy<Row extends StoredTopic>(
  db: Reader,
  actor: Actor,
  row: Row,
): Promise<MetTopic<Row>> {
  return (await topicsMetBy(db, actor, row.community_id, [row]))[0] as MetTopic<Row>
}

/** The same where its round is known already. One query. */
export async function topicMetIn(
  db: Reader,
  actor: Actor,
  row: TopicRow,
  round: HeldRound | undefined,
): Promise<MetTopic> {
  const standing = await topicStandings(db, actor, row.community_id, [row.topic_id])
  return {
    row,
    topic: topicOf(row, round?.round ?? null, standing(row.topic_id)),
    roundRow: round?.row,
  }
}

/** A topic for somebody who may read it. Throws NOT_FOUND for everybody else. Four queries at most. */
export async function readableTopic(
  { db, actor, region }: Pick<Context, 'db' | 'actor' | 'region'>,
  topicId: string,
): Promise<MetTopic> {
  const row = await findTopic(db, region.regionId, topicId)
  const met = row && (await topicMetBy(db, actor, row))
  if (!met || !topicPolicy.read(actor, met.topic)) throw new DomainError('NOT_FOUND')
  return met
}
