import type { TopicOutcome, TopicState } from './topic'

/** 2 户想谈，再有 1 户就够了: what seconds lead to. */
export function topicSecondsInWords(seconds: number, needed: number): string {
  const missing = needed - seconds
  return missing > 0 ? `${seconds} 户想谈，再有 ${missing} 户就够了` : `${seconds} 户想谈，够了`
}

const OUTCOMES: Record<TopicOutcome, string> = {
  consensus: '谈拢了',
  no_consensus: '没有谈拢',
  vote: '交给大家表决',
}

const STATES: Record<TopicState, string> = {
  open: '在等邻居说想谈',
  declined: '这次不谈',
  merged: '合到一起了',
  withdrawn: '提的人撤回了',
}

/** Where a topic stands, in a few words. */
export function topicStateInWords({
  state,
  outcome,
  inRound,
}: {
  state: TopicState
  outcome: TopicOutcome | null
  /** Of a round whose agenda is out. */
  inRound: boolean
}): string {
  if (state !== 'open') return STATES[state]
  if (outcome) return OUTCOMES[outcome]
  return inRound ? '在谈' : STATES.open
}
