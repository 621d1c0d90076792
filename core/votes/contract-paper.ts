import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { ROLES } from '../permissions'
import { VOTE_REASON_LENGTH, voteView } from './contract'
import { ENVELOPE_STATES, KEYED_VOID_REASONS } from './paper'
import { tellerSeat } from './paper-view'

const voteParams = z.object({ communityId: id, voteId: id })
const envelopeParams = z.object({ communityId: id, voteId: id, voterId: id })
const count = z.int()
/** The number printed on the ballot: the voter's place on the roll, from 1. */
const number = z.int().check(z.minimum(1), z.maximum(999_999_999))

export const tellerCandidate = z.object({
  personId: id,
  /** With the office, as they sign. */
  name: z.string(),
  role: z.enum(ROLES),
})
export type TellerCandidate = z.output<typeof tellerCandidate>

export const listTellerCandidatesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/teller-candidates',
  summary: '谁能当计票人：在那里任职的人，不算我自己',
  params: z.object({ communityId: id }),
  query: z.object({ placeId: id }),
  response: z.object({ items: z.array(tellerCandidate) }),
})

export const replaceTellerEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/tellers',
  summary: '换一位计票人，写明为什么，大家看得到',
  params: voteParams,
  body: z.object({
    seat: tellerSeat,
    personId: id,
    reason: requiredText(VOTE_REASON_LENGTH),
    revision: z.int(),
  }),
  response: voteView,
})

export const envelopeView = z.object({
  voterId: id,
  number,
  name: z.string(),
  receivedAt: instant,
  /** The reader took it. */
  mine: z.boolean(),
  state: z.enum(ENVELOPE_STATES),
})
export type EnvelopeView = z.output<typeof envelopeView>

export const listEnvelopesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/envelopes',
  summary: '收到的选票信封：谁的、到哪一步了；看不到里面选了什么',
  params: voteParams,
  query: z.object({ cursor }),
  response: pageOf(envelopeView),
})

export const receiveEnvelopeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/envelopes',
  summary: '收一个选票信封，只记是谁的：按信封上的号，或从还没投的里选',
  params: voteParams,
  /** One of them. */
  body: z.object({ number: z.optional(number), voterId: z.optional(id) }),
  response: envelopeView,
})

export const returnEnvelopeEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/votes/:voteId/envelopes/:voterId',
  summary: '收错了，退回去：只有收的人、截止以前',
  params: envelopeParams,
  response: done,
})

export const envelopeToKey = z.object({ voterId: id, number, name: z.string() })
export type EnvelopeToKey = z.output<typeof envelopeToKey>

/** What a teller looks through: what waits for them, or what they keyed in and the other has not. */
export const KEYING_LISTS = ['waiting', 'mine'] as const

export const listEnvelopesToKeyEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/votes/:voteId/envelopes-to-key',
  summary: '要我拆封录入的信封；我录了、另一位还没录的，还能改',
  params: voteParams,
  query: z.object({
    list: z._default(z.enum(KEYING_LISTS), 'waiting'),
    cursor,
    /** From this number on; what is no number asks for all. */
    number: optionalText(9),
  }),
  response: z.object({
    ...pageOf(envelopeToKey).shape,
    seat: tellerSeat,
    /** Of the list, on all its pages. */
    count,
  }),
})

export const keyEnvelopeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/envelopes/:voterId/entries',
  summary: '拆封录入：每一项选了什么，或者是废票；另一位录的我看不到',
  params: envelopeParams,
  /** One of them. */
  body: z.object({
    /** Of each item the option, or several where that is allowed; an item that was left blank is left out. */
    choices: z.optional(
      z.record(z.string().check(z.maxLength(8)), z.union([z.string(), z.array(z.string())])),
    ),
    voidReason: z.optional(z.enum(KEYED_VOID_REASONS)),
  }),
  response: z.object({
    /** How many still wait for this teller. */
    left: count,
    /** It was the last: the result is posted. */
    closed: z.boolean(),
  }),
})
