import type { MatterAct, MatterState, Outcome, PersonAct } from './workflow'

export const OUTCOME_LABELS: Record<Outcome, string> = {
  fixed: '办好了',
  explained: '说明白了',
  not_fixed: '没能解决',
}

/** What a button says. */
export const ACT_LABELS: Record<PersonAct, string> = {
  acknowledge: '看到了，接下',
  decline: '不归这里办',
  assign: '请人去办',
  start: '我去办',
  resolve: '办完了，写结果',
  confirm: '解决了',
  dispute: '没解决',
  verify_passed: '核实过，好了',
  verify_failed: '核实过，还没好',
}

/** How a matter ended; which act closed it. */
export const CLOSING_LABELS: Record<'confirm' | 'verify_passed' | 'close_unconfirmed', string> = {
  confirm: '报的人说解决了',
  verify_passed: '核实过，解决了',
  close_unconfirmed: '七天没等到回音，先结束了',
}
export type ClosingAct = keyof typeof CLOSING_LABELS

/** Whether an act is one that closes. */
export function isClosingAct(act: MatterAct): act is ClosingAct {
  return act in CLOSING_LABELS
}

/** How a state is coloured; always with its words and an icon. */
export type Tone = 'quiet' | 'go' | 'wait' | 'ok'

export const STATE_TONES: Record<MatterState, Tone> = {
  submitted: 'wait',
  acknowledged: 'go',
  assigned: 'go',
  in_progress: 'go',
  resolved: 'ok',
  closed: 'quiet',
  declined: 'quiet',
}
