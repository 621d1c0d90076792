import { asksForAll, measuresInWords, thresholdInWords } from './rule-words'
import { ruleOf, type VoteRule } from './rules'
import type { Electorate } from './vote'

/** Why something isn't decided here: it has a procedure of its own in the law, or asks for a secret ballot. */
export type RefusedSubject = 'election' | 'secret'

/** 要定的事. What may be put to a vote, in words that everybody knows, with the rule that goes with it. */
export interface VoteSubject {
  name: string
  /** Who is asked: the owners, the homes (one vote each), or everybody who lives there. */
  electorate: Electorate
  rule: VoteRule
  /** Where the law asks for it; null: no law does, the neighbours agree among themselves. */
  article: string | null
  /** What belongs to it, and whose vote counts. What is needed is said by `ruleInWords`. */
  explanation: string
  refused?: RefusedSubject
}

/** 民法典第二百七十八条第一款: what owners decide together, by the number of its item. */
const item278 = (number: string): string => `《民法典》第278条第一款第（${number}）项`

const OWNERS_COUNT = '全体业主来定，按面积也按人数算。'
const HOMES_COUNT = '每户一票，租户家也算。'

const ofOwners = (name: string, rule: VoteRule, article: string, what: string) =>
  ({ name, electorate: 'owners', rule, article, explanation: `${what}。${OWNERS_COUNT}` }) as const

const ofHomes = (name: string, what: string) =>
  ({
    name,
    electorate: 'homes',
    rule: 'households',
    article: null,
    explanation: `${what}。${HOMES_COUNT}`,
  }) as const

/**
 * 要定的是什么. One row per subject: this table says which rule each asks for (domain.md 7). Owners' decisions are those of
 * Civil Code 278 and 279; raising the fund (六), rebuilding (七) and common parts (八) ask for more than the others.
 */
export const VOTE_SUBJECTS = {
  fund_use: ofOwners(
    '用维修资金',
    'owners_ordinary',
    item278('五'),
    '修屋顶、修电梯、修外墙，从维修资金里出钱',
  ),
  fund_raise: ofOwners(
    '交维修资金、补交维修资金',
    'owners_special',
    item278('六'),
    '第一次筹，或者不够了再续',
  ),
  rebuild: ofOwners(
    '改建、重建，加装电梯',
    'owners_special',
    item278('七'),
    '拆了重盖、加建、加装电梯，改动楼和配套设施',
  ),
  common_use: ofOwners(
    '公共的地方改作别用',
    'owners_special',
    item278('八'),
    '绿地改车位、架空层改活动室，改了原来的用途',
  ),
  common_business: ofOwners(
    '拿公共的地方做生意',
    'owners_special',
    item278('八'),
    '电梯里登广告、出租公共用房、摆摊收费，挣的钱归全体业主',
  ),
  property_company: ofOwners(
    '请物业、换物业',
    'owners_ordinary',
    item278('四'),
    '选聘、续聘、解聘物业公司或别的管理人',
  ),
  owners_pact: ofOwners('小区的管理规约', 'owners_ordinary', item278('二'), '定下或修改大家都要守的规矩'),
  meeting_rules: ofOwners('业主大会怎么开', 'owners_ordinary', item278('一'), '定下或修改业主大会的议事规则'),
  owners_other: ofOwners(
    '业主的别的大事',
    'owners_ordinary',
    item278('九'),
    '上面没有的、关系到共有部分和共同管理的大事',
  ),
  home_to_business: {
    name: '住宅改成做生意的',
    electorate: 'owners',
    rule: 'owners_unanimous',
    article: '《民法典》第279条',
    explanation:
      '有人要把自家住宅改成店铺、公司、民宿。本楼的其他业主都算；别的楼的业主，能证明受影响的也算；申请的人自己没有票。',
  },
  owners_committee: {
    name: '选业主委员会、换委员',
    electorate: 'owners',
    rule: 'owners_ordinary',
    article: item278('三'),
    explanation: '选出业主委员会，或者更换委员。',
    refused: 'secret',
  },
  shared_space: ofHomes(
    '楼道、院子怎么用',
    '自行车停哪儿、衣服晾哪儿、花摆哪儿这类日常约定。要改用途、拿来做生意的，得业主来定',
  ),
  house_pact: ofHomes('楼栋公约', '几点以后要安静、垃圾怎么放、遛狗怎么牵，大家说好一起守'),
  chores: ofHomes('打扫、值日、门禁', '楼里谁打扫、怎么轮、大门几点关'),
  small_money: ofHomes(
    '大家凑钱的小事',
    '换个灯泡、添把锁，凑多少、买什么。不愿意凑的不勉强；要动维修资金的，得业主来定',
  ),
  homes_other: ofHomes(
    '楼里别的事',
    '上面没有的、邻居之间商量着办的事。法律规定要业主来定的，请从业主的事里选',
  ),
  poll_homes: {
    name: '听听大家的想法（一户一票）',
    electorate: 'homes',
    rule: 'poll',
    article: null,
    explanation: `还没到定的时候，先问问各家怎么想，一项或几项都能选。${HOMES_COUNT}`,
  },
  council: {
    name: '选楼栋理事会',
    electorate: 'homes',
    rule: 'seats',
    article: null,
    explanation: '选出楼栋或院落的自治理事会。',
    refused: 'secret',
  },
  poll_residents: {
    name: '听听大家的想法（一人一票）',
    electorate: 'residents',
    rule: 'poll',
    article: null,
    explanation: '还没到定的时候，先问问住在这儿的人怎么想，一项或几项都能选。每人一票。',
  },
  residents_committee: {
    name: '选居委会',
    electorate: 'residents',
    rule: 'seats',
    article: '《城市居民委员会组织法》第三章',
    explanation: '居委会换届或补选。',
    refused: 'election',
  },
} as const satisfies Record<string, VoteSubject>

export type VoteSubjectCode = keyof typeof VOTE_SUBJECTS
export const VOTE_SUBJECT_CODES = Object.keys(VOTE_SUBJECTS) as VoteSubjectCode[]

export const subjectOf = (code: VoteSubjectCode): VoteSubject => VOTE_SUBJECTS[code]

/** What those may be asked, in the order of the list; what is refused stands there too, with the reason. */
export function subjectsFor(electorate: Electorate): (VoteSubject & { code: VoteSubjectCode })[] {
  return VOTE_SUBJECT_CODES.map((code) => ({ code, ...subjectOf(code) })).filter(
    (subject) => subject.electorate === electorate,
  )
}

/** Why it can't be decided here, and where to go instead. */
export const REFUSED_SUBJECT_WORDS: Record<RefusedSubject, string> = {
  election: '选居委会要由选举委员会按法律规定的步骤办，这里办不了。请问社区怎么报名、什么时候投票。',
  secret: '选人要不记名投票，这里现在还不能办。请先照原来的办法选，选好了请社区登记。',
}

/** 一句话说规则: what has to take part, and what has to approve. */
export function ruleInWords(rule: VoteRule): string {
  const { turnout, majority } = ruleOf(rule)
  if (!turnout) return '只听听大家的想法，不作决定；参与的多少都行。'
  const measures = measuresInWords(rule)
  const valid = asksForAll(turnout)
    ? '算票的业主全都参与才有效'
    : `参与的${measures}${thresholdInWords(turnout)}才有效`
  if (!majority) return `${valid}；得票过半的人里，票多的当选。`
  const passes = asksForAll(majority)
    ? '全都同意，才通过'
    : `参与的里面，同意的${measures}${thresholdInWords(majority)}，就通过`
  return `${valid}；${passes}。`
}
