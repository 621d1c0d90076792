import { z } from 'zod/mini'
import { WORDS_STATES } from '../moderation'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import {
  DEMAND_ACTS,
  DEMAND_ANSWER_LENGTH,
  DEMAND_PLACE_KINDS,
  DEMAND_STATES,
  DEMAND_TEXT_LENGTH,
  DEMAND_TITLE_LENGTH,
} from './demands'

const communityParams = z.object({ communityId: id })
const demandParams = z.object({ communityId: id, demandId: id })
const count = z.int()

const facts = {
  demandId: id,
  title: z.string(),
  placeName: z.string(),
  /** Who sees its words; in a list only the author’s own are other than shown. */
  wordsState: z.enum(WORDS_STATES),
  state: z.enum(DEMAND_STATES),
  /** Persons on the owners' roll that signed, and how many there are, as last counted. */
  personsSigned: count,
  personsOf: count,
  endsAt: instant,
  metAt: z.nullable(instant),
  /** The vote that it led to is void: since then it waits anew. */
  waitsSince: z.nullable(instant),
}

/** A demand in a list. */
export const demandItem = z.object(facts)
export type DemandItem = z.output<typeof demandItem>

export const demandView = z.object({
  ...facts,
  communityId: id,
  placeId: id,
  text: z.string(),
  byName: z.string(),
  /** The reader wrote it. */
  mine: z.boolean(),
  /** A signature of the reader stands. */
  signed: z.boolean(),
  /** What who must convene said; it ends nothing. */
  answer: z.nullable(z.object({ text: z.string(), byName: z.string(), at: instant })),
  /** The vote by which it was convened. */
  voteId: z.nullable(id),
  /** The vote that it led to before, which is void. */
  voidVoteId: z.nullable(id),
  may: z.object({ convene: z.boolean(), seeSigners: z.boolean() }),
  acts: z.array(z.enum(DEMAND_ACTS)),
})
export type DemandView = z.output<typeof demandView>

export const writeDemandEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/demands',
  summary: '写一份联名要求：请召集业主表决；写的人同时签上名',
  params: communityParams,
  body: z.object({
    placeId: id,
    title: requiredText(DEMAND_TITLE_LENGTH),
    text: requiredText(DEMAND_TEXT_LENGTH),
  }),
  response: demandView,
})

export const listDemandsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/demands',
  summary: '联名要求：正在收签名的在前，然后是等着召集的，最后是召集了的',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(demandItem),
})

export const listDemandPlacesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/demand-places',
  summary: '我能在哪里写联名要求：我是业主的房子所在的单元、楼、院子、小区',
  params: communityParams,
  response: z.object({
    items: z.array(z.object({ placeId: id, name: z.string(), kind: z.enum(DEMAND_PLACE_KINDS) })),
  }),
})

export const readDemandEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/demands/:demandId',
  summary: '一份联名要求：要什么，签了几位，等了多久，有没有答复',
  params: demandParams,
  response: demandView,
})

export const actOnDemandEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/demands/:demandId/acts',
  summary: '签名、收回签名、撤回；该召集的人答复',
  params: demandParams,
  body: z.object({
    act: z.enum(DEMAND_ACTS),
    /** Of answer: why not, or when. */
    text: optionalText(DEMAND_ANSWER_LENGTH),
  }),
  response: demandView,
})

export const listDemandSignersEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/demands/:demandId/signatures',
  summary: '签名的是哪几套房：签名够了以后，给该召集的人核对',
  params: demandParams,
  query: z.object({ cursor }),
  response: pageOf(z.object({ signatureId: id, name: z.string(), at: instant })),
})
