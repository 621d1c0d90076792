import {
  decideAnswer,
  decideCast,
  decideChange,
  decideObject,
  decideVoidGround,
  decideVoteAct,
  objectionsEndAt,
  voteActsFor,
  voteClockDueAt,
} from './decide'
import type { Decision } from '../permissions'
import type { Vote } from './vote'
import {
  CAST,
  CLOSES_AT,
  ended,
  NOTICE_AT,
  OBJECTIONS_END,
  OPENS_AT,
  ownersVote,
  vote,
  type Who,
} from './vote-cast.property'
import { VOTE_CLOCK_ACTS, VOTE_PERSON_ACTS, VOTE_STATES } from './workflow'

const before = (instant: Date) => new Date(instant.getTime() - 1)
const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)

describe('an act', () => {
  it('is refused by permission first: a stranger learns nothing about the state', () => {
    for (const state of VOTE_STATES)
      for (const act of VOTE_PERSON_ACTS) {
        expect(codeOf(decideVoteAct(CAST.nobody, vote({ state }), act, NOTICE_AT))).toBe('NOT_FOUND')
        if (state !== 'draft')
          expect(codeOf(decideVoteAct(CAST.neighbour, vote({ state }), act, NOTICE_AT))).toBe('NOT_ALLOWED')
      }
  })

  it('is told that it changed where the state is another one', () => {
    expect(codeOf(decideVoteAct(CAST.convener, vote({ state: 'open' }), 'withdraw', OPENS_AT))).toBe(
      'STATE_CHANGED',
    )
    expect(codeOf(decideVoteAct(CAST.convener, vote(), 'give_notice', OPENS_AT))).toBe('STATE_CHANGED')
    expect(codeOf(decideVoteAct(CAST.secretary, vote({ state: 'counting' }), 'certify', CLOSES_AT))).toBe(
      'STATE_CHANGED',
    )
  })

  const LONG_AFTER = new Date('2027-06-01T00:00:00.000Z')
  // Written by hand: the buttons of who convenes, certifies and stands second, state by state, with all days over.
  it.each<[Vote['state'], string[], string[], string[]]>([
    ['draft', ['give_notice', 'withdraw'], [], []],
    ['notice', ['revise', 'withdraw'], [], []],
    ['open', [], [], []],
    ['counting', [], [], []],
    ['closed', [], ['certify', 'ask_void'], []],
    ['certified', [], ['ask_void'], []],
    ['withdrawn', [], [], []],
    ['void', [], [], []],
  ])('offers in %s the right buttons', (state, ofConvener, ofSecretary, ofSubdistrict) => {
    const given = vote({ state, closedAt: CLOSES_AT })
    const buttons = (who: Who) => voteActsFor(CAST[who], given, LONG_AFTER)
    expect([buttons('convener'), buttons('secretary'), buttons('subdistrict')]).toEqual([
      ofConvener,
      ofSecretary,
      ofSubdistrict,
    ])
  })
})

describe('certifying', () => {
  const certify = (more: Partial<Vote>, now: Date) =>
    codeOf(decideVoteAct(CAST.secretary, ended(more), 'certify', now))

  it('waits for the last moment of the days for objections', () => {
    expect(certify({}, CLOSES_AT)).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify({}, before(OBJECTIONS_END))).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify({}, OBJECTIONS_END)).toBe('allowed')
  })

  it('waits fifteen days where the whole community voted', () => {
    const wide = { placeId: 'community' }
    const end = new Date('2026-12-13T16:00:00.000Z')
    expect(certify(wide, OBJECTIONS_END)).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify(wide, before(end))).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify(wide, end)).toBe('allowed')
  })

  it('counts the days from the posting, not from the end of voting', () => {
    const posted = new Date('2026-11-30T16:00:00.000Z')
    expect(certify({ closedAt: posted }, OBJECTIONS_END)).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify({ closedAt: posted }, new Date('2026-12-08T16:00:00.000Z'))).toBe('allowed')
    expect(certify({ closedAt: null }, OBJECTIONS_END)).toBe('VOTE_OBJECTIONS_RUN')
  })

  it('waits for the answer to an objection, and never follows one that was upheld', () => {
    expect(certify({ undecidedResult: 1 }, OBJECTIONS_END)).toBe('VOTE_OBJECTIONS_RUN')
    expect(certify({ upheldResult: 1 }, OBJECTIONS_END)).toBe('VOTE_OBJECTION_UPHELD')
  })

  it('waits for the second official once it was asked to void the result', () => {
    expect(certify({ voidAskedById: 'secretary' }, OBJECTIONS_END)).toBe('VOTE_VOID_ASKED')
  })

  it('is not held up by an objection to the roll, which was answered before the opening', () => {
    expect(certify({ undecidedRoll: 1 }, OBJECTIONS_END)).toBe('allowed')
  })
})

describe('voiding', () => {
  it('takes a second official, and an asking before it', () => {
    const by = (who: Who, given: Vote) =>
      codeOf(decideVoteAct(CAST[who], given, 'agree_void', OBJECTIONS_END))
    expect(by('subdistrict', ended())).toBe('STATE_CHANGED')
    expect(by('secretary', ended({ voidAskedById: 'secretary' }))).toBe('NOT_ALLOWED')
    expect(by('subdistrict', ended({ voidAskedById: 'secretary' }))).toBe('allowed')
    expect(by('residentsCommittee', ownersVote({ state: 'certified', voidAskedById: 'committee' }))).toBe(
      'allowed',
    )
  })

  it('is asked once at a time, and can be refused', () => {
    const asked = ended({ voidAskedById: 'secretary' })
    expect(codeOf(decideVoteAct(CAST.secretary, asked, 'ask_void', CLOSES_AT))).toBe('VOTE_VOID_ASKED')
    expect(codeOf(decideVoteAct(CAST.subdistrict, asked, 'refuse_void', CLOSES_AT))).toBe('allowed')
    expect(codeOf(decideVoteAct(CAST.subdistrict, ended(), 'refuse_void', CLOSES_AT))).toBe('STATE_CHANGED')
  })

  it.each([
    ['an upheld objection', 'objection', 1, 'allowed'],
    ['an objection that nobody upheld', 'objection', 0, 'VOTE_VOID_GROUND'],
    ['an order from outside', 'order', 0, 'allowed'],
    ['an order, beside an upheld objection', 'order', 1, 'allowed'],
    ['nothing', undefined, 1, 'VOTE_VOID_GROUND'],
  ] as const)('on the ground of %s', (_what, ground, upheldResult, answer) => {
    expect(codeOf(decideVoidGround(ended({ upheldResult }), ground))).toBe(answer)
  })
})

describe('changing', () => {
  it('is the convener’s, and over with the notice', () => {
    expect(codeOf(decideChange(CAST.convener, vote({ state: 'draft' })))).toBe('allowed')
    expect(codeOf(decideChange(CAST.otherHead, vote({ state: 'draft' })))).toBe('NOT_FOUND')
    expect(codeOf(decideChange(CAST.otherHead, vote()))).toBe('NOT_ALLOWED')
    for (const state of VOTE_STATES.filter((one) => one !== 'draft'))
      expect(codeOf(decideChange(CAST.convener, vote({ state })))).toBe('VOTE_FROZEN')
  })
})

describe('casting', () => {
  const cast = (more: Partial<Vote>, now: Date) => codeOf(decideCast(CAST.neighbour, vote(more, true), now))

  it('is for who is on the roll; others who may read it are told so', () => {
    expect(codeOf(decideCast(CAST.neighbour, vote({ state: 'open' }), OPENS_AT))).toBe('VOTE_NOT_ON_ROLL')
    expect(codeOf(decideCast(CAST.secretary, vote({ state: 'open' }), OPENS_AT))).toBe('VOTE_NOT_ON_ROLL')
    expect(codeOf(decideCast(CAST.nobody, vote({ state: 'open' }), OPENS_AT))).toBe('NOT_FOUND')
  })

  it('ends by the clock, even when nobody has ended the vote yet', () => {
    expect(cast({ state: 'open' }, OPENS_AT)).toBe('allowed')
    expect(cast({ state: 'open' }, before(CLOSES_AT))).toBe('allowed')
    expect(cast({ state: 'open' }, CLOSES_AT)).toBe('VOTE_OVER')
  })

  it('needs the opening by the state, even when its hour has come', () => {
    expect(cast({ state: 'notice' }, OPENS_AT)).toBe('VOTE_NOT_OPEN')
  })

  it.each(['counting', 'closed', 'certified', 'void', 'withdrawn'] as const)('is over in %s', (state) => {
    expect(cast({ state }, OPENS_AT)).toBe('VOTE_OVER')
  })
})

describe('objecting', () => {
  const object = (given: Vote, about: 'roll' | 'result', now: Date, who: Who = 'neighbour') =>
    codeOf(decideObject(CAST[who], given, about, now))
  const OPENING_LATER = new Date('2026-12-03T16:00:00.000Z')

  it('to the roll is possible five days of the notice, the first not counted', () => {
    const owners = ownersVote({ opensAt: OPENING_LATER })
    const end = new Date('2026-11-23T16:00:00.000Z')
    expect(objectionsEndAt(owners, 'roll', before(end))).toEqual(end)
    expect(objectionsEndAt(owners, 'roll', end)).toBeNull()
    expect(object(owners, 'roll', NOTICE_AT)).toBe('allowed')
    expect(object(owners, 'roll', before(end))).toBe('allowed')
    expect(object(owners, 'roll', end)).toBe('VOTE_OBJECTION_LATE')
  })

  it('to the roll is over with the opening, also where the notice is shorter', () => {
    expect(objectionsEndAt(vote(), 'roll', before(OPENS_AT))).toEqual(OPENS_AT)
    expect(object(vote(), 'roll', before(OPENS_AT))).toBe('allowed')
    expect(object(vote(), 'roll', OPENS_AT)).toBe('VOTE_OBJECTION_LATE')
    expect(object(vote({ state: 'open' }), 'roll', NOTICE_AT)).toBe('VOTE_OBJECTION_LATE')
  })

  it('to the result is possible in its seven days', () => {
    expect(object(ended(), 'result', CLOSES_AT)).toBe('allowed')
    expect(object(ended(), 'result', before(OBJECTIONS_END))).toBe('allowed')
    expect(object(ended(), 'result', OBJECTIONS_END)).toBe('VOTE_OBJECTION_LATE')
    expect(object(vote({ state: 'open' }), 'result', OPENS_AT)).toBe('VOTE_OBJECTION_LATE')
    expect(object(ended({ state: 'certified' }), 'result', CLOSES_AT)).toBe('VOTE_OBJECTION_LATE')
  })

  it('is for who lives there or is on the roll, not for offices', () => {
    expect(object(vote(), 'roll', NOTICE_AT, 'staff')).toBe('NOT_ALLOWED')
    expect(object(ended(), 'result', CLOSES_AT, 'committee')).toBe('NOT_ALLOWED')
    expect(codeOf(decideObject(CAST.nobody, ownersVote({}, true), 'roll', NOTICE_AT))).toBe('allowed')
  })
})

describe('answering an objection', () => {
  const answer = (who: Who, given: Vote, about: 'roll' | 'result', more = {}) =>
    codeOf(decideAnswer(CAST[who], given, { about, authorId: 'neighbour', decided: false, ...more }))

  it('to the roll is somebody else’s than the convener’s and its author’s', () => {
    expect(answer('staff', vote(), 'roll')).toBe('allowed')
    expect(answer('convener', vote(), 'roll')).toBe('NOT_ALLOWED')
    expect(answer('staff', vote(), 'roll', { authorId: 'staff' })).toBe('NOT_ALLOWED')
    expect(answer('residentsCommittee', vote({ convenerId: 'residentsCommittee' }), 'roll')).toBe(
      'NOT_ALLOWED',
    )
    expect(answer('nobody', vote(), 'roll')).toBe('NOT_FOUND')
  })

  it('to the result is who certifies', () => {
    expect(answer('secretary', ended(), 'result')).toBe('allowed')
    expect(answer('staff', ended(), 'result')).toBe('NOT_ALLOWED')
    expect(answer('committee', ownersVote({ state: 'closed' }), 'result')).toBe('allowed')
  })

  it('is done once, while it still makes a difference', () => {
    expect(answer('staff', vote(), 'roll', { decided: true })).toBe('STATE_CHANGED')
    expect(answer('staff', vote({ state: 'open' }), 'roll')).toBe('STATE_CHANGED')
    expect(answer('secretary', ended({ state: 'certified' }), 'result')).toBe('STATE_CHANGED')
  })
})

describe('the clock', () => {
  it('opens when it was announced, but not over an objection that nobody answered', () => {
    expect(voteClockDueAt(vote(), 'open')).toEqual(OPENS_AT)
    expect(voteClockDueAt(vote({ undecidedRoll: 1 }), 'open')).toBeNull()
  })

  it('ends and counts at the hour of closing', () => {
    expect(voteClockDueAt(vote({ state: 'open' }), 'count')).toEqual(CLOSES_AT)
    expect(voteClockDueAt(vote({ state: 'counting' }), 'close')).toEqual(CLOSES_AT)
  })

  it('has nothing to do in any other state', () => {
    const due = VOTE_STATES.flatMap((state) =>
      VOTE_CLOCK_ACTS.filter((act) => voteClockDueAt(vote({ state }), act)).map((act) => `${state} ${act}`),
    )
    expect(due).toEqual(['notice open', 'open count', 'counting close'])
  })
})
