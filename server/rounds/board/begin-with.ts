import { sql } from 'kysely'
import { decideBeginWith } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { neighbourName } from '#core/places'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'
import { topicsMetBy } from '../topics/met-by'
import { listTopicsById, lockTopics, type TopicRow } from '../topics/repository'
import { tellSeconders } from '../topics/tell-topic'
import { scheduleSilence } from './clock'

/**
 * The topics of the board that a round begins with, locked, if this actor may convene for each of them there. Throws NOT_FOUND,
 * NOT_ALLOWED, STATE_CHANGED, BOARD_TOPICS_WRONG.
 */
export async function topicsToBeginWith(
  tx: Transaction,
  { actor, region }: Pick<Context, 'actor' | 'region'>,
  topicIds: readonly string[],
  round: { placeId: string; chosen: boolean },
): Promise<TopicRow[]> {
  if (topicIds.length === 0) return []
  const ids = [...new Set(topicIds)]
  const rows = await lockTopics(tx, region.regionId, ids)
  if (rows.length !== ids.length) throw new DomainError('NOT_FOUND', 'topicIds')
  for (const { topic, row } of await topicsMetBy(tx, actor, region.regionId, rows))
    enforce(decideBeginWith(actor, { ...topic, silentAt: row.silent_at }, round))
  return rows
}

/** What somebody is called who convenes without an office. */
export async function nameWithoutOffice(
  tx: Transaction,
  personId: string,
  placeName: string,
): Promise<string> {
  const person = await tx
    .selectFrom('people')
    .select('nickname')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return person?.nickname ?? neighbourName(placeName)
}

/** Moves topics from the board into a new round. Whoever put them up or seconded them takes part in it, and is told. Three statements. */
export async function moveIntoRound(
  tx: Transaction,
  row: RoundRow,
  topics: readonly TopicRow[],
  at: Date,
): Promise<void> {
  if (topics.length === 0) return
  const { community_id: communityId, round_id: roundId } = row
  const ids = topics.map(({ topic_id: id }) => id)
  await sql`update topics set round_id = ${roundId}, proposal_into = null, proposal_by = null,
      proposal_by_name = null, proposal_reason = null, revision = revision + 1
    where community_id = ${communityId} and topic_id = any (${ids}::uuid[])`.execute(tx)
  await takeInSeconders(tx, row, ids, at)
}

/** Whoever put these topics up or seconded them takes part in their round, and is told. Two statements. */
export async function takeInSeconders(
  tx: Transaction,
  row: RoundRow,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const { community_id: communityId, round_id: roundId } = row
  const { rows } = await sql<{ person_id: string }>`
    insert into round_participants (community_id, round_id, person_id, home_id, since)
    select distinct on (person_id) ${communityId}::uuid, ${roundId}::uuid, person_id, home_id, ${at}::timestamptz from (
      select person_id, home_id from topic_seconds
        where community_id = ${communityId} and topic_id = any (${[...ids]}::uuid[])
      union all
      select author_id, home_id from topics
        where community_id = ${communityId} and topic_id = any (${[...ids]}::uuid[])
    ) behind order by person_id, home_id nulls last
    on conflict (community_id, round_id, person_id) do update set home_id = excluded.home_id, left_at = null
    returning person_id`.execute(tx)
  await sendToInbox(tx, {
    communityId,
    personIds: rows.map(({ person_id: id }) => id).filter((id) => id !== row.convener_id),
    kind: 'board_taken',
    about: row.words_state === 'shown' ? row.question : '',
    subject: { kind: 'round', id: roundId },
    at,
  })
}

/** The round isn't held: what it began with waits on the board again, with its days as they were. `byPersonId`: null: the clock. */
export async function moveBackToBoard(
  tx: Transaction,
  { community_id: communityId, round_id: roundId }: RoundRow,
  { byPersonId, at }: { byPersonId: string | null; at: Date },
): Promise<void> {
  const { rows } = await sql<{ topic_id: string }>`
    update topics set round_id = null, revision = revision + 1
    where community_id = ${communityId} and round_id = ${roundId} and state = 'open' and on_board_at is not null
    returning topic_id`.execute(tx)
  const ids = rows.map(({ topic_id: id }) => id)
  for (const topic of ids.length > 0 ? await listTopicsById(tx, communityId, ids) : []) {
    await scheduleSilence(tx, topic)
    await tellSeconders(tx, topic, { kind: 'board_back', at, byPersonId })
  }
}
