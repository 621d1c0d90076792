import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { myVoter } from './contract'
import { BALLOT_VOID_REASONS, CHANNELS } from './joint'
import { OBJECTION_ABOUTS } from './vote'

/** Characters of an objection, and of its answer. */
export const OBJECTION_LENGTH = 500
/** Characters of a name that is looked for on a roll. */
export const ROLL_NAME_LENGTH = 30

const voteParams = z.object({ communityId: id, voteId: id })
const count = z.int()
/** How many persons, and the area of their units in 0.01 m². */
const weight = z.object({ persons: count, areaCentiM2: count })

export const rollVoter = z.object({
  voterId: id,
  name: z.string(),
  areaCentiM2: count,
  units: z.array(z.object({ name: z.string(), areaCentiM2: count, source: z.nullable(z.string()) })),
  /** Why it does not vote; null: it does. */
  leftOut: z.nullable(z.enum(['vacant', 'removed'])),
})
export type RollVoterView = z.output<typeof rollVoter>

export const listRollEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/roll',
  summary: '名册：谁能投，面积多少、从哪里来；空着的房子也列出来；可以按名字找',
  params: voteParams,
  query: z.object({ cursor, name: optionalText(ROLL_NAME_LENGTH) }),
  response: pageOf(rollVoter),
})

export const checkRollEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/roll-check',
  summary: '公示以前看看名册：多少人、多少面积，哪里要补',
  params: voteParams,
  response: z.object({
    roll: weight,
    vacant: count,
    problems: z.array(z.object({ words: z.string(), blocks: z.boolean() })),
  }),
})

export const listMissingEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/not-voted',
  summary: '还没投的有哪些，上门用；看不到投了的选了什么',
  params: voteParams,
  query: z.object({ cursor }),
  response: pageOf(z.object({ voterId: id, name: z.string(), areaCentiM2: count })),
})

export const castBallotEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/ballots',
  summary: '交票；截止前可以再交，算最后一次',
  params: voteParams,
  body: z.object({
    voterId: id,
    /** Of each item the option, or several where that is allowed. */
    choices: z.record(z.string().check(z.maxLength(8)), z.union([z.string(), z.array(z.string())])),
  }),
  response: myVoter,
})

export const cedeBallotEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/votes/:voteId/ballots/:voterId',
  summary: '收回我交的票；家里选得不一样，由另一位来定',
  params: z.object({ communityId: id, voteId: id, voterId: id }),
  response: myVoter,
})

const ballotReceipt = z.object({
  voterId: id,
  name: z.string(),
  channel: z.enum(CHANNELS),
  /** Cast by the reader, for themselves or as a proxy. */
  mine: z.boolean(),
  castAt: instant,
  receipt: z.string(),
})
export type BallotReceipt = z.output<typeof ballotReceipt>

export const listMyBallotsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/my-ballots',
  summary: '截止以后：我的回执码，拿它在公报里查自己那一票；纸质票和别人代投的，也在这里',
  params: voteParams,
  response: z.object({ items: z.array(ballotReceipt) }),
})

/** What an upheld objection to the roll changes. */
export const AMENDMENTS = ['none', 'include', 'remove', 'add_outsider', 'rebuild'] as const
export type Amendment = (typeof AMENDMENTS)[number]

export const objectionView = z.object({
  objectionId: id,
  about: z.enum(OBJECTION_ABOUTS),
  /** The one on the roll it is about. */
  voter: z.nullable(z.object({ voterId: id, name: z.string() })),
  text: z.string(),
  byName: z.string(),
  mine: z.boolean(),
  at: instant,
  dueAt: z.nullable(instant),
  decision: z.nullable(z.enum(['upheld', 'dismissed'])),
  answer: z.nullable(z.string()),
  answeredBy: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
  mayAnswer: z.boolean(),
  /** What the reader may change in the roll when they uphold it. */
  amendments: z.array(z.enum(AMENDMENTS)),
})
export type ObjectionView = z.output<typeof objectionView>

export const listObjectionsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/objections',
  summary: '对名册或结果提的异议，和答复',
  params: voteParams,
  query: z.object({ cursor }),
  response: pageOf(objectionView),
})

export const objectEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/objections',
  summary: '对名册提异议（公示后五天内），或对结果提异议',
  params: voteParams,
  body: z.object({
    about: z.enum(OBJECTION_ABOUTS),
    voterId: z.optional(id),
    text: requiredText(OBJECTION_LENGTH),
  }),
  response: objectionView,
})

export const answerObjectionEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/objections/:objectionId/decision',
  summary: '答复异议：成立或不成立，公开写明理由；名册要改的，一并改',
  params: z.object({ communityId: id, voteId: id, objectionId: id }),
  body: z.object({
    decision: z.enum(['upheld', 'dismissed']),
    answer: requiredText(OBJECTION_LENGTH),
    /**
     * Of an upheld one to the roll: put the named one on it, take it off, put who objects on it as an owner of another building,
     * or make the roll anew from the registers.
     */
    amendment: z._default(z.enum(AMENDMENTS), 'none'),
  }),
  response: objectionView,
})

export const readBulletinEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/bulletin',
  summary: '公报：名册和每一张票，没有名字；谁都能自己算一遍',
  params: voteParams,
  response: z.looseObject({ format: z.literal('linli-bulletin/1') }),
})

export const listByUnitEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/choices',
  summary: '各家选了什么；只有公示时说好公布各家的才有',
  params: voteParams,
  query: z.object({ cursor }),
  response: pageOf(
    z.object({
      voterId: id,
      name: z.string(),
      areaCentiM2: count,
      /** Null: took no part. */
      choices: z.nullable(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
      /** 废票: handed in on paper, and takes no part for this reason; left out: it is not void. */
      voidReason: z.optional(z.enum(BALLOT_VOID_REASONS)),
    }),
  ),
})
