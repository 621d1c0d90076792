import type { RoundList, RoundPersonAct, RoundPhase, RoundState } from './workflow'

/** 讨论, as the kind of thing it is. */
export const ROUND_KIND = '讨论'

export const PHASE_LABELS: Record<RoundPhase, string> = {
  agenda: '议题准备',
  discussion: '开会讨论',
  action: '采取行动',
  evaluation: '效果评估',
}

export const ROUND_STATE_LABELS: Record<RoundState, string> = {
  ...PHASE_LABELS,
  closed: '办完了',
  abandoned: '没人接着办，停了',
  withdrawn: '不办了',
}

/** What a button says. */
export const ROUND_ACT_LABELS: Record<RoundPersonAct, string> = {
  invite: '请邻居来',
  publish_agenda: '公布议程，开始讨论',
  begin_action: '讨论完了，开始行动',
  begin_evaluation: '都有了结果，请大家评',
  close: '公布报告，这一轮结束',
  withdraw: '不办了',
  name_convener: '另请一位召集人',
  take_over: '我来召集',
  refuse_over: '我接不了',
}

export const ROUND_LIST_LABELS: Record<RoundList, string> = { current: '正在谈', over: '谈完了' }
