/** Votes as the server presents them, for tests of screens. */
import {
  amendmentsOf,
  type BallotReceipt,
  type MyVoter,
  type ObjectionView,
  type ProxyNote,
  type RollVoterView,
  type VoteItemView,
  type VoteView,
} from '#core/votes'
import { COMMUNITY } from './people'

export const VOTE = 'e0000000-0000-4000-8000-000000000001'
export const HOME_602 = 'e0000000-0000-4000-8000-000000000602'
export const HOME_501 = 'e0000000-0000-4000-8000-000000000501'

const DAY_MS = 86_400_000
/** So many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()

const hash = (digit: string): string => digit.repeat(64)
export const TEXT_HASH = `9f2c41ab7be0${'0'.repeat(44)}c6d87d03`

export const decisionItem = (more: Partial<VoteItemView> = {}): VoteItemView => ({
  itemId: 'i1',
  subject: 'shared_space',
  title: '楼道里不停电动车',
  rule: 'households',
  options: ['approve', 'against', 'abstain'],
  maxChoices: null,
  result: null,
  ...more,
})

export const ownersItem = (more: Partial<VoteItemView> = {}): VoteItemView =>
  decisionItem({
    subject: 'fund_use',
    title: '用维修资金重做屋面防水',
    rule: 'owners_ordinary',
    ...more,
  })

export const pollItem = (more: Partial<VoteItemView> = {}): VoteItemView =>
  decisionItem({
    itemId: 'i2',
    subject: 'poll_homes',
    title: '院子里想添什么',
    rule: 'poll',
    options: ['长椅', '晾衣架', '花坛'],
    ...more,
  })

export const receipt = (more: Partial<BallotReceipt> = {}): BallotReceipt => ({
  voterId: HOME_602,
  name: '2单元 602 室',
  channel: 'online',
  mine: true,
  castAt: inDays(-2),
  receipt: '0'.repeat(32),
  ...more,
})

export const myVoter = (more: Partial<MyVoter> = {}): MyVoter => ({
  voterId: HOME_602,
  as: 'own',
  name: '2单元 602 室',
  areaCentiM2: 8950,
  units: 1,
  voted: 'no',
  castAt: null,
  disputedItems: [],
  envelopeReceived: false,
  ...more,
})

type Entry = VoteView['timeline'][number]

export const voteEntry = (more: Partial<Entry> = {}): Entry => ({
  seq: 1,
  act: 'create',
  at: inDays(-6),
  byName: '老周（楼栋长）',
  mine: false,
  note: null,
  ...more,
})

const NOTHING: VoteView['may'] = {
  cast: false,
  objectRoll: false,
  objectResult: false,
  seeMissing: false,
  readBulletin: false,
  follow: true,
  printBallots: false,
  change: false,
  receiveEnvelopes: false,
  keyEnvelopes: false,
  replaceTeller: false,
  fileProxy: false,
  decideProxies: false,
  seeDeliveries: false,
  recordDelivery: false,
  acknowledgeDelivery: false,
}
export const mays = (more: Partial<VoteView['may']> = {}): VoteView['may'] => ({ ...NOTHING, ...more })

/** Open, of homes, for one who votes for one home. */
export const voteView = (more: Partial<VoteView> = {}): VoteView => ({
  voteId: VOTE,
  communityId: COMMUNITY,
  placeId: 'b3',
  title: '楼道里还停不停电动车',
  text: '电动车都停到院里的车棚，\n楼道里不停。',
  state: 'open',
  electorate: 'homes',
  binding: 'binding',
  placeName: '湖光苑 3号楼',
  noticeAt: inDays(-5),
  opensAt: inDays(-1),
  closesAt: inDays(2),
  closedAt: null,
  items: [decisionItem()],
  disclosure: 'totals',
  parkingCounts: false,
  applicantUnit: null,
  principalsPerProxy: 1,
  convenerName: '老周（楼栋长）',
  mine: false,
  rollObjectionsUntil: null,
  resultObjectionsUntil: null,
  resultDueAt: inDays(5),
  certifiedAt: null,
  certifiedBy: null,
  certifier: 'community_secretary',
  certifierGap: null,
  textSha256: TEXT_HASH,
  noticeSha256: hash('a'),
  frozenSha256: hash('b'),
  head: null,
  roll: { persons: 24, areaCentiM2: 214_800 },
  turnout: { persons: 9, areaCentiM2: 80_550 },
  voters: [myVoter()],
  castBefore: [],
  proxies: [],
  objections: { roll: 0, rollOpen: 0, result: 0, resultOpen: 0 },
  timeline: [
    voteEntry(),
    voteEntry({ seq: 2, act: 'give_notice' }),
    voteEntry({ seq: 3, act: 'open', byName: null }),
  ],
  voidAsked: null,
  paper: null,
  silence: null,
  decidedBy: 'raw',
  topic: null,
  draft: null,
  may: mays({ cast: true }),
  revision: 4,
  acts: [],
  ...more,
})

const weight = (persons: number, areaCentiM2: number) => ({ persons, area_centi_m2: areaCentiM2 })

/** As `design/vote-result.html` has it: 5,996.30 of 7,862.40 ㎡ took part. */
export const ownersResult: NonNullable<VoteItemView['result']> = {
  electorate: weight(94, 786_240),
  participated: weight(71, 599_630),
  approve: weight(49, 412_380),
  against: weight(16, 135_820),
  abstain: weight(6, 51_430),
  turnout_met: true,
  passed: true,
}

export const homesResult: NonNullable<VoteItemView['result']> = {
  electorate: weight(24, 0),
  participated: weight(20, 0),
  approve: weight(9, 0),
  against: weight(8, 0),
  abstain: weight(3, 0),
  turnout_met: true,
  passed: false,
}

export const pollResult: NonNullable<VoteItemView['result']> = {
  electorate: weight(24, 0),
  participated: weight(10, 0),
  options: { 长椅: weight(6, 0), 晾衣架: weight(3, 0), 花坛: weight(1, 0) },
}

/** After the close, with its result. */
export const closedVote = (more: Partial<VoteView> = {}): VoteView =>
  voteView({
    state: 'closed',
    closedAt: inDays(-1),
    opensAt: inDays(-4),
    closesAt: inDays(-1),
    resultObjectionsUntil: inDays(6),
    head: hash('e'),
    items: [decisionItem({ result: homesResult })],
    voters: [myVoter({ voted: 'mine', castAt: inDays(-2) })],
    may: mays({ objectResult: true, readBulletin: true }),
    ...more,
  })

/** What owners decide. */
export const ownersVote = (more: Partial<VoteView> = {}): VoteView =>
  voteView({
    electorate: 'owners',
    binding: 'advisory',
    title: '是否同意用维修资金 186,000 元，重做3号楼屋面防水？',
    items: [ownersItem()],
    roll: { persons: 94, areaCentiM2: 786_240 },
    turnout: { persons: 58, areaCentiM2: 487_350 },
    voters: [myVoter({ name: '阿梅', units: 2, areaCentiM2: 17_850 })],
    ...more,
  })

/** A draft, for its convener. */
export const draftVote = (more: Partial<VoteView> = {}): VoteView =>
  voteView({
    state: 'draft',
    noticeAt: null,
    opensAt: inDays(5),
    closesAt: inDays(8),
    textSha256: null,
    noticeSha256: null,
    frozenSha256: null,
    roll: null,
    turnout: null,
    voters: [],
    mine: true,
    timeline: [voteEntry({ mine: true })],
    draft: {
      opensOn: '2027-03-05',
      closesOn: '2027-03-08',
      earliestOn: '2027-03-04',
      vacantHomeIds: [],
      expectedAreaCentiM2: null,
      tellerIds: [],
      demandId: null,
    },
    may: mays({ change: true }),
    acts: ['give_notice', 'withdraw'],
    ...more,
  })

export const rollVoter = (more: Partial<RollVoterView> = {}): RollVoterView => ({
  voterId: HOME_602,
  name: '2单元 602 室',
  areaCentiM2: 8950,
  units: [{ name: '2单元 602 室', areaCentiM2: 8950, source: 'register' }],
  leftOut: null,
  ...more,
})

export const objection = (more: Partial<ObjectionView> = {}): ObjectionView => ({
  objectionId: 'o1',
  about: 'roll',
  voter: null,
  text: '名册上没有我们家',
  byName: '3号楼的一位住户',
  mine: false,
  at: inDays(-1),
  dueAt: inDays(2),
  decision: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  mayAnswer: false,
  amendments: more.mayAnswer
    ? amendmentsOf({ about: more.about ?? 'roll', ofVoter: Boolean(more.voter), rules: [] })
    : [],
  ...more,
})

/** A proxy that 小周 holds for the home of the reader. */
export const proxyNote = (more: Partial<ProxyNote> = {}): ProxyNote => ({
  proxyId: 'x1',
  voter: { voterId: HOME_602, name: '2单元 602 室' },
  principalName: '李秀兰',
  agentName: '周小明',
  state: 'accepted',
  party: 'principal',
  voted: false,
  askedAt: inDays(-1),
  decidedBy: '王敏（社区工作人员）',
  decidedAt: inDays(-1),
  reason: null,
  acts: ['revoke'],
  ...more,
})
