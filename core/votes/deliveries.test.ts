import type { Decision } from '../permissions'
import {
  decideDeliver,
  decideDeliveryAct,
  decideDeliveryProof,
  decideSeeDeliveries,
  deliveryActsFor,
  type Delivery,
} from './deliveries'
import type { DeliveryHow } from './delivery-ways'
import type { Vote } from './vote'
import { CAST, EVERYBODY, NOTICE_AT, ownersVote, type Who } from './vote-cast.property'

const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)
/** Of owners, in its notice, by bylaws that count silence. */
const counting = (more: Partial<Vote> = {}, onRoll = false): Vote =>
  ownersVote({ countsSilence: true, ...more }, onRoll)
const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  how: 'handed',
  byPersonId: 'otherHead',
  isOwn: false,
  hasEnded: false,
  ...more,
})
const who = (allowed: (one: Who) => Decision) => EVERYBODY.filter((one) => allowed(one).allowed)
const BRINGING: Who[] = ['convener', 'otherHead', 'committee', 'residentsCommittee', 'gridWorker']

describe('who records that a ballot was delivered', () => {
  it.each(['handed', 'posted'] as const)('%s: who convenes, and who goes from door to door', (how) => {
    expect(who((one) => decideDeliver(CAST[one], counting(), { how, isOwn: false, now: NOTICE_AT }))).toEqual(
      BRINGING,
    )
  })

  it('is, of their own word, who votes for that voter, and nobody else', () => {
    const own = (isOwn: boolean) =>
      codeOf(decideDeliver(CAST.nobody, counting({}, true), { how: 'acknowledged', isOwn, now: NOTICE_AT }))
    expect(own(true)).toBe('allowed')
    expect(own(false)).toBe('NOT_ALLOWED')
    expect(
      codeOf(decideDeliver(CAST.convener, counting(), { how: 'acknowledged', isOwn: false, now: NOTICE_AT })),
    ).toBe('NOT_ALLOWED')
  })

  it('is unknown to strangers', () => {
    expect(
      codeOf(decideDeliver(CAST.across, counting(), { how: 'handed', isOwn: false, now: NOTICE_AT })),
    ).toBe('NOT_FOUND')
    expect(codeOf(decideSeeDeliveries(CAST.across, counting()))).toBe('NOT_FOUND')
  })

  it('is only where silence counts, and from the notice until it opens', () => {
    const at = (more: Partial<Vote>) =>
      codeOf(decideDeliver(CAST.convener, counting(more), { how: 'handed', isOwn: false, now: NOTICE_AT }))
    expect(at({ countsSilence: false })).toBe('VOTE_SILENCE_NOT_COUNTED')
    expect(at({})).toBe('allowed')
    for (const state of ['draft', 'open', 'counting', 'closed', 'withdrawn'] as const)
      expect(at({ state })).toBe('VOTE_DELIVERY_NOT_NOW')
  })

  it('is recorded by others until three days before it opens, by themselves until it does', () => {
    const opensAt = new Date('2026-12-09T16:00:00.000Z') // the 10th, 0:00 in Shanghai
    const at = (now: string, how: DeliveryHow) =>
      codeOf(
        decideDeliver(how === 'acknowledged' ? CAST.nobody : CAST.convener, counting({ opensAt }, true), {
          how,
          isOwn: how === 'acknowledged',
          now: new Date(now),
        }),
      )
    expect(at('2026-12-06T15:59:59.999Z', 'posted')).toBe('allowed')
    expect(at('2026-12-06T16:00:00.000Z', 'posted')).toBe('VOTE_DELIVERY_LATE')
    expect(at('2026-12-06T16:00:00.000Z', 'handed')).toBe('VOTE_DELIVERY_LATE')
    expect(at('2026-12-09T15:59:59.999Z', 'acknowledged')).toBe('allowed')
  })

  it('is looked through by those who record it, and by who decides about the roll, also later', () => {
    const seeing = [...BRINGING, 'staff', 'secretary']
    for (const state of ['notice', 'open', 'closed'] as const)
      expect(who((one) => decideSeeDeliveries(CAST[one], counting({ state })))).toEqual(seeing)
    expect(codeOf(decideSeeDeliveries(CAST.neighbour, counting()))).toBe('NOT_ALLOWED')
  })
})

describe('the proof', () => {
  const proof = (how: DeliveryHow, photos: number, number?: string) =>
    codeOf(decideDeliveryProof({ how, photos, number }))

  it('is one photo of the signature or two', () => {
    expect([0, 1, 2, 3].map((photos) => proof('handed', photos))).toEqual([
      'VOTE_DELIVERY_PROOF',
      'allowed',
      'allowed',
      'VOTE_DELIVERY_PROOF',
    ])
    expect(proof('handed', 1, 'XA1')).toBe('VOTE_DELIVERY_PROOF')
  })

  it('is the number under which it was posted', () => {
    expect(proof('posted', 0, 'XA1')).toBe('allowed')
    expect(proof('posted', 0)).toBe('VOTE_DELIVERY_PROOF')
    expect(proof('posted', 0, '')).toBe('VOTE_DELIVERY_PROOF')
    expect(proof('posted', 1, 'XA1')).toBe('VOTE_DELIVERY_PROOF')
  })

  it('is one’s own word alone', () => {
    expect(proof('acknowledged', 0)).toBe('allowed')
    expect(proof('acknowledged', 1)).toBe('VOTE_DELIVERY_PROOF')
    expect(proof('acknowledged', 0, 'XA1')).toBe('VOTE_DELIVERY_PROOF')
  })
})

describe('what ends a proof', () => {
  const vote = counting({}, true)
  const acts = (one: Who, more: Partial<Delivery> = {}, given = vote) =>
    deliveryActsFor(CAST[one], { vote: given, delivery: delivery(more) })

  it('is the voter who did not get it, whoever recorded it', () => {
    expect(acts('nobody', { isOwn: true })).toEqual(['contest'])
    expect(acts('nobody', { isOwn: true, how: 'acknowledged', byPersonId: 'nobody' })).toEqual(['contest'])
  })

  it('is who recorded it, or convenes; never another who records', () => {
    expect(acts('otherHead')).toEqual(['take_back'])
    expect(acts('convener')).toEqual(['take_back'])
    expect(acts('gridWorker')).toEqual([])
    expect(acts('staff')).toEqual([])
  })

  it('leaves alone what voters said themselves', () => {
    expect(acts('convener', { how: 'acknowledged', byPersonId: 'somebody' })).toEqual([])
  })

  it('is nothing once it ended, or voting began', () => {
    const act = (more: Partial<Delivery>, given: Vote) =>
      codeOf(
        decideDeliveryAct(
          CAST.otherHead,
          { vote: given, delivery: delivery(more) },
          {
            act: 'take_back',
            reason: '送错了门',
          },
        ),
      )
    expect(act({ hasEnded: true }, vote)).toBe('STATE_CHANGED')
    expect(act({}, counting({ state: 'open' }))).toBe('VOTE_DELIVERY_NOT_NOW')
    expect(act({}, vote)).toBe('allowed')
  })

  it('needs a reason from an official, none from the voter, and is unknown to neighbours', () => {
    const act = (one: Who, name: 'contest' | 'take_back', isOwn = false) =>
      codeOf(decideDeliveryAct(CAST[one], { vote, delivery: delivery({ isOwn }) }, { act: name }))
    expect(act('otherHead', 'take_back')).toBe('REASON_REQUIRED')
    expect(act('nobody', 'contest', true)).toBe('allowed')
    expect(act('neighbour', 'contest')).toBe('NOT_FOUND')
    expect(act('otherHead', 'contest')).toBe('NOT_ALLOWED')
  })
})
