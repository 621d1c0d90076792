import type { TopicState } from './topic'

interface Transition {
  to: TopicState
  /** Whether a reason must come with it; its reader is the author, and later everybody. */
  reason: boolean
  /** Names another topic. */
  into: boolean
}

/** 议题. Every act begins at `open`: this table is the whole workflow. */
export const TOPIC_ACTS = {
  withdraw: { to: 'withdrawn', reason: false, into: false }, // 不提了
  ask_merge: { to: 'open', reason: true, into: true }, // 请他合到一起
  agree_merge: { to: 'merged', reason: false, into: false }, // 好，合到一起
  refuse_merge: { to: 'open', reason: false, into: false }, // 还是分开
} as const satisfies Record<string, Transition>

export type TopicAct = keyof typeof TOPIC_ACTS
export const TOPIC_ACT_NAMES = Object.keys(TOPIC_ACTS) as [TopicAct, ...TopicAct[]]

/** What the table says of an act, widened for lookups. */
export function topicTransition(act: TopicAct): Transition {
  return TOPIC_ACTS[act]
}
