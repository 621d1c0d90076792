import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { WORDS_STATES } from '../moderation'
import { ROUND_PLACE_KINDS } from './round'
import { ROUND_ACT_NAMES, ROUND_LISTS, ROUND_OTHER_STEPS, ROUND_PERSON_ACTS, ROUND_STATES } from './workflow'

/** Limits in characters. */
export const QUESTION_LENGTH = 60
export const ROUND_TEXT_LENGTH = 1000
export const MEETS_WHERE_LENGTH = 40
export const ROUND_REASON_LENGTH = 200
/** Homes that may be chosen as a scope. */
export const CHOSEN_HOMES_AT_MOST = 500
/** Characters of the number by which somebody is named. */
export const PERSON_CODE_AT_MOST = 32
/** Topics of the standing board that a round may begin with. */
export const FIRST_TOPICS_AT_MOST = 20

const communityParams = z.object({ communityId: id })
export const roundParams = z.object({ communityId: id, roundId: id })

const facts = {
  roundId: id,
  question: z.string(),
  placeName: z.string(),
  state: z.enum(ROUND_STATES),
  /** As they sign: 陈阿姨（楼栋长）. */
  convenerName: z.string(),
  /** Homes in its scope, and those that took part so far. */
  homes: z.int(),
  homesTakingPart: z.int(),
  meetsAt: z.nullable(instant),
  meetsWhere: z.nullable(z.string()),
}

/** A round in a list. */
export const roundItem = z.object(facts)
export type RoundItem = z.output<typeof roundItem>

const gateLine = z.object({ met: z.boolean(), words: z.string() })

const roundEntry = z.object({
  seq: z.int(),
  act: z.enum([...ROUND_ACT_NAMES, ...ROUND_OTHER_STEPS]),
  at: instant,
  byName: z.nullable(z.string()),
  mine: z.boolean(),
  otherName: z.nullable(z.string()),
  note: z.nullable(z.string()),
})

const roundLink = z.object({ roundId: id, question: z.string() })

export const roundView = z.object({
  ...facts,
  communityId: id,
  placeId: id,
  placeKind: z.enum(ROUND_PLACE_KINDS),
  text: z.nullable(z.string()),
  /** Its scope is a chosen set of homes of the place. */
  chosen: z.boolean(),
  /** For its convener and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  mine: z.boolean(),
  invitedAt: z.nullable(instant),
  idleAt: z.nullable(instant),
  nextConvenerName: z.nullable(z.string()),
  createdAt: instant,
  revision: z.int(),
  /** The checklist of the phase it is in; empty once it is over. */
  gate: z.array(gateLine),
  timeline: z.array(roundEntry),
  /** The round whose open points it goes on with, and the one that goes on with its own. */
  follows: z.nullable(roundLink),
  followedBy: z.nullable(roundLink),
  may: z.object({ takePart: z.boolean(), convene: z.boolean(), object: z.boolean() }),
  acts: z.array(z.enum(ROUND_PERSON_ACTS)),
})
export type RoundView = z.output<typeof roundView>

const words = {
  question: requiredText(QUESTION_LENGTH),
  text: optionalText(ROUND_TEXT_LENGTH),
  meetsAt: z.optional(instant),
  meetsWhere: optionalText(MEETS_WHERE_LENGTH),
}

export const conveneRoundEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds',
  summary: '召集大家来谈一个问题',
  params: communityParams,
  body: z.object({
    placeId: id,
    /** Only these homes of the place; left out: all of them. */
    homeIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(CHOSEN_HOMES_AT_MOST))),
    ...words,
    /** Of the standing board of the place, with which it begins. */
    topicIds: z._default(z.array(id).check(z.maxLength(FIRST_TOPICS_AT_MOST)), []),
    /** The round whose open points it goes on with. */
    followsId: z.optional(id),
  }),
  response: roundView,
})

export const changeRoundEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rounds/:roundId',
  summary: '改问题、时间、地点；请过的邻居会知道',
  params: roundParams,
  body: z.object({ revision: z.int(), ...words }),
  response: roundView,
})

export const listRoundsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds',
  summary: '我住的、我负责的地方正在谈的，和谈完了的；新的在前',
  params: communityParams,
  query: z.object({
    list: z._default(z.enum(ROUND_LISTS), 'current'),
    /** Only those that concern this place: its own, and those of the places it lies in. */
    placeId: z.optional(id),
    cursor,
  }),
  response: pageOf(roundItem),
})

export const actOnRoundEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/acts',
  summary: '请邻居、公布议程、开始行动、请大家评、结束、不办了、另请召集人等各步',
  params: roundParams,
  body: z.object({
    act: z.enum(ROUND_PERSON_ACTS),
    revision: z.int(),
    reason: optionalText(ROUND_REASON_LENGTH),
    /** Of name_convener: whom, by the number that stands in their 我的. */
    personCode: z.optional(z.string().check(z.minLength(1), z.maxLength(PERSON_CODE_AT_MOST))),
  }),
  response: roundView,
})
