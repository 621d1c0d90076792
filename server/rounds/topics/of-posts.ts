import { sql } from 'kysely'
import { topicPolicy } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { topicsMetBy } from './met-by'
import { listTopicsById } from './repository'

/** Topics that were put up from these posts, as one reader may read them. One query; four more where there is one. */
export async function topicsOfPosts(
  { db, actor, region }: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, { topicId: string; title: string }>> {
  const { rows } = await sql<{ id: string }>`select topic_id as id from topics
    where community_id = ${region.regionId} and origin_kind = 'post' and origin_id = any (${[...postIds]}::uuid[])
      and state <> 'withdrawn'`.execute(db)
  if (rows.length === 0) return new Map()
  const topics = await listTopicsById(
    db,
    region.regionId,
    rows.map(({ id }) => id),
  )
  const met = await topicsMetBy(db, actor, region.regionId, topics)
  return new Map(
    met
      .filter(({ topic }) => topicPolicy.read(actor, topic))
      .map(({ row }) => [row.origin_id ?? '', { topicId: row.topic_id, title: row.title }]),
  )
}
