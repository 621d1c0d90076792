import type { Channel } from './matter'
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
  ask_review: '请上一级再看看',
  merge: '并到一起',
  unmerge: '不是一件事，分出来',
  assign: '请人去办',
  reassign: '换人去办',
  start: '我去办',
  return: '退回去',
  escalate: '请社区来办',
  send_down: '交回网格办',
  defer: '先放一放',
  ask_deferral: '请上一级同意放一放',
  grant_deferral: '同意放一放',
  refuse_deferral: '不同意，接着办',
  resume: '现在接着办',
  resolve: '办完了，写结果',
  confirm: '解决了',
  dispute: '没解决',
  verify_passed: '核实过，好了',
  verify_failed: '核实过，还没好',
  reopen: '又坏了，接着办',
  reinspect_passed: '复查过，还好着',
  reinspect_failed: '复查过，又不行了',
  withdraw: '撤回',
}

export const CHANNEL_LABELS: Record<Channel, string> = {
  resident: '住户报的',
  door_code: '扫码报的',
  patrol: '巡查发现',
  visit: '上门听说',
  phone: '电话打来',
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
  deferred: 'wait',
  resolved: 'ok',
  closed: 'quiet',
  declined: 'quiet',
  withdrawn: 'quiet',
  merged: 'quiet',
}
