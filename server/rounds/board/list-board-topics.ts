import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import {
  decideConveneFor,
  decideDecline,
  decidePutUp,
  readsBoard,
  topicPolicy,
  topicSecondsNeeded,
  type BoardList,
  type BoardTopicItem,
  type TopicItem,
} from '#core/rounds'
import { DomainError } from '#core/errors'
import { isModerator } from '#core/moderation'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { topicsMetBy, type MetTopic } from '../topics/met-by'
import { presentTopicItems } from '../topics/present-topic'
import { topicsWithAuthors, type TopicRow } from '../topics/repository'
import { boardPlaceOf, countHomesThatMatter } from './board-place'

export interface ListBoardTopics {
  placeId: string
  list: BoardList
  cursor?: string | undefined
}

/** 有话大家说 of one place, the newest first. Throws NOT_FOUND for whom it is not. Nine queries at most. */
export async function listBoardTopics(context: Context, { placeId, list, cursor }: ListBoardTopics) {
  const { db, actor, region } = context
  const place = await boardPlaceOf(db, context, placeId)
  if (!readsBoard(actor, place)) throw new DomainError('NOT_FOUND')
  const rows = await listRows(context, { placeId, list }, decodeCursor(cursor, idCursor)?.[0])
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.topic_id],
    (row) => row,
  )
  const met = await topicsMetBy(db, actor, region.regionId, page.items)
  const readable = met.filter(({ topic }) => topicPolicy.read(actor, topic))
  const items = await presentTopicItems(db, context, region.regionId, readable)
  return {
    ...page,
    items: items.map((item, index) => presentBoardItem(context, item, readable[index] as MetTopic)),
    board: {
      placeName: place.name,
      secondsNeeded: topicSecondsNeeded(await countHomesThatMatter(db, region.regionId, placeId)),
      mayPutUp: decidePutUp(actor, place, false).allowed,
    },
  }
}

/** Indexes: topics_on_board, topics_off_board. */
function listRows(
  { db, actor, region }: Context,
  { placeId, list }: Pick<ListBoardTopics, 'placeId' | 'list'>,
  after: string | undefined,
): Promise<TopicRow[]> {
  const which =
    list === 'open'
      ? sql<boolean>`topics.round_id is null and topics.state = 'open'`
      : sql<boolean>`topics.on_board_at is not null and (topics.round_id is not null or topics.state <> 'open')
          and topics.state <> 'withdrawn'`
  return topicsWithAuthors(db)
    .where('topics.community_id', '=', region.regionId)
    .where('topics.place_id', '=', placeId)
    .where(which)
    .$if(!isModerator(actor, region.regionId), (query) =>
      query.where(({ eb, or }) =>
        or([eb('topics.words_state', '=', 'shown'), eb('topics.author_id', '=', actor.personId)]),
      ),
    )
    .$if(after !== undefined, (query) => query.where('topics.topic_id', '<', after as string))
    .orderBy('topics.topic_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
}

function presentBoardItem(
  { actor }: Context,
  item: TopicItem,
  { row, topic, roundRow }: MetTopic,
): BoardTopicItem {
  const onBoard = { ...topic, silentAt: row.silent_at }
  return {
    ...item,
    placeId: row.place_id,
    metAt: row.met_at?.toISOString() ?? null,
    silentAt: row.silent_at?.toISOString() ?? null,
    declined:
      row.declined_at === null
        ? null
        : {
            byName: row.declined_name ?? '',
            reason: row.declined_reason ?? '',
            at: row.declined_at.toISOString(),
          },
    round:
      roundRow?.words_state === 'shown' ? { roundId: roundRow.round_id, question: roundRow.question } : null,
    inRound: row.round_id !== null,
    mayConvene: decideConveneFor(actor, onBoard).allowed,
    mayDecline: decideDecline(actor, onBoard).allowed,
  }
}
