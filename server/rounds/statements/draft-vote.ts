import { decideVoteDraft } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { VoteDraft, VoteView } from '#core/votes'
import type { Context } from '#server/platform/context'
import { draftVote, type VoteParts } from '#server/votes/index'
import { actInRound } from '../in-round'
import { lockDiscussed, topicEnding } from './outcome-rows'

export interface DraftTopicVote {
  roundId: string
  topicId: string
  draft: VoteDraft
}

/**
 * 照议题写表决草稿: the topic and the vote name one another from then on, once; of a vote that was withdrawn another may be drafted. At the place of
 * the round, or what it lies in. Throws TOPIC_NO_VOTE, TOPIC_HAS_VOTE, PLACE_NOT_HERE.
 */
export function draftTopicVote(
  asked: Context,
  { roundId, topicId, draft }: DraftTopicVote,
  parts: VoteParts,
): Promise<VoteView> {
  return actInRound(asked, { roundId, right: 'convene' }, async ({ context, tx, row, round }) => {
    const topic = await lockDiscussed(tx, { communityId: row.community_id, roundId, topicId })
    if (!topic) throw new DomainError('NOT_FOUND')
    enforce(decideVoteDraft(context.actor, round, topicEnding(topic)))
    if (!row.jurisdiction.includes(draft.placeId)) throw new DomainError('PLACE_NOT_HERE', 'placeId')
    const vote = await draftVote(tx, context, draft, { ...parts, topicId })
    await tx
      .updateTable('topics')
      .set({ vote_id: vote.voteId, revision: topic.revision + 1 })
      .where('community_id', '=', row.community_id)
      .where('topic_id', '=', topicId)
      .execute()
    return vote
  })
}
