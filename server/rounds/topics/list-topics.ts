import { PAGE_SIZE } from '#core/contract'
import { topicPolicy, type TopicItem, type TopicView } from '#core/rounds'
import { isModerator } from '#core/moderation'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readableRound } from '../readable'
import { readableTopic, topicsMetBy } from './met-by'
import { presentTopic, presentTopicItems } from './present-topic'
import { topicsWithAuthors } from './repository'

interface Asked {
  roundId: string
  cursor?: string | undefined
}

/** Topics of a round, first to last, withdrawn ones left out. Six queries at most. */
export async function listTopics(context: Context, asked: Asked): ReturnType<typeof topicsOfRound> {
  await readableRound(context, asked.roundId)
  return topicsOfRound(context, asked)
}

/** The same for who is known to read the round. Four queries at most. Index: topics_of_round. */
export async function topicsOfRound(
  context: Context,
  { roundId, cursor }: Asked,
): Promise<{ items: TopicItem[]; nextCursor: string | null }> {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const seesAll = isModerator(actor, region.regionId)
  const rows = await topicsWithAuthors(db)
    .where('topics.community_id', '=', region.regionId)
    .where('topics.round_id', '=', roundId)
    .where('topics.state', '<>', 'withdrawn')
    .$if(!seesAll, (query) =>
      query.where(({ eb, or }) =>
        or([eb('topics.words_state', '=', 'shown'), eb('topics.author_id', '=', actor.personId)]),
      ),
    )
    .$if(after !== undefined, (query) => query.where('topics.topic_id', '>', after as string))
    .orderBy('topics.topic_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.topic_id],
    (row) => row,
  )
  const met = await topicsMetBy(db, actor, region.regionId, page.items)
  const readable = met.filter(({ topic }) => topicPolicy.read(actor, topic))
  return { ...page, items: await presentTopicItems(db, context, region.regionId, readable) }
}

/** One topic, of a round or of a standing board. Six queries at most. */
export async function readTopic(context: Context, topicId: string): Promise<TopicView> {
  const met = await readableTopic(context, topicId)
  return presentTopic(context.db, context, met.row, met)
}
