import { ALLOWED, refused, type Actor, type Decision } from '../../permissions'
import { electoratesFor, type VotePlace } from '../../votes'
import { decideInRound } from '../decide'
import type { GateLine } from '../gates'
import { roundPolicy } from '../policy'
import type { Round } from '../round'
import type { Topic, TopicOutcome, TopicState } from '../topics/topic'
import { isRoundOpen } from '../workflow'

/** What was agreed, or what stays open, or what is put to a vote: in characters. */
export const OUTCOME_TEXT_LENGTH = 1000

/** What a button says. */
export const OUTCOME_LABELS: Record<TopicOutcome, string> = {
  consensus: '谈拢了',
  no_consensus: '没谈拢',
  vote: '交给大家表决',
}

/** What the text of it answers. */
export const OUTCOME_ASKS: Record<TopicOutcome, string> = {
  consensus: '大家说好了怎么办',
  no_consensus: '哪儿没谈拢，各是怎么想的',
  vote: '请大家表决什么',
}

/** 谈出了什么: put down by the convener while the round is being discussed, and changed until then. */
export function decideOutcome(
  actor: Actor,
  round: Round,
  topic: Pick<Topic, 'state'> & { hasVote: boolean },
): Decision {
  const decision = decideInRound(actor, round, 'convene')
  if (!decision.allowed) return decision
  if (round.state !== 'discussion') return refused('STATE_CHANGED')
  if (!isDiscussed(topic.state)) return refused('STATE_CHANGED')
  return topic.hasVote ? refused('TOPIC_HAS_VOTE') : ALLOWED
}

/** A topic that was merged or taken back ends elsewhere, or not at all. */
export const isDiscussed = (state: TopicState): boolean => state === 'open'

/** Whether its discussion ended. */
export const hasOutcome = ({ outcome }: Pick<Topic, 'outcome'>): boolean => outcome !== null

/** Whether a vote may be drafted with its text. */
export const asksForVote = ({ outcome }: Pick<Topic, 'outcome'>): boolean => outcome === 'vote'

type TopicToVote = Pick<Topic, 'outcome'> & { hasVote: boolean }

/**
 * 照议题写表决草稿, once the round's discussion said so: who convenes the round, and who convenes votes at its place (domain.md 7), for those may be
 * two. In which office it is drafted the vote asks for itself.
 */
export function decideVoteDraft(actor: Actor, round: Round, topic: TopicToVote, place: VotePlace): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  if (!isRoundOpen(round.state)) return refused('STATE_CHANGED')
  if (!roundPolicy.convene(actor, round) && !convenesVotes(actor, place)) return refused('NOT_ALLOWED')
  if (topic.hasVote) return refused('TOPIC_HAS_VOTE')
  return asksForVote(topic) ? ALLOWED : refused('TOPIC_NO_VOTE')
}

/** The button for it: only for who convenes votes at the place, whoever convenes the round. */
export const mayDraftVote = (actor: Actor, round: Round, topic: TopicToVote, place: VotePlace): boolean =>
  convenesVotes(actor, place) && decideVoteDraft(actor, round, topic, place).allowed

const convenesVotes = ({ roles }: Actor, place: VotePlace): boolean => electoratesFor(roles, place).length > 0

/** 开会讨论 ends when each topic does: in consensus, without one, or in a vote (domain.md 6). */
export function outcomesGate(topics: { of: number; ended: number }): GateLine[] {
  const missing = topics.of - topics.ended
  return [
    {
      met: missing <= 0,
      words: missing <= 0 ? '每个议题都有了说法' : `还有 ${missing} 个议题没写下谈出了什么`,
    },
  ]
}
