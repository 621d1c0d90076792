import { ownOf } from './bulletin-format'
import type { Amendment, ObjectionView, RollVoterView } from './contract-ballots'
import type { BallotStatus } from './joint'
import type { Disclosure, Electorate, ObjectionAbout, VoidGround } from './vote'
import type { VoteList, VotePersonAct } from './workflow'

/** 表决, as the kind of thing it is. */
export const VOTE_KIND = '表决'

/** What a button says. */
export const VOTE_ACT_LABELS: Record<VotePersonAct, string> = {
  give_notice: '公示',
  revise: '收回来改',
  withdraw: '不办了',
  certify: '确认结果',
  ask_void: '提出作废',
  refuse_void: '不作废',
  agree_void: '同意作废',
}

export const VOTE_LIST_LABELS: Record<VoteList, string> = {
  current: '正在办',
  over: '办完了',
  drafts: '我写的草稿',
}

/** Who decides, as a choice of the form. */
export const ELECTORATE_LABELS: Record<Electorate, string> = {
  homes: '各户，一户一票',
  owners: '业主，按人数和面积',
  residents: '住在这里的人，一人一票',
}

export const DISCLOSURE_LABELS: Record<Disclosure, string> = {
  totals: '只公布总数，不公布各家选什么',
  by_unit: '公布各家选了什么',
}

export const VOID_GROUND_LABELS: Record<VoidGround, string> = {
  objection: '有异议成立了',
  order: '主管部门或法院要求',
}

/** What is chosen in all that is decided by yes and no; of a poll the options are their own words. */
export const OPTION_LABELS: Record<'approve' | 'against' | 'abstain', string> = {
  approve: '同意',
  against: '反对',
  abstain: '弃权',
}

/** An option of an item as it is read: of a poll it is its own words. */
export const optionLabel = (option: string): string => ownOf<string>(OPTION_LABELS, option) ?? option

/** What became of what is decided by yes and no. */
export const PASSED_LABELS = { passed: '通过', failed: '没通过' } as const

/** Why one on the roll does not vote. */
export const LEFT_OUT_LABELS: Record<NonNullable<RollVoterView['leftOut']>, string> = {
  vacant: '空着，不算',
  removed: '去掉了，不算',
}

/** What an objection is raised against. */
export const OBJECTION_ABOUT_LABELS: Record<ObjectionAbout, string> = { roll: '对名册', result: '对结果' }

export const OBJECTION_DECISION_LABELS: Record<NonNullable<ObjectionView['decision']>, string> = {
  upheld: '异议成立',
  dismissed: '异议不成立',
}

/** What an upheld objection changes in the roll. */
export const AMENDMENT_LABELS: Record<Amendment, string> = {
  none: '名册不用改',
  include: '把这一户算进来',
  remove: '把这一户去掉',
  add_outsider: '提的人是别的楼的业主，受影响，加进来',
  rebuild: '登记已经改好，按登记重做名册',
}

/** What a ballot in the record counts for. */
export const BALLOT_STATUS_LABELS: Record<BallotStatus, string> = {
  counted: '算进去了',
  replaced: '后来又交过，算最后一次的',
  disputed: '选得不一样，没算进去',
  void: '作废，没算进去',
}
