/** Votes on paper as the server presents them, for tests of screens. */
import type { EnvelopeView, VoteView } from '#core/votes'
import { HOME_501, HOME_602, inDays, mays, voteView } from './votes'

export const ENVELOPES = 'GET /communities/*/votes/*/envelopes'
export const TAKE = 'POST /communities/*/votes/*/envelopes'
export const GIVE_BACK = 'DELETE /communities/*/votes/*/envelopes/*'
export const TO_KEY = 'GET /communities/*/votes/*/envelopes-to-key'
export const KEY = 'POST /communities/*/votes/*/envelopes/*/entries'
export const CANDIDATES = 'GET /communities/*/teller-candidates'
export const REPLACE = 'POST /communities/*/votes/*/tellers'

export const TELLERS = [
  { seat: 1 as const, name: '王敏（社区工作人员）', mine: false },
  { seat: 2 as const, name: '陈主任（居委会）', mine: false },
  { seat: 3 as const, name: '周书记（社区书记）', mine: false },
]

export const onPaper = (
  more: Partial<NonNullable<VoteView['paper']>> = {},
): NonNullable<VoteView['paper']> => ({ tellers: TELLERS, received: 2, left: null, voided: null, ...more })

/** Open, on paper too, for who takes envelopes. */
export const paperVoteView = (more: Partial<VoteView> = {}): VoteView =>
  voteView({ paper: onPaper(), voters: [], may: mays({ receiveEnvelopes: true }), ...more })

/** Voting is over; for a teller. */
export const countingView = (more: Partial<VoteView> = {}): VoteView =>
  paperVoteView({
    state: 'counting',
    paper: onPaper({ left: 2 }),
    may: mays({ receiveEnvelopes: true, keyEnvelopes: true }),
    ...more,
  })

export const envelope = (more: Partial<EnvelopeView> = {}): EnvelopeView => ({
  voterId: HOME_602,
  number: 12,
  name: '2单元 602 室',
  receivedAt: inDays(0),
  mine: true,
  state: 'received',
  ...more,
})

export const toKey602 = { voterId: HOME_602, number: 12, name: '2单元 602 室' }
export const toKey501 = { voterId: HOME_501, number: 7, name: '1单元 501 室' }
