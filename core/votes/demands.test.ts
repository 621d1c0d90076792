import fc from 'fast-check'
import type { Actor, Decision } from '../permissions'
import { dateOf } from '../calendar'
import {
  DEMAND_ACTS,
  DEMAND_STATES,
  decideConveneDemand,
  decideDemandAct,
  demandActsFor,
  demandClockDueAt,
  demandEndsAt,
  demandPolicy,
  demandSilentAt,
  isDemandPlace,
  reopenedDemand,
  meetsDemand,
  signersNeeded,
  type Demand,
  type DemandAct,
} from './demands'
import { demandStateInWords, signedInWords } from './demand-words'
import { at, CAST, NOTICE_AT, type Who } from './vote-cast.property'

const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)
const ENDS_AT = demandEndsAt(NOTICE_AT)

const demand = (more: Partial<Demand> = {}): Demand => ({
  ...at('building'),
  state: 'open',
  authorId: 'neighbour',
  wordsState: 'shown',
  endsAt: ENDS_AT,
  metAt: more.state === 'met' || more.state === 'convened' ? NOTICE_AT : null,
  waitsSince: null,
  signed: false,
  ownsHere: false,
  ...more,
})
const act = (who: Actor, name: DemandAct, given: Demand, now = NOTICE_AT) =>
  codeOf(decideDemandAct(who, given, name, now))
const those = (rule: (actor: Actor) => boolean) =>
  (Object.keys(CAST) as Who[]).filter((who) => rule(CAST[who]))

describe('twenty per cent', () => {
  it.each([
    [0, 0, false],
    [1, 0, false],
    [0, 1, false],
    [1, 1, true],
    [1, 5, true],
    [1, 6, false],
    [2, 6, true],
    [19, 100, false],
    [20, 100, true],
    [21, 100, true],
    [399, 1996, false],
    [400, 1996, true],
    [400, 2000, true],
    [400, 2001, false],
  ])('%i of %i: %s', (signed, of, met) => {
    expect(meetsDemand({ signed, of })).toBe(met)
  })

  it('needs the smallest number that meets it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (of) => {
        const needed = signersNeeded(of)
        expect(meetsDemand({ signed: needed, of })).toBe(true)
        expect(meetsDemand({ signed: needed - 1, of })).toBe(false)
      }),
    )
    expect(signersNeeded(0)).toBe(1)
  })
})

describe('a demand', () => {
  it('is read by all who live or own something there and who are in office, in the states that are shown', () => {
    const readers = those((actor) => demandPolicy.read(actor, demand()))
    expect(readers).toEqual(
      expect.arrayContaining(['neighbour', 'across', 'committee', 'residentsCommittee']),
    )
    expect(readers).not.toEqual(expect.arrayContaining(['nobody']))
    expect(readers).not.toEqual(expect.arrayContaining(['otherCommittee']))
    expect(demandPolicy.read(CAST.nobody, demand({ ownsHere: true }))).toBe(true)
    for (const state of ['expired', 'withdrawn'] as const) {
      expect(those((actor) => demandPolicy.read(actor, demand({ state })))).toEqual(['neighbour'])
      expect(demandPolicy.read(CAST.across, demand({ state, signed: true }))).toBe(true)
    }
  })

  it('whose words neighbours don’t see is its author’s, its signers’, the moderators’, and once it is met who must convene’s', () => {
    for (const wordsState of ['waiting', 'hidden', 'staff_only'] as const) {
      const readers = (more: Partial<Demand> = {}) =>
        those((actor) => demandPolicy.read(actor, demand({ wordsState, ...more })))
      expect(readers()).toEqual(['neighbour', 'staff'])
      expect(readers({ state: 'met' })).toEqual(['neighbour', 'committee', 'staff'])
      expect(demandPolicy.read(CAST.across, demand({ wordsState, signed: true }))).toBe(true)
      expect(demandPolicy.read(CAST.across, demand({ wordsState, ownsHere: true }))).toBe(false)
      for (const state of ['expired', 'withdrawn'] as const) expect(readers({ state })).toEqual(['neighbour'])
    }
  })

  it('is signed by nobody while its words are not shown; signatures are taken back, and it is answered', () => {
    for (const wordsState of ['waiting', 'hidden', 'staff_only'] as const) {
      expect(act(CAST.neighbour, 'sign', demand({ wordsState }))).toBe('DEMAND_NOT_SHOWN')
      expect(act(CAST.across, 'sign', demand({ wordsState }))).toBe('NOT_FOUND')
      expect(act(CAST.across, 'take_back', demand({ wordsState, signed: true }))).toBe('allowed')
      expect(act(CAST.neighbour, 'withdraw', demand({ wordsState }))).toBe('allowed')
      expect(act(CAST.committee, 'answer', demand({ wordsState, state: 'met' }))).toBe('allowed')
    }
  })

  it('is convened and answered by the owners’ committee, without one by the residents’, never by a head', () => {
    const conveners = (given: Demand) => those((actor) => demandPolicy.convene(actor, given))
    expect(conveners(demand())).toEqual(['committee'])
    expect(conveners(demand({ hasCommittee: false }))).toContain('residentsCommittee')
    expect(conveners(demand({ hasCommittee: false }))).not.toContain('convener')
  })

  it('is the residents’ committee’s to convene as well, once the owners’ committee stayed silent', () => {
    const convening = those((actor) =>
      demandPolicy.convene(actor, demand({ state: 'met', committeeSilent: true })),
    )
    expect(convening).toEqual(['committee', 'residentsCommittee'])
  })

  it('shows the units that signed to who must convene, once there are enough', () => {
    const seeing = (given: Demand) => those((actor) => demandPolicy.see_signers(actor, given))
    expect(seeing(demand())).toEqual([])
    expect(seeing(demand({ state: 'met' }))).toEqual(['committee'])
  })

  // Written by hand: the buttons of its author, of who signed, of a neighbour and of the committee, state by state.
  it.each<[Demand['state'], DemandAct[], DemandAct[], DemandAct[]]>([
    ['open', ['sign', 'withdraw'], ['take_back'], []],
    ['met', [], [], ['answer']],
    ['convened', [], [], []],
    ['expired', [], [], []],
    ['withdrawn', [], [], []],
  ])('offers in %s the right buttons', (state, ofAuthor, ofSigner, ofCommittee) => {
    expect(demandActsFor(CAST.neighbour, demand({ state }), NOTICE_AT)).toEqual(ofAuthor)
    expect(demandActsFor(CAST.across, demand({ state, signed: true }), NOTICE_AT)).toEqual(ofSigner)
    expect(demandActsFor(CAST.committee, demand({ state }), NOTICE_AT)).toEqual(ofCommittee)
  })

  it('says no in the right words', () => {
    expect(act(CAST.nobody, 'sign', demand())).toBe('NOT_FOUND')
    expect(act(CAST.committee, 'sign', demand())).toBe('DEMAND_NOT_OWNER')
    expect(act(CAST.across, 'withdraw', demand())).toBe('NOT_ALLOWED')
    expect(act(CAST.across, 'take_back', demand())).toBe('NOT_ALLOWED')
    expect(act(CAST.across, 'answer', demand({ state: 'met' }))).toBe('NOT_ALLOWED')
    expect(act(CAST.across, 'sign', demand({ state: 'met' }))).toBe('DEMAND_OVER')
    expect(act(CAST.across, 'take_back', demand({ state: 'met', signed: true }))).toBe('DEMAND_OVER')
    expect(act(CAST.committee, 'answer', demand())).toBe('DEMAND_NOT_MET')
    expect(act(CAST.across, 'sign', demand(), ENDS_AT)).toBe('DEMAND_OVER')
  })

  it('allows nothing in an unknown corner', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEMAND_ACTS), fc.constantFrom(...DEMAND_STATES), (name, state) => {
        expect(act(CAST.nobody, name, demand({ state }))).toBe('NOT_FOUND')
      }),
    )
  })

  it('is convened by a vote of the owners of the same place, while it waits for one', () => {
    const met = demand({ state: 'met' })
    const vote = { placeId: met.placeId, electorate: 'owners' }
    expect(codeOf(decideConveneDemand(met, vote))).toBe('allowed')
    expect(codeOf(decideConveneDemand(met, { ...vote, placeId: 'elsewhere' }))).toBe('DEMAND_VOTE_WRONG')
    expect(codeOf(decideConveneDemand(met, { ...vote, electorate: 'homes' }))).toBe('DEMAND_VOTE_WRONG')
    for (const state of ['open', 'convened', 'expired', 'withdrawn'] as const)
      expect(codeOf(decideConveneDemand(demand({ state }), vote))).toBe('DEMAND_NOT_MET')
  })

  it('has 60 days for signatures and 30 before it counts as silence', () => {
    expect(dateOf(ENDS_AT)).toBe('2027-01-18')
    expect(dateOf(demandSilentAt(NOTICE_AT))).toBe('2026-12-19')
    expect(demandClockDueAt(demand(), 'expire')).toEqual(ENDS_AT)
    expect(demandClockDueAt(demand(), 'silent')).toBeNull()
    expect(demandClockDueAt(demand({ state: 'met' }), 'expire')).toBeNull()
    expect(demandClockDueAt(demand({ state: 'met' }), 'silent')).toEqual(demandSilentAt(NOTICE_AT))
    expect(demandClockDueAt(demand({ state: 'convened' }), 'silent')).toBeNull()
  })

  it('whose vote is void waits anew, with days of silence of its own', () => {
    const voidAt = new Date('2027-02-01T02:00:00.000Z')
    const again = reopenedDemand({ silentAt: null }, 'owners_committee', voidAt)
    expect(again).toEqual({ waitsSince: voidAt, silentAt: null })
    expect(demandClockDueAt(demand({ state: 'met', waitsSince: voidAt }), 'silent')).toEqual(
      demandSilentAt(voidAt),
    )
    // A committee that convened in the end, if late, has its days; one in whose place another convened hasn't.
    expect(reopenedDemand({ silentAt: NOTICE_AT }, 'owners_committee', voidAt).silentAt).toBeNull()
    expect(reopenedDemand({ silentAt: NOTICE_AT }, 'residents_committee', voidAt).silentAt).toEqual(NOTICE_AT)
  })

  it('is made where owners decide together', () => {
    const kinds = ['estate', 'building', 'courtyard', 'entrance', 'home', 'community', 'grid'] as const
    expect(kinds.filter(isDemandPlace)).toEqual(['estate', 'building', 'courtyard', 'entrance'])
  })
})

describe('words of a demand', () => {
  const facts = { endsAt: ENDS_AT.toISOString(), metAt: NOTICE_AT.toISOString(), waitsSince: null }
  it('count the days that it waits', () => {
    const words = (now: string) => demandStateInWords({ state: 'met', ...facts }, new Date(now))
    expect(words('2026-11-18T03:00:00.000Z')).toBe('签名够了，今天起等着召集')
    expect(words('2026-11-30T03:00:00.000Z')).toBe('签名够了，已经等了 12 天')
  })

  it('count anew from the day on which the vote became void', () => {
    const words = (now: string) =>
      demandStateInWords({ state: 'met', ...facts, waitsSince: '2026-12-20T02:00:00.000Z' }, new Date(now))
    expect(words('2026-12-20T03:00:00.000Z')).toBe('表决作废了，今天起重新等着召集')
    expect(words('2026-12-23T03:00:00.000Z')).toBe('表决作废了，重新等了 3 天')
  })

  it('say how many signed and how many are needed', () => {
    expect(signedInWords({ personsSigned: 3, personsOf: 24 })).toBe(
      '已有 3 位业主签名，要 5 位（一共 24 位）',
    )
    expect(demandStateInWords({ state: 'convened', ...facts }, NOTICE_AT)).toBe('已经召集表决')
    expect(demandStateInWords({ state: 'open', ...facts }, NOTICE_AT)).toMatch(/^正在收签名，到.*为止$/)
  })
})
