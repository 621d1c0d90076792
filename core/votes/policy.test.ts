import fc from 'fast-check'
import { ROLES, type Actor } from '../permissions'
import {
  decideAnswer,
  decideCast,
  decideCede,
  decideChange,
  decideObject,
  decideVoteAct,
  voteActsFor,
} from './decide'
import { voteOfficePlaces, votePolicy, type VoteRight } from './policy'
import type { Vote } from './vote'
import {
  CAST,
  CLOSES_AT,
  ended,
  EVERYBODY,
  JURISDICTION,
  NOTICE_AT,
  ownersVote,
  vote,
  type Who,
} from './vote-cast.property'
import { hasResult, VOTE_ACT_NAMES, VOTE_PERSON_ACTS, VOTE_STATES, type VoteAct } from './workflow'

const before = (instant: Date) => new Date(instant.getTime() - 1)

const may = (right: VoteRight | VoteAct, given: Vote): Who[] =>
  EVERYBODY.filter((who) => votePolicy[right](CAST[who], given))

/** In office over the place, and thus told what everybody there is told. */
const IN_OFFICE: Who[] = [
  ...(['otherHead', 'committee', 'residentsCommittee', 'gridWorker', 'gridChief', 'staff'] as const),
  ...(['secretary', 'subdistrict', 'district', 'auditor'] as const),
]

/** Who brings ballots to people's doors. */
const BRINGING: Who[] = ['otherHead', 'committee', 'residentsCommittee', 'gridWorker']

describe('who may know of a vote', () => {
  it('is its convener alone while it is a draft', () => {
    expect(may('read', vote({ state: 'draft' }))).toEqual(['convener'])
    expect(may('read', vote({ state: 'draft' }, true))).toEqual(['convener'])
  })

  it('is from the notice on who lives there, and who is in office over the place', () => {
    expect(may('read', vote())).toEqual(['convener', 'neighbour', ...IN_OFFICE])
  })

  it('is the estate’s when the estate votes', () => {
    const estates = vote({
      placeId: 'estate',
      jurisdiction: ['district', 'subdistrict', 'community', 'estate'],
    })
    expect(may('read', estates)).toEqual(expect.arrayContaining(['neighbour', 'across', 'committee']))
    expect(may('read', estates)).toEqual(expect.not.arrayContaining(['headAcross', 'gridWorker', 'nobody']))
  })

  it('is who is on its roll, wherever they live: an owner who let the home', () => {
    expect(votePolicy.read(CAST.nobody, ownersVote({}, true))).toBe(true)
    expect(votePolicy.read(CAST.across, ownersVote({}, true))).toBe(true)
  })

  it('is an owner nearby, where a home is to become a business; they may say that it concerns them', () => {
    const business = ownersVote({ rules: ['owners_unanimous'] })
    const tenant = {
      ...CAST.across,
      homes: CAST.across.homes.map((one) => ({ ...one, relation: 'tenant' as const })),
    }
    const child = { ...CAST.across, homes: CAST.across.homes.map((one) => ({ ...one, isAdult: false })) }
    for (const right of ['read', 'object_roll'] as const) {
      expect(votePolicy[right](CAST.across, business)).toBe(true)
      expect(votePolicy[right](CAST.across, ownersVote())).toBe(false)
      expect(votePolicy[right](tenant, business)).toBe(false)
      expect(votePolicy[right](child, business)).toBe(false)
      expect(votePolicy[right](CAST.nobody, business)).toBe(false)
      expect(
        votePolicy[right](CAST.nobody, { ...business, standing: { onRoll: false, ownsNearby: true } }),
      ).toBe(true)
      expect(votePolicy[right](CAST.across, { ...business, noticeAt: null })).toBe(right !== 'read')
    }
    expect(votePolicy.object_result(CAST.across, business)).toBe(false)
    expect(votePolicy.cast(CAST.across, business)).toBe(false)
  })

  it('is who votes for another by a written authority, wherever they live, and from asking on', () => {
    const agent = vote({ standing: { onRoll: false, isAgent: true } })
    for (const right of ['read', 'follow', 'see_receipts'] as const)
      expect(votePolicy[right](CAST.across, agent)).toBe(true)
    for (const right of ['cast', 'cede', 'object_roll', 'read_bulletin'] as const)
      expect(votePolicy[right](CAST.across, agent)).toBe(false)
    expect(votePolicy.read(CAST.across, { ...agent, noticeAt: null })).toBe(false)
  })

  it('is who cast and left: they read it, take theirs back, and find their receipt; nothing else', () => {
    const left = vote({ state: 'open', standing: { onRoll: false, hasCast: true } })
    const may = Object.keys(votePolicy).filter((right) =>
      votePolicy[right as VoteRight | VoteAct](CAST.nobody, left),
    )
    expect(may.sort()).toEqual(['cede', 'read', 'see_receipts'])
    expect(decideCede(CAST.nobody, left, before(CLOSES_AT))).toEqual({ allowed: true })
    expect(decideCede(CAST.nobody, left, CLOSES_AT)).toMatchObject({ code: 'VOTE_OVER' })
    expect(decideCast(CAST.nobody, left, before(CLOSES_AT))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is, of its result alone, who lives anywhere in the community', () => {
    for (const state of ['closed', 'certified', 'void'] as const)
      expect(votePolicy.read(CAST.across, ended({ state }))).toBe(true)
    for (const state of ['notice', 'open', 'counting', 'withdrawn'] as const)
      expect(votePolicy.read(CAST.across, vote({ state }))).toBe(false)
    expect(votePolicy.read(CAST.across, ended({ communityId: 'another community' }))).toBe(false)
    for (const right of ['follow', 'object_result', 'read_bulletin'] as const)
      expect(votePolicy[right](CAST.across, ended())).toBe(false)
  })

  it('names only places over which somebody is in office', () => {
    const roles = [...CAST.staff.roles, ...CAST.volunteer.roles, ...CAST.administrator.roles]
    expect(voteOfficePlaces({ roles })).toEqual(['community'])
  })
})

describe('who does what', () => {
  // Written by hand from domain.md 7 and 3: of everybody in the cast, none of them on the roll.
  const HAND: Record<VoteRight | VoteAct, [Vote, Who[]]> = {
    read: [vote(), ['convener', 'neighbour', ...IN_OFFICE]],
    change: [vote({ state: 'draft' }), ['convener']],
    follow: [ended(), ['convener', 'neighbour', ...IN_OFFICE]],
    cast: [vote({ state: 'open' }), []],
    cede: [vote({ state: 'open' }), []],
    see_receipts: [ended(), ['convener', 'neighbour', ...IN_OFFICE]],
    see_missing: [vote({ state: 'open' }), ['convener', 'otherHead']],
    print_ballots: [vote(), ['convener', 'otherHead']],
    object_roll: [vote(), ['neighbour']],
    decide_roll: [vote(), ['residentsCommittee', 'staff', 'secretary']],
    // Whoever lives in the community, by an authority of one on the roll.
    file_proxy: [vote(), ['neighbour', 'across']],
    decide_proxy: [vote(), ['residentsCommittee', 'staff', 'secretary']],
    object_result: [ended(), ['neighbour']],
    decide_result: [ended(), ['secretary']],
    read_bulletin: [ended(), ['convener', 'secretary', 'auditor']],
    receive_envelopes: [vote({ state: 'open' }), ['convener', 'otherHead']],
    key_envelopes: [vote({ state: 'counting' }), []],
    replace_teller: [vote(), ['secretary', 'subdistrict', 'district']],
    record_delivery: [vote(), ['convener', ...BRINGING]],
    see_deliveries: [vote(), ['convener', ...BRINGING, 'staff', 'secretary']],
    give_notice: [vote({ state: 'draft' }), ['convener']],
    revise: [vote(), ['convener']],
    withdraw: [vote(), ['convener']],
    open: [vote(), []],
    count: [vote({ state: 'open' }), []],
    close: [vote({ state: 'counting' }), []],
    certify: [ended(), ['secretary']],
    ask_void: [ended(), ['secretary']],
    refuse_void: [ended(), ['residentsCommittee', 'secretary', 'subdistrict', 'district']],
    agree_void: [ended(), ['residentsCommittee', 'secretary', 'subdistrict', 'district']],
  }

  it.each(Object.keys(HAND) as (VoteRight | VoteAct)[])('%s', (right) => {
    const [given, who] = HAND[right]
    expect(may(right, given)).toEqual(who)
  })

  it('gives a ballot, objections and the bulletin to who is on the roll, and nothing else', () => {
    const rights = (given: Vote) =>
      (Object.keys(votePolicy) as (VoteRight | VoteAct)[]).filter((one) =>
        votePolicy[one](CAST.nobody, given),
      )
    expect(rights(ended({}, true))).toEqual([
      'read',
      'follow',
      'cast',
      'cede',
      'see_receipts',
      'object_roll',
      'file_proxy',
      'object_result',
      'read_bulletin',
    ])
    expect(rights(ended())).toEqual([])
  })

  it('leaves a ballot to who is on the roll: no office casts one', () => {
    expect(may('cast', vote({ state: 'open' }))).toEqual([])
  })
})

describe('who certifies', () => {
  it('is the owners’ committee for owners, the secretary where there is none', () => {
    expect(may('certify', ownersVote({ state: 'closed', hasCommittee: true }))).toEqual(['committee'])
    expect(may('certify', ownersVote({ state: 'closed', hasCommittee: false }))).toEqual([
      'committee',
      'secretary',
    ])
  })

  it('is the owners’ committee as soon as one of several items is the owners’', () => {
    expect(may('certify', ended({ rules: ['households', 'owners_special'] }))).toEqual(['committee'])
  })

  it.each(['committee', 'secretary'] as const)('is never its convener: %s', (convenerId) => {
    const own =
      convenerId === 'committee' ? ownersVote({ state: 'closed', convenerId }) : ended({ convenerId })
    for (const right of [
      'certify',
      'ask_void',
      'agree_void',
      'refuse_void',
      'decide_roll',
      'decide_result',
    ] as const)
      expect(may(right, own)).not.toContain(convenerId)
  })

  it('needs a second official to void: never who asked for it', () => {
    expect(may('agree_void', ended({ voidAskedById: 'secretary' }))).toEqual([
      'residentsCommittee',
      'subdistrict',
      'district',
    ])
  })
})

describe('a stranger', () => {
  const elsewhere = fc.constantFrom(
    'another community',
    'another estate',
    'another building',
    'building across',
  )
  const officeElsewhere = fc.record({
    role: fc.constantFrom(...ROLES),
    placeId: elsewhere,
    isLead: fc.boolean(),
  })
  const withoutOffice = fc.record({
    role: fc.constantFrom(
      ...(['property_staff', 'volunteer', 'grid_specialist', 'agency_officer'] as const),
      ...(['counselling_triage', 'aid_triage', 'administrator'] as const),
    ),
    placeId: fc.constantFrom(...JURISDICTION),
    isLead: fc.boolean(),
  })
  const homeElsewhere = fc.record({
    homeId: fc.constant('home'),
    path: elsewhere.map((place) => ['community', 'estate', place, 'home']),
    relation: fc.constantFrom('owner' as const, 'family' as const, 'tenant' as const),
    isAdult: fc.boolean(),
    since: fc.constant(new Date(0)),
  })
  const strangers: fc.Arbitrary<Actor> = fc.record({
    personId: fc.constant('stranger'),
    roles: fc.array(fc.oneof(officeElsewhere, withoutOffice)),
    homes: fc.array(homeElsewhere),
  })
  const anyVote: fc.Arbitrary<Vote> = fc
    .record({
      state: fc.constantFrom(...VOTE_STATES),
      owners: fc.boolean(),
      hasCommittee: fc.boolean(),
      undecidedRoll: fc.nat(2),
      upheldResult: fc.nat(2),
      voidAskedById: fc.constantFrom(null, 'secretary', 'stranger'),
    })
    .map(({ owners, ...more }) => (owners ? ownersVote : vote)({ ...more, closedAt: CLOSES_AT }))
  const anyNow = fc.date({ min: NOTICE_AT, max: new Date('2027-02-01'), noInvalidDate: true })

  it('may do nothing and learns nothing, in whatever state a vote is', () => {
    fc.assert(
      fc.property(strangers, anyVote, anyNow, (actor, given, now) => {
        const decisions = [
          ...VOTE_PERSON_ACTS.map((act) => decideVoteAct(actor, given, act, now)),
          decideChange(actor, given),
          decideCast(actor, given, now),
          ...(['roll', 'result'] as const).flatMap((about) => [
            decideObject(actor, given, about, now),
            decideAnswer(actor, given, { about, authorId: 'neighbour', decided: false }),
          ]),
        ]
        for (const decision of decisions) expect(decision).toEqual({ allowed: false, code: 'NOT_FOUND' })
        expect(voteActsFor(actor, given, now)).toEqual([])
        const rights = (Object.keys(votePolicy) as (VoteRight | VoteAct)[]).filter((right) =>
          votePolicy[right](actor, given),
        )
        // Who lives elsewhere in the community reads the result; and brings the authority of one on the roll, if they are told whose.
        const isAdult = actor.homes.some((home) => home.isAdult)
        expect(rights).toEqual([
          ...(hasResult(given.state) && actor.homes.length > 0 ? ['read'] : []),
          ...(given.noticeAt !== null && isAdult ? ['file_proxy'] : []),
        ])
      }),
    )
  })

  it('that holds no office there is refused every act, of person or clock, by the policy itself', () => {
    for (const act of VOTE_ACT_NAMES) expect(votePolicy[act](CAST.nobody, vote())).toBe(false)
  })
})
