import { dayInWords } from '../../calendar'
import { headSilentAt, HEAD_DAYS } from '../periods'
import type { TopicState } from '../topics/topic'

/** What becomes of topics on the board: above the list, for who sees it the first time. */
export const boardRuleInWords = (needed: number): string =>
  `满 ${needed} 户附议，就请楼栋长或居委会 ${HEAD_DAYS} 天内召集大家来谈，或公开说明为什么不谈；没有回话，附议的人都可以自己召集。`

export interface BoardStanding {
  state: TopicState
  /** It is talked about in a round. */
  inRound: boolean
  metAt: string | null
  silentAt: string | null
}

/** Where a topic of the board stands, in a line; nothing while it waits for homes: how many are missing stands beside its seconds. */
export function boardStateInWords(topic: BoardStanding, now: Date): string | undefined {
  if (topic.inRound) return '正在谈，或已经谈过'
  if (topic.state !== 'open') return OVER_WORDS[topic.state]
  if (topic.silentAt !== null) return `${HEAD_DAYS} 天没有回话，附议的人都可以召集`
  if (topic.metAt !== null) return `够了，最晚${lastDayOfHead(topic.metAt, now)}召集，或说明为什么不谈`
  return undefined
}

const OVER_WORDS: Record<Exclude<TopicState, 'open'>, string> = {
  declined: '这次不谈',
  merged: '合到别的议题里了',
  withdrawn: '提的人撤回了',
}

/** The days end as their last one does. */
const lastDayOfHead = (metAt: string, now: Date): string =>
  dayInWords(new Date(headSilentAt(new Date(metAt)).getTime() - 1).toISOString(), now)
