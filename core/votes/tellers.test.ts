import {
  decideCounting,
  decideReceive,
  decideReplaceTeller,
  decideReturn,
  decideSeeEnvelopes,
} from './decide-paper'
import { votePolicy } from './policy'
import { decideNewTeller, decideTellers, TELLER_SEAT_LABELS, TELLER_SEATS } from './tellers'
import type { Vote } from './vote'
import { CAST, CLOSES_AT, vote } from './vote-cast.property'

const FIELD = { inOfficeIds: ['a', 'b', 'c', 'd', 'convener'], convenerId: 'convener' }

describe('naming tellers', () => {
  const decided = (...ids: string[]) => decideTellers(ids, FIELD).allowed

  it('takes three different ones in office, never the convener; or none at all', () => {
    expect(decided('a', 'b', 'c')).toBe(true)
    expect(decided()).toBe(true)
    expect(decided('a', 'b')).toBe(false)
    expect(decided('a')).toBe(false)
    expect(decided('a', 'b', 'c', 'd')).toBe(false)
    expect(decided('a', 'b', 'b')).toBe(false)
    expect(decided('a', 'b', 'convener')).toBe(false)
    expect(decided('a', 'b', 'somebody')).toBe(false)
  })

  it('replaces one by somebody who never was one, is in office, and neither convenes nor names themselves', () => {
    const with_ = (id: string) =>
      decideNewTeller(id, { ...FIELD, byId: 'd', everTellerIds: ['a', 'b'] }).allowed
    expect(with_('c')).toBe(true)
    for (const id of ['a', 'b', 'd', 'convener', 'somebody']) expect(with_(id)).toBe(false)
  })

  it('calls the third the reserve', () => {
    expect(TELLER_SEATS.map((seat) => TELLER_SEAT_LABELS[seat])).toEqual(['计票人', '计票人', '后备计票人'])
  })
})

const paper = (more: Partial<Vote> = {}): Vote => vote({ onPaper: true, state: 'open', ...more })
const counted = (more: Partial<Vote> = {}): Vote =>
  paper({ state: 'counting', standing: { onRoll: false, tellerSeat: 1 }, ...more })
const before = new Date(CLOSES_AT.getTime() - 1)

const codeOf = (decision: { allowed: true } | { allowed: false; code: string }) =>
  decision.allowed ? 'allowed' : decision.code

describe('envelopes', () => {
  it('are taken by convener and building head, while it is open by the clock too', () => {
    const received = (more: Partial<Vote>, now = before) =>
      codeOf(decideReceive(CAST.convener, paper(more), now))
    expect(received({})).toBe('allowed')
    expect(received({}, CLOSES_AT)).toBe('VOTE_OVER')
    expect(received({ state: 'counting' })).toBe('VOTE_OVER')
    expect(received({ state: 'closed' })).toBe('VOTE_OVER')
    expect(received({ state: 'notice' })).toBe('VOTE_NOT_OPEN')
    expect(received({ onPaper: false })).toBe('VOTE_NOT_ON_PAPER')
    expect(codeOf(decideReceive(CAST.otherHead, paper(), before))).toBe('allowed')
    expect(codeOf(decideReceive(CAST.neighbour, paper(), before))).toBe('NOT_ALLOWED')
    expect(codeOf(decideReceive(CAST.nobody, paper(), before))).toBe('NOT_FOUND')
    expect(codeOf(decideSeeEnvelopes(CAST.convener, paper({ state: 'closed' })))).toBe('allowed')
    expect(codeOf(decideSeeEnvelopes(CAST.convener, paper({ state: 'notice' })))).toBe('VOTE_NOT_OPEN')
  })

  it('are given back by who took them alone', () => {
    const returned = (receivedById: string, now = before) =>
      codeOf(decideReturn(CAST.convener, paper(), { receivedById }, now))
    expect(returned(CAST.convener.personId)).toBe('allowed')
    expect(returned('somebody')).toBe('VOTE_ENVELOPE_NOT_YOURS')
    expect(returned(CAST.convener.personId, CLOSES_AT)).toBe('VOTE_OVER')
  })

  it('are opened by tellers in office, while it is counted, and by nobody who convenes', () => {
    expect(codeOf(decideCounting(CAST.staff, counted()))).toBe('allowed')
    expect(codeOf(decideCounting(CAST.staff, counted({ state: 'open' })))).toBe('VOTE_NOT_COUNTING')
    expect(codeOf(decideCounting(CAST.staff, counted({ state: 'closed' })))).toBe('VOTE_NOT_COUNTING')
    expect(codeOf(decideCounting(CAST.staff, counted({ standing: { onRoll: false } })))).toBe('NOT_ALLOWED')
    expect(codeOf(decideCounting(CAST.convener, counted()))).toBe('NOT_ALLOWED')
    // Out of office: who was named is nobody any more.
    expect(codeOf(decideCounting(CAST.neighbour, counted()))).toBe('NOT_ALLOWED')
    expect(codeOf(decideCounting(CAST.nobody, counted()))).toBe('NOT_FOUND')
  })

  it('are no neighbour’s and no teller’s of a draft', () => {
    const draft = counted({ state: 'draft', noticeAt: null })
    expect(votePolicy.read(CAST.otherHead, draft)).toBe(false)
  })

  it('have another teller named by the level above, until it is counted', () => {
    expect(codeOf(decideReplaceTeller(CAST.secretary, paper()))).toBe('allowed')
    expect(codeOf(decideReplaceTeller(CAST.secretary, counted()))).toBe('allowed')
    expect(codeOf(decideReplaceTeller(CAST.secretary, paper({ state: 'closed' })))).toBe('STATE_CHANGED')
    expect(codeOf(decideReplaceTeller(CAST.secretary, paper({ onPaper: false })))).toBe('VOTE_NOT_ON_PAPER')
    expect(codeOf(decideReplaceTeller(CAST.convener, paper()))).toBe('NOT_ALLOWED')
    expect(codeOf(decideReplaceTeller(CAST.secretary, paper({ convenerId: CAST.secretary.personId })))).toBe(
      'NOT_ALLOWED',
    )
  })
})
