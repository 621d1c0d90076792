import type { TopicAct } from './workflow'

/** 议题, as the kind of thing it is. */
export const TOPIC_KIND = '议题'

/** What a button says. */
export const TOPIC_ACT_LABELS: Record<TopicAct, string> = {
  withdraw: '不提了，撤回',
  ask_merge: '请他合到一起',
  agree_merge: '好，合到一起',
  refuse_merge: '还是分开',
}

/** 附议, and taking it back. */
export const SECOND_LABELS = { second: '我家也想谈', takeBack: '不谈了' } as const
