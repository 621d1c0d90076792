export const MATTER_STATES = [
  'submitted',
  'acknowledged',
  'assigned',
  'in_progress',
  'resolved',
  'closed',
  'declined',
] as const
export type MatterState = (typeof MATTER_STATES)[number]

/** Levels that hold a matter for triage. Those above the community come with escalation. */
export const LEVELS = ['grid', 'community'] as const
export type Level = (typeof LEVELS)[number]

/** 办理结果. `not_fixed` is an honest outcome and shown as such (domain.md 5). */
export const OUTCOMES = ['fixed', 'explained', 'not_fixed'] as const
export type Outcome = (typeof OUTCOMES)[number]

interface Transition {
  from: readonly MatterState[]
  to: MatterState
  /** Whether words must come with it, and whose they are. */
  words: 'none' | 'reason' | 'note'
}

/**
 * 办理流程. One row per act: this table is the whole workflow (domain.md 5).
 * A closed matter stays closed when its reporter confirms it late; `answer_open` in the rules says until when.
 */
export const MATTER_ACTS = {
  acknowledge: { from: ['submitted'], to: 'acknowledged', words: 'none' }, // 签收
  decline: { from: ['submitted', 'acknowledged'], to: 'declined', words: 'reason' }, // 不予受理
  assign: { from: ['acknowledged', 'in_progress'], to: 'assigned', words: 'none' }, // 派单
  start: { from: ['assigned'], to: 'in_progress', words: 'none' }, // 开始办
  resolve: { from: ['in_progress'], to: 'resolved', words: 'note' }, // 办结
  confirm: { from: ['resolved', 'closed'], to: 'closed', words: 'none' }, // 确认
  dispute: { from: ['resolved', 'closed'], to: 'in_progress', words: 'reason' }, // 驳回重办
  verify_passed: { from: ['resolved'], to: 'closed', words: 'none' }, // 核实通过
  verify_failed: { from: ['resolved'], to: 'in_progress', words: 'reason' }, // 核实没通过
  close_unconfirmed: { from: ['resolved'], to: 'closed', words: 'none' }, // 无回音结束
} as const satisfies Record<string, Transition>

export type MatterAct = keyof typeof MATTER_ACTS
export const MATTER_ACT_NAMES = Object.keys(MATTER_ACTS) as MatterAct[]

/** Acts that a person may ask for over the API; the clock's own is not among them. */
export const PERSON_ACTS = [
  'acknowledge',
  'decline',
  'assign',
  'start',
  'resolve',
  'confirm',
  'dispute',
  'verify_passed',
  'verify_failed',
] as const satisfies readonly MatterAct[]
export type PersonAct = (typeof PERSON_ACTS)[number]

/** What the table says of an act, widened for lookups. */
export function transitionOf(act: MatterAct): Transition {
  return MATTER_ACTS[act]
}

/** States in which a matter still asks something of somebody. */
export const OPEN_STATES: readonly MatterState[] = [
  'submitted',
  'acknowledged',
  'assigned',
  'in_progress',
  'resolved',
]
