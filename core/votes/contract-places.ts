import { z } from 'zod/mini'
import { endpoint, id } from '../contract'
import { BINDINGS } from './bulletin-format'
import { VOTE_PLACE_KINDS } from './conveners'
import { bylawInForceView } from './silence-view'
import { ELECTORATES, type VotePlace } from './vote'

const PLACES = VOTE_PLACE_KINDS as [VotePlace['kind'], ...VotePlace['kind'][]]
/** A day in Asia/Shanghai. */
const day = z.iso.date()

/** A place at which somebody convenes, and whom. */
export const votePlaceView = z.object({
  placeId: id,
  name: z.string(),
  kind: z.enum(PLACES),
  electorates: z.array(z.enum(ELECTORATES)),
  /** Whether what owners decide there binds, when this person convenes. */
  ownersBinding: z.enum(BINDINGS),
  /** First day on which it may open when notice is given today. */
  earliest: z.object({ owners: day, other: day }),
  /** By which owners' silence may count there; null: there are none in force. */
  bylaw: z.nullable(bylawInForceView),
})
export type VotePlaceView = z.output<typeof votePlaceView>

export const listVotePlacesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/vote-places',
  summary: '我能在哪里召集谁来表决，最早哪天开始；写一个地方，就问那里',
  params: z.object({ communityId: id }),
  query: z.object({
    placeId: z.optional(id),
    /** For a vote that the owners there demanded. */
    demandId: z.optional(id),
  }),
  response: z.object({ items: z.array(votePlaceView) }),
})
