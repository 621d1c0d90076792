export const VOTE_STATES = [
  'draft',
  'notice',
  'open',
  'counting',
  'closed',
  'certified',
  'withdrawn',
  'void',
] as const
export type VoteState = (typeof VOTE_STATES)[number]

interface Transition {
  from: readonly VoteState[]
  /** `same`: the act is on the timeline and leaves the state as it was. */
  to: VoteState | 'same'
  /** Whether a reason must come with it; it is shown to everybody who reads the vote. */
  reason: boolean
}

/** 表决. One row per act: this table is the whole workflow (domain.md 7). A changed text starts the notice again. */
export const VOTE_ACTS = {
  give_notice: { from: ['draft'], to: 'notice', reason: false }, // 公示
  revise: { from: ['notice'], to: 'draft', reason: true }, // 收回来改，改好重新公示
  withdraw: { from: ['draft', 'notice'], to: 'withdrawn', reason: true }, // 不办了
  open: { from: ['notice'], to: 'open', reason: false }, // 开始投票
  count: { from: ['open'], to: 'counting', reason: false }, // 截止，点票
  close: { from: ['counting'], to: 'closed', reason: false }, // 公布结果
  certify: { from: ['closed'], to: 'certified', reason: false }, // 确认结果
  ask_void: { from: ['closed', 'certified'], to: 'same', reason: true }, // 提出作废
  refuse_void: { from: ['closed', 'certified'], to: 'same', reason: true }, // 不同意作废
  agree_void: { from: ['closed', 'certified'], to: 'void', reason: false }, // 同意作废
} as const satisfies Record<string, Transition>

export type VoteAct = keyof typeof VOTE_ACTS
export const VOTE_ACT_NAMES = Object.keys(VOTE_ACTS) as VoteAct[]

/** 到日子没办: an answer about the roll, or the result; told by the clock, and nothing is done to the vote by it. */
export const VOTE_OVERDUES = ['roll_overdue', 'result_overdue'] as const
export type VoteOverdue = (typeof VOTE_OVERDUES)[number]

/** What else stands on the timeline: it leaves the state as it was. */
export const VOTE_OTHER_STEPS = ['create', 'amend', 'replace_teller', ...VOTE_OVERDUES] as const
export type VoteStepName = VoteAct | (typeof VOTE_OTHER_STEPS)[number]

/** Acts of the clock, each done by a job. */
export const VOTE_CLOCK_ACTS = ['open', 'count', 'close'] as const satisfies readonly VoteAct[]
export type VoteClockAct = (typeof VOTE_CLOCK_ACTS)[number]

/** Acts that a person may ask for over the API. */
export type VotePersonAct = Exclude<VoteAct, VoteClockAct>
export const VOTE_PERSON_ACTS = VOTE_ACT_NAMES.filter(
  (act) => !(VOTE_CLOCK_ACTS as readonly VoteAct[]).includes(act),
) as [VotePersonAct, ...VotePersonAct[]]

/** What the table says of an act, widened for lookups. */
export function voteTransition(act: VoteAct): Transition {
  return VOTE_ACTS[act]
}

/** The state an act leads to. */
export function voteStateAfter(act: VoteAct, state: VoteState): VoteState {
  const { to } = voteTransition(act)
  return to === 'same' ? state : to
}

/** Lists that people look through: what is under way, what is over, and, for who convenes, what is being written. */
export const VOTE_LISTS = ['current', 'over', 'drafts'] as const
export type VoteList = (typeof VOTE_LISTS)[number]

export const STATES_OF_VOTE_LIST: Record<VoteList, readonly VoteState[]> = {
  current: ['notice', 'open', 'counting'],
  over: ['closed', 'certified', 'void', 'withdrawn'],
  drafts: ['draft'],
}

/** States in which there is a result to look at. A void one stays published. */
export const STATES_WITH_RESULT: readonly VoteState[] = ['closed', 'certified', 'void']

export function hasResult(state: VoteState): boolean {
  return STATES_WITH_RESULT.includes(state)
}

/** Only its convener sees it. */
export const isDraft = (state: VoteState): boolean => state === 'draft'
/** Posted, and not yet over. */
export const isUnderWay = (state: VoteState): boolean => STATES_OF_VOTE_LIST.current.includes(state)
/** 正在投票. */
export const isOpen = (state: VoteState): boolean => state === 'open'
/** Voting has begun and nothing is counted yet: only who took part is known. */
export const hasTurnoutOnly = (state: VoteState): boolean => isOpen(state) || state === 'counting'
/** It came to nothing, for a reason that everybody reads: given up, or its result void. */
export const isGivenUp = (state: VoteState): boolean => state === 'withdrawn'
export const isVoid = (state: VoteState): boolean => state === 'void'
