import { canMergeTopics } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { tellWhenMet } from '../board/met'
import type { HeldTopic } from './hold-topic'
import { topicMetBy } from './met-by'
import { saveTopic, type StoredTopic, type TopicRow } from './repository'
import { addTopicSeconds, listTopicSeconds } from './seconds'
import { tellOfTopic, tellSeconders } from './tell-topic'

/** Columns of a topic of which nobody asks anything. */
export const NO_PROPOSAL = {
  proposal_into: null,
  proposal_by: null,
  proposal_by_name: null,
  proposal_reason: null,
} as const satisfies Partial<StoredTopic>

type Merging = Pick<HeldTopic, 'tx' | 'row' | 'topic' | 'other' | 'context' | 'at'>

/** Whether the two may become one, as they stand now: asked when it is proposed, and again when the author agrees. */
export async function enforceMergeable({ tx, row, topic, other, context }: Merging): Promise<TopicRow> {
  if (!other) throw new DomainError('MERGE_NOT_POSSIBLE', 'intoId')
  const target = await topicMetBy(tx, context.actor, other)
  const sameRound = row.round_id === other.round_id
  const sameBoard = row.round_id !== null || row.place_id === other.place_id
  enforce(canMergeTopics(topic, target.topic, sameRound && sameBoard))
  return other
}

/** The author agrees: every home that seconded it goes along, and so does its author. Its page stays, and says where it went. */
export async function mergeInto(doing: Merging): Promise<TopicRow> {
  const { tx, row, context, at } = doing
  const target = await enforceMergeable(doing)
  const seconded = await addTopicSeconds(tx, target, await listTopicSeconds(tx, row), at)
  const merged = await saveTopic(tx, row, {
    state: 'merged',
    merged_into: target.topic_id,
    ...NO_PROPOSAL,
  })
  const byPersonId = context.actor.personId
  await tellSeconders(tx, merged, { kind: 'topic_merged', at, byPersonId })
  const asker = row.proposal_by ? [row.proposal_by] : []
  const grown = { ...target, ...seconded }
  await tellWhenMet(tx, target, grown, at)
  await tellOfTopic(tx, grown, [target.author_id, ...asker], { kind: 'topic_took_in', at, byPersonId })
  return merged
}
