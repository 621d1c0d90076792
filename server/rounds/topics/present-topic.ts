import { isModerator } from '#core/moderation'
import { decideSecondTopic, topicActsFor, topicPolicy, type TopicItem, type TopicView } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { topicMetBy, type MetTopic } from './met-by'
import { topicAuthorName, topicTitleFor } from './names'
import { listTopicsById, topicsWithAuthors, type TopicRow } from './repository'

type Reader = Database | Transaction
type Asking = Pick<Context, 'actor'>

/** Topics in a list; with the names of those they go into. One query more, however many. */
export async function presentTopicItems(
  db: Reader,
  { actor }: Asking,
  communityId: string,
  met: readonly MetTopic[],
): Promise<TopicItem[]> {
  const named = met.flatMap(({ row }) => [row.merged_into, row.proposal_into].filter((id) => id !== null))
  const targets = named.length > 0 ? await listTopicsById(db, communityId, [...new Set(named)]) : []
  return met.map((one) => presentItem(actor, one, targets))
}

function presentItem(
  actor: Context['actor'],
  { row, topic }: MetTopic,
  targets: readonly TopicRow[],
): TopicItem {
  const mine = row.author_id === actor.personId
  const link = (id: string) => {
    const target = targets.find(({ topic_id }) => topic_id === id)
    return { topicId: id, title: target ? topicTitleFor(target, actor.personId) : '' }
  }
  // What is asked of its author is between them and who convenes.
  const asked = row.proposal_into !== null && (mine || topicPolicy.ask_merge(actor, topic))
  return {
    topicId: row.topic_id,
    title: row.title,
    text: row.text,
    byName: topicAuthorName(row),
    mine,
    state: row.state,
    wordsState: mine || isModerator(actor, row.community_id) ? row.words_state : null,
    seconds: row.seconds,
    secondsNeeded: row.seconds_needed,
    seconded: topic.standing.secondedHomes.length > 0,
    maySecond: decideSecondTopic(actor, topic, true).allowed,
    mayTakeBack: decideSecondTopic(actor, topic, false).allowed,
    proposal:
      asked && row.proposal_into !== null
        ? {
            into: link(row.proposal_into),
            byName: row.proposal_by_name ?? '',
            reason: row.proposal_reason ?? '',
          }
        : null,
    mergedInto: row.merged_into === null ? null : link(row.merged_into),
    outcome: row.outcome,
    outcomeText: row.outcome_text,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
    acts: topicActsFor(actor, topic),
  }
}

/** A topic as its reader finds it, with the acts open to them. Five queries at most. */
export async function presentTopic(
  db: Reader,
  { actor }: Asking,
  row: TopicRow,
  known?: MetTopic,
): Promise<TopicView> {
  const met = known ?? (await topicMetBy(db, actor, row))
  const [item] = await presentTopicItems(db, { actor }, row.community_id, [met])
  const { roundRow } = met
  return {
    ...(item as TopicItem),
    communityId: row.community_id,
    placeId: row.place_id,
    placeName: row.place_name,
    round: roundRow
      ? {
          roundId: roundRow.round_id,
          question: roundRow.words_state === 'shown' ? roundRow.question : '',
          state: roundRow.state,
        }
      : null,
    origin:
      row.author_id === actor.personId && row.origin_kind && row.origin_id
        ? { kind: row.origin_kind, id: row.origin_id }
        : null,
    onBoardAt: row.on_board_at?.toISOString() ?? null,
    metAt: row.met_at?.toISOString() ?? null,
    tookIn: await listTakenIn(db, row, actor.personId),
    declined:
      row.declined_at === null
        ? null
        : {
            byName: row.declined_name ?? '',
            reason: row.declined_reason ?? '',
            at: row.declined_at.toISOString(),
          },
  }
}

/** What was merged into it: each with who proposed it. Index: topics_merged_into. */
async function listTakenIn(
  db: Reader,
  { community_id, topic_id }: TopicRow,
  readerId: string,
): Promise<TopicView['tookIn']> {
  const rows = await topicsWithAuthors(db)
    .where('topics.community_id', '=', community_id)
    .where('topics.merged_into', '=', topic_id)
    .orderBy('topics.topic_id')
    .execute()
  return rows.map((row) => ({
    topicId: row.topic_id,
    title: topicTitleFor(row, readerId),
    byName: topicAuthorName(row),
  }))
}
