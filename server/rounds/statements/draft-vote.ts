import { decideVoteDraft, roundPolicy, type Round } from '#core/rounds'
import { DomainError } from '#core/errors'
import { ALLOWED, enforce, refused, type Actor, type Decision } from '#core/permissions'
import type { VoteDraft, VoteView } from '#core/votes'
import type { Context } from '#server/platform/context'
import { draftVote, type VoteParts } from '#server/votes/index'
import { enterRound } from '../in-round'
import { lockDiscussed, topicEnding } from './outcome-rows'
import { votePlaceOfRound } from './vote-place'

export interface DraftTopicVote {
  roundId: string
  topicId: string
  draft: VoteDraft
}

/** Reads before it is known what the topic asks for: who may is asked with it. */
const reads = (actor: Actor, round: Round): Decision =>
  roundPolicy.read(actor, round) ? ALLOWED : refused('NOT_FOUND')

/**
 * 照议题写表决草稿: the topic and the vote name one another from then on, once; of a vote that was withdrawn another may be drafted. At the place of
 * the round, or what it lies in. Throws TOPIC_NO_VOTE, TOPIC_HAS_VOTE, PLACE_NOT_HERE.
 */
export function draftTopicVote(
  asked: Context,
  { roundId, topicId, draft }: DraftTopicVote,
  parts: VoteParts,
): Promise<VoteView> {
  return enterRound(
    asked,
    { roundId, decide: reads, takesPart: true },
    async ({ context, tx, row, round }) => {
      const topic = await lockDiscussed(tx, { communityId: row.community_id, roundId, topicId })
      if (!topic) throw new DomainError('NOT_FOUND')
      const place = await votePlaceOfRound(tx, context, row)
      enforce(decideVoteDraft(context.actor, round, topicEnding(topic), place))
      if (!row.jurisdiction.includes(draft.placeId)) throw new DomainError('PLACE_NOT_HERE', 'placeId')
      const vote = await draftVote(tx, context, draft, { ...parts, topicId })
      await tx
        .updateTable('topics')
        .set({ vote_id: vote.voteId, revision: topic.revision + 1 })
        .where('community_id', '=', row.community_id)
        .where('topic_id', '=', topicId)
        .execute()
      return vote
    },
  )
}
