import { z } from 'zod/mini'
import { chainOfView } from '../chain'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { BINDINGS } from './bulletin-format'
import { voteUnitView } from './contract-units'
import { CERTIFIER_GAPS, CERTIFYING_ROLES } from './deciders'
import { DECIDING_COUNTS } from './deciding'
import { paperOfVote } from './paper-view'
import { PRINCIPALS_PER_PROXY, PRINCIPALS_PER_PROXY_AT_MOST } from './proxies'
import { proxyNote } from './proxy-note'
import { publishedResult } from './published'
import { VOTE_RULE_NAMES } from './rules'
import { silenceOfVote } from './silence-view'
import { VOTE_SUBJECT_CODES, type VoteSubjectCode } from './subjects'
import { TELLERS_NAMED } from './tellers'
import { toCast } from './to-cast'
import { DISCLOSURES, ELECTORATES, VOID_GROUNDS } from './vote'
import {
  VOTE_ACT_NAMES,
  VOTE_LISTS,
  VOTE_OTHER_STEPS,
  VOTE_PERSON_ACTS,
  VOTE_STATES,
  type VotePersonAct,
} from './workflow'

/** Limits of a vote. */
export const VOTE_TITLE_LENGTH = 60
export const VOTE_TEXT_LENGTH = 5000
export const VOTE_REASON_LENGTH = 200
export const VOTE_OPTION_LENGTH = 40
export const VOTE_ITEMS_AT_MOST = 10
export const VOTE_OPTIONS_AT_MOST = 20
export const VACANT_HOMES_AT_MOST = 2000

const communityParams = z.object({ communityId: id })
const voteParams = z.object({ communityId: id, voteId: id })
/** A day in Asia/Shanghai. */
const day = z.iso.date()
const SUBJECTS = VOTE_SUBJECT_CODES as [VoteSubjectCode, ...VoteSubjectCode[]]
const count = z.int()
/** How many persons, and the area of their units in 0.01 m². */
const weight = z.object({ persons: count, areaCentiM2: count })

const facts = {
  voteId: id,
  title: z.string(),
  state: z.enum(VOTE_STATES),
  electorate: z.enum(ELECTORATES),
  binding: z.enum(BINDINGS),
  placeName: z.string(),
  noticeAt: z.nullable(instant),
  /** As planned, then as it was. */
  opensAt: instant,
  closesAt: instant,
  closedAt: z.nullable(instant),
}

/** A vote in a list. */
export const voteItem = z.object({
  ...facts,
  ...toCast,
  /** How many took part, of how many; null before the roll is frozen. */
  turnout: z.nullable(z.object({ persons: count, of: count })),
  /** Of what is decided by yes and no: which passed, in the order of the items; null without a result. */
  passed: z.nullable(z.array(z.nullable(z.boolean()))),
})
export type VoteItem = z.output<typeof voteItem>

const decided = z.object({
  itemId: z.string(),
  subject: z.enum(SUBJECTS),
  title: z.string(),
  rule: z.enum(VOTE_RULE_NAMES),
  options: z.array(z.string()),
  /** How many options one may choose; null: exactly one. */
  maxChoices: z.nullable(count),
  result: z.nullable(publishedResult),
})
export type VoteItemView = z.output<typeof decided>

/** One on the roll for whom the reader votes. */
export const myVoter = z.object({
  voterId: id,
  /** By right, or for somebody else by proxy. */
  as: z.enum(['own', 'proxy']),
  name: z.string(),
  areaCentiM2: count,
  units: count,
  /** By the reader, by somebody else of the same voter, by its proxy alone, by nobody yet. */
  voted: z.enum(['mine', 'others', 'proxy', 'no']),
  castAt: z.nullable(instant),
  /** Items about which those who vote for it disagree: they take no part until that is settled. */
  disputedItems: z.array(z.string()),
  /** 已收到纸质选票: an envelope of theirs came in; what is cast online has precedence. */
  envelopeReceived: z.boolean(),
})
export type MyVoter = z.output<typeof myVoter>

const voteEntry = z.object({
  seq: count,
  act: z.enum([...VOTE_OTHER_STEPS, ...VOTE_ACT_NAMES]),
  at: instant,
  byName: z.nullable(z.string()),
  mine: z.boolean(),
  note: z.nullable(z.string()),
})

export const voteView = z.object({
  ...facts,
  communityId: id,
  placeId: id,
  text: z.string(),
  items: z.array(decided),
  disclosure: z.enum(DISCLOSURES),
  parkingCounts: z.boolean(),
  /** Where a home is to become a business: which. Its owners apply, and have no vote. */
  applicantUnit: z.nullable(voteUnitView),
  /** For how many a proxy may vote; 0: it takes none. */
  principalsPerProxy: count,
  convenerName: z.string(),
  /** The reader convenes it. */
  mine: z.boolean(),
  /** Until when the roll, or the result, may be objected to; null while it can't be. */
  rollObjectionsUntil: z.nullable(instant),
  resultObjectionsUntil: z.nullable(instant),
  /** By when the result is posted. */
  resultDueAt: z.nullable(instant),
  certifiedAt: z.nullable(instant),
  certifiedBy: z.nullable(z.string()),
  /** Whose office certifies it. */
  certifier: z.enum(CERTIFYING_ROLES),
  /** Nobody can certify it now, and why; null: somebody can, or it is not closed. */
  certifierGap: z.nullable(z.enum(CERTIFIER_GAPS)),
  /** SHA-256, hex: of the text, of all that was frozen at notice, and again at opening, and the head of the ballots' chain. */
  textSha256: z.nullable(z.string()),
  noticeSha256: z.nullable(z.string()),
  frozenSha256: z.nullable(z.string()),
  head: z.nullable(z.string()),
  /** Who is on the roll; null while it is a draft. */
  roll: z.nullable(weight),
  /** Who took part so far; null before it opens. */
  turnout: z.nullable(weight),
  voters: z.array(myVoter),
  /** For whom a ballot of the reader’s stands though they vote for them no longer: they left that home. */
  castBefore: z.array(z.object({ voterId: id, name: z.string() })),
  /** Proxies that the reader has, or that others have for the reader. */
  proxies: z.array(proxyNote),
  /** Objections there are, and those without a decision. */
  objections: z.object({ roll: count, rollOpen: count, result: count, resultOpen: count }),
  timeline: z.array(voteEntry),
  /** That somebody asked for it to be void. */
  voidAsked: z.nullable(z.object({ byName: z.string(), ground: z.enum(VOID_GROUNDS), reason: z.string() })),
  /** Of a vote that is on paper too; null: it is not. */
  paper: z.nullable(paperOfVote),
  /** Of a vote in which silence counts; null: it does not. */
  silence: z.nullable(silenceOfVote),
  /** Which of its results decides. */
  decidedBy: z.enum(DECIDING_COUNTS),
  /** For its convener: the topic of a round with whose text it was drafted. */
  topic: z.nullable(z.object({ roundId: id, topicId: id, title: z.string() })),
  /** For its convener, of a draft. */
  draft: z.nullable(
    z.object({
      opensOn: day,
      closesOn: day,
      earliestOn: day,
      vacantHomeIds: z.array(id),
      expectedAreaCentiM2: z.nullable(count),
      tellerIds: z.array(id),
      demandId: z.nullable(id),
    }),
  ),
  may: z.object({
    cast: z.boolean(),
    objectRoll: z.boolean(),
    objectResult: z.boolean(),
    seeMissing: z.boolean(),
    readBulletin: z.boolean(),
    /** More than the result: roll, objections, what is said about it. */
    follow: z.boolean(),
    printBallots: z.boolean(),
    change: z.boolean(),
    receiveEnvelopes: z.boolean(),
    keyEnvelopes: z.boolean(),
    replaceTeller: z.boolean(),
    fileProxy: z.boolean(),
    decideProxies: z.boolean(),
    seeDeliveries: z.boolean(),
    recordDelivery: z.boolean(),
    /** That a ballot reached those one votes for. */
    acknowledgeDelivery: z.boolean(),
  }),
  revision: count,
  acts: z.array(z.enum(VOTE_PERSON_ACTS)),
  chain: chainOfView,
})
export type VoteView = z.output<typeof voteView>

/** What a convener writes. */
export const draftBody = z.object({
  placeId: id,
  electorate: z.enum(ELECTORATES),
  title: requiredText(VOTE_TITLE_LENGTH),
  text: requiredText(VOTE_TEXT_LENGTH),
  items: z
    .array(
      z.object({
        subject: z.enum(SUBJECTS),
        title: requiredText(VOTE_TITLE_LENGTH),
        /** Of a poll: what there is to choose. */
        options: z._default(
          z.array(requiredText(VOTE_OPTION_LENGTH)).check(z.maxLength(VOTE_OPTIONS_AT_MOST)),
          [],
        ),
        /** Of a poll: how many one may choose; left out: one. */
        maxChoices: z.optional(z.int().check(z.minimum(2), z.maximum(VOTE_OPTIONS_AT_MOST))),
      }),
    )
    .check(z.minLength(1), z.maxLength(VOTE_ITEMS_AT_MOST)),
  disclosure: z._default(z.enum(DISCLOSURES), 'totals'),
  parkingCounts: z._default(z.boolean(), false),
  /** 没交票的也算: by the bylaws in force there (`maySilenceCount`). */
  countsSilence: z._default(z.boolean(), false),
  /** For how many on the roll one proxy may vote; 0: for none. */
  principalsPerProxy: z._default(
    z.int().check(z.minimum(0), z.maximum(PRINCIPALS_PER_PROXY_AT_MOST)),
    PRINCIPALS_PER_PROXY,
  ),
  opensOn: day,
  closesOn: day,
  /** Homes in which nobody lives; listed at notice, and whoever does may object. */
  vacantHomeIds: z._default(z.array(id).check(z.maxLength(VACANT_HOMES_AT_MOST)), []),
  /** Where a home is to become a business: which one; left out under every other rule. */
  applicantUnitId: z.optional(id),
  /** What the register says that all units have together, in 0.01 m²: the roll is held against it. */
  expectedAreaCentiM2: z.optional(z.int().check(z.minimum(1))),
  /** 也收纸质票: who counts them, the last in reserve; left out or empty: there are none on paper. */
  tellerIds: z.optional(z.array(id).check(z.maxLength(TELLERS_NAMED))),
  /** 按联名要求召集: the demand of its owners that it answers. */
  demandId: z.optional(id),
})
export type VoteDraft = z.output<typeof draftBody>

export const createVoteEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes',
  summary: '写一份表决草稿；公示以前，只有自己看得到',
  params: communityParams,
  body: z.object({
    ...draftBody.shape,
    /** The action item of a round that it decides: linked as it is drafted. */
    itemId: z.optional(id),
  }),
  response: voteView,
})

export const changeVoteEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/votes/:voteId',
  summary: '改草稿',
  params: voteParams,
  body: z.object({ ...draftBody.shape, revision: z.int() }),
  response: voteView,
})

export const listVotesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes',
  summary: '表决：正在办的、办完的、我写的草稿，新的在前',
  params: communityParams,
  query: z.object({ list: z._default(z.enum(VOTE_LISTS), 'current'), cursor }),
  response: pageOf(voteItem),
})

export const readVoteEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId',
  summary: '一次表决：内容、规则、进展，截止以前只有参与了多少，截止以后有结果',
  params: voteParams,
  response: voteView,
})

export const actOnVoteEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/acts',
  summary: '公示、收回来改、不办了、确认结果、提出作废和答复',
  params: voteParams,
  body: z.object({
    act: z.enum(VOTE_PERSON_ACTS as [VotePersonAct, ...VotePersonAct[]]),
    revision: z.int(),
    note: optionalText(VOTE_REASON_LENGTH),
    /** Of ask_void. */
    ground: z.optional(z.enum(VOID_GROUNDS)),
  }),
  response: voteView,
})
