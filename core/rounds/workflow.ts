/** The four gated phases of a round (domain.md 6). */
export const ROUND_PHASES = ['agenda', 'discussion', 'action', 'evaluation'] as const
export type RoundPhase = (typeof ROUND_PHASES)[number]

export const ROUND_STATES = [...ROUND_PHASES, 'closed', 'abandoned', 'withdrawn'] as const
export type RoundState = (typeof ROUND_STATES)[number]

interface Transition {
  from: readonly RoundState[]
  /** `same`: the act is on the timeline and leaves the state as it was. */
  to: RoundState | 'same'
  /** Whether a reason must come with it; it is shown to everybody who reads the round. */
  reason: boolean
  /** Whether the checklist of the phase must be met first. */
  gated: boolean
}

/** 开放空间. One row per act: this table is the whole workflow (domain.md 6). */
export const ROUND_ACTS = {
  invite: { from: ['agenda'], to: 'same', reason: false, gated: false }, // 请邻居来
  publish_agenda: { from: ['agenda'], to: 'discussion', reason: false, gated: true }, // 公布议程，开会讨论
  begin_action: { from: ['discussion'], to: 'action', reason: false, gated: true }, // 采取行动
  begin_evaluation: { from: ['action'], to: 'evaluation', reason: false, gated: true }, // 效果评估
  close: { from: ['evaluation'], to: 'closed', reason: false, gated: true }, // 结束，公布报告
  withdraw: { from: ['agenda'], to: 'withdrawn', reason: true, gated: false }, // 不办了
  name_convener: { from: ROUND_PHASES, to: 'same', reason: true, gated: false }, // 另请召集人
  take_over: { from: ROUND_PHASES, to: 'same', reason: false, gated: false }, // 我来召集
  refuse_over: { from: ROUND_PHASES, to: 'same', reason: false, gated: false }, // 接不了
  idle: { from: ROUND_PHASES, to: 'same', reason: false, gated: false }, // 很久没有动静
  abandon: { from: ROUND_PHASES, to: 'abandoned', reason: false, gated: false }, // 没人接着办
} as const satisfies Record<string, Transition>

export type RoundAct = keyof typeof ROUND_ACTS
export const ROUND_ACT_NAMES = Object.keys(ROUND_ACTS) as RoundAct[]

/** What else stands on the timeline: it leaves the state as it was. */
export const ROUND_OTHER_STEPS = ['convene', 'change'] as const
export type RoundStepName = RoundAct | (typeof ROUND_OTHER_STEPS)[number]

/** Steps that everybody in the scope is told of. */
export const ROUND_TOLD_STEPS = [
  'invite',
  'change',
  'publish_agenda',
  'begin_action',
  'begin_evaluation',
  'close',
  'withdraw',
  'abandon',
] as const satisfies readonly RoundStepName[]
export type RoundToldStep = (typeof ROUND_TOLD_STEPS)[number]
export const isToldStep = (step: RoundStepName): step is RoundToldStep =>
  (ROUND_TOLD_STEPS as readonly RoundStepName[]).includes(step)

/** Acts of the clock, each done by a job. */
export const ROUND_CLOCK_ACTS = ['idle', 'abandon'] as const satisfies readonly RoundAct[]
export type RoundClockAct = (typeof ROUND_CLOCK_ACTS)[number]

/** Acts that a person may ask for over the API. */
export type RoundPersonAct = Exclude<RoundAct, RoundClockAct>
export const ROUND_PERSON_ACTS = ROUND_ACT_NAMES.filter(
  (act) => !(ROUND_CLOCK_ACTS as readonly RoundAct[]).includes(act),
) as [RoundPersonAct, ...RoundPersonAct[]]

/** What the table says of an act, widened for lookups. */
export function roundTransition(act: RoundAct): Transition {
  return ROUND_ACTS[act]
}

/** 另请召集人: the act in which somebody is named. */
export const namesSomebody = (act: RoundAct): boolean => act === 'name_convener'

/** The state an act leads to. */
export function roundStateAfter(act: RoundAct, state: RoundState): RoundState {
  const { to } = roundTransition(act)
  return to === 'same' ? state : to
}

/** The phase a round is in; undefined: it is over. */
export function phaseOf(state: RoundState): RoundPhase | undefined {
  return ROUND_PHASES.find((phase) => phase === state)
}

/** The phase that a page shows first; of a round that is over its result. */
export const phaseShownFirst = (state: RoundState): RoundPhase => phaseOf(state) ?? 'evaluation'

/** 还在进行. */
export const isRoundOpen = (state: RoundState): boolean => phaseOf(state) !== undefined
/** It came to an end without its evaluation. */
export const isRoundGivenUp = (state: RoundState): boolean => state === 'abandoned' || state === 'withdrawn'

/** Whether a round has come as far as this phase, or beyond it. A round that was given up has no phase to look at. */
export function hasReached(state: RoundState, phase: RoundPhase): boolean {
  if (state === 'closed') return true
  const now = phaseOf(state)
  return now !== undefined && ROUND_PHASES.indexOf(now) >= ROUND_PHASES.indexOf(phase)
}

/** Lists that people look through: what is under way, and what is over. */
export const ROUND_LISTS = ['current', 'over'] as const
export type RoundList = (typeof ROUND_LISTS)[number]

export const STATES_OF_ROUND_LIST: Record<RoundList, readonly RoundState[]> = {
  current: ROUND_PHASES,
  over: ['closed', 'abandoned', 'withdrawn'],
}
