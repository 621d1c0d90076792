export const MATTER_STATES = [
  'submitted',
  'acknowledged',
  'assigned',
  'in_progress',
  'deferred',
  'resolved',
  'closed',
  'declined',
  'withdrawn',
  'merged',
] as const
export type MatterState = (typeof MATTER_STATES)[number]

/** Levels that hold a matter for triage. Those above the community come later; until then see docs/adr/0010. */
export const LEVELS = ['grid', 'community'] as const
export type Level = (typeof LEVELS)[number]

/** 办理结果. `not_fixed` is an honest outcome and shown as such (domain.md 5). */
export const OUTCOMES = ['fixed', 'explained', 'not_fixed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** States in which a matter still asks something of somebody. */
export const OPEN_STATES = [
  'submitted',
  'acknowledged',
  'assigned',
  'in_progress',
  'deferred',
  'resolved',
] as const satisfies readonly MatterState[]

/** States in which a team leads and is at it; without the team they can't last. */
const LED_STATES: readonly MatterState[] = ['assigned', 'in_progress', 'deferred']

interface Transition {
  from: readonly MatterState[]
  /** `same`: the act is on the timeline and leaves the state as it was. */
  to: MatterState | 'same'
  /**
   * Where it leads when the lead's team is no more (domain.md 5: "or acknowledged if there is no lead any more"); with
   * `same` only from states in which a team leads.
   */
  withoutLead?: MatterState
  /** Whether words must come with it, and whose they are. */
  words: 'none' | 'reason' | 'note'
}

/**
 * 办理流程. One row per act: this table is the whole workflow (domain.md 5). A deferral that needs a grant is two acts,
 * asked and granted; merging leaves a row on the timeline of both matters.
 */
export const MATTER_ACTS = {
  acknowledge: { from: ['submitted'], to: 'acknowledged', words: 'none' }, // 签收
  decline: { from: ['submitted', 'acknowledged'], to: 'declined', words: 'reason' }, // 不予受理
  ask_review: { from: ['declined'], to: 'submitted', words: 'reason' }, // 请上一级再看
  merge: { from: ['submitted', 'acknowledged'], to: 'merged', words: 'none' }, // 并到另一件
  absorb: { from: OPEN_STATES, to: 'same', words: 'none' }, // 另一件并了进来
  unmerge: { from: ['merged'], to: 'submitted', words: 'none' }, // 分出来
  let_go: { from: [...OPEN_STATES, 'closed', 'declined', 'withdrawn'], to: 'same', words: 'none' }, // 并进来的分了出去
  assign: { from: ['acknowledged'], to: 'assigned', words: 'none' }, // 派单
  reassign: { from: ['assigned', 'in_progress', 'deferred'], to: 'assigned', words: 'reason' }, // 换人办
  start: { from: ['assigned'], to: 'in_progress', words: 'none' }, // 开始办
  return: { from: ['assigned', 'in_progress'], to: 'acknowledged', words: 'reason' }, // 退回, costs nobody anything
  team_ended: { from: ['assigned', 'in_progress', 'deferred'], to: 'acknowledged', words: 'none' }, // 队伍没有了
  grid_dissolved: { from: OPEN_STATES, to: 'same', withoutLead: 'acknowledged', words: 'none' }, // 网格撤了
  escalate: { from: ['acknowledged', 'assigned', 'in_progress'], to: 'submitted', words: 'reason' }, // 上报
  send_down: { from: ['submitted', 'acknowledged'], to: 'submitted', words: 'reason' }, // 交回下一级
  defer: { from: ['in_progress'], to: 'deferred', words: 'reason' }, // 挂账
  ask_deferral: { from: ['in_progress'], to: 'same', words: 'reason' }, // 请求挂账
  grant_deferral: { from: ['in_progress'], to: 'deferred', words: 'none' }, // 同意挂账
  refuse_deferral: { from: ['in_progress'], to: 'same', words: 'reason' }, // 不同意挂账
  resume: { from: ['deferred'], to: 'in_progress', words: 'none' }, // 接着办
  review_due: { from: ['deferred'], to: 'in_progress', words: 'none' }, // 到了再看的日子
  resolve: { from: ['in_progress'], to: 'resolved', words: 'note' }, // 办结
  resolve_on_spot: { from: ['submitted'], to: 'resolved', words: 'note' }, // 当场办结
  confirm: { from: ['resolved', 'closed'], to: 'closed', words: 'none' }, // 确认
  dispute: {
    from: ['resolved', 'closed'],
    to: 'in_progress',
    withoutLead: 'acknowledged',
    words: 'reason',
  }, // 驳回重办
  verify_passed: { from: ['resolved'], to: 'closed', words: 'none' }, // 核实通过
  verify_failed: { from: ['resolved'], to: 'in_progress', withoutLead: 'acknowledged', words: 'reason' }, // 核实没通过
  close_unconfirmed: { from: ['resolved'], to: 'closed', words: 'none' }, // 无回音结束
  reopen: { from: ['closed'], to: 'in_progress', withoutLead: 'acknowledged', words: 'reason' }, // 重新打开
  reinspect_passed: { from: ['closed'], to: 'same', words: 'none' }, // 复查通过
  reinspect_failed: { from: ['closed'], to: 'in_progress', withoutLead: 'acknowledged', words: 'reason' }, // 复查没通过
  withdraw: { from: OPEN_STATES, to: 'withdrawn', words: 'none' }, // 撤回
  hand_over: { from: OPEN_STATES, to: 'same', words: 'none' }, // 报的人退出, the earliest joiner becomes reporter
} as const satisfies Record<string, Transition>

export type MatterAct = keyof typeof MATTER_ACTS
export const MATTER_ACT_NAMES = Object.keys(MATTER_ACTS) as MatterAct[]

/** Acts of the clock, each done by a job. */
export const CLOCK_ACTS = [
  'team_ended',
  'grid_dissolved',
  'review_due',
  'close_unconfirmed',
] as const satisfies readonly MatterAct[]
export type ClockAct = (typeof CLOCK_ACTS)[number]

/** Acts that only come along with another act. */
export const FOLLOWING_ACTS = [
  'absorb',
  'let_go',
  'hand_over',
  'resolve_on_spot',
] as const satisfies readonly MatterAct[]
type FollowingAct = (typeof FOLLOWING_ACTS)[number]

/** Acts that a person may ask for over the API. */
export type PersonAct = Exclude<MatterAct, ClockAct | FollowingAct>
export const PERSON_ACTS = MATTER_ACT_NAMES.filter(
  (act) => ![...CLOCK_ACTS, ...FOLLOWING_ACTS].includes(act as ClockAct | FollowingAct),
) as [PersonAct, ...PersonAct[]]

/** What the table says of an act, widened for lookups. */
export function transitionOf(act: MatterAct): Transition {
  return MATTER_ACTS[act]
}

/** The state an act leads to. `hasLead`: the lead's team still has somebody in office. */
export function stateAfter(act: MatterAct, state: MatterState, hasLead: boolean): MatterState {
  const { to, withoutLead } = transitionOf(act)
  const otherwise = !hasLead && (to !== 'same' || LED_STATES.includes(state)) ? withoutLead : undefined
  return otherwise ?? (to === 'same' ? state : to)
}

/** Whether a matter in this state still asks something of somebody. */
export function isOpen(state: MatterState): boolean {
  return (OPEN_STATES as readonly MatterState[]).includes(state)
}
