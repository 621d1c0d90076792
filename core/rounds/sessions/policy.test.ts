import fc from 'fast-check'
import type { Actor } from '../../permissions'
import { ROUND_STATES } from '../workflow'
import {
  decideEditNote,
  decideSession,
  decideStrikeNote,
  isDiscussing,
  SESSION_ACTS,
  sessionActsFor,
  sessionOffersAt,
} from './policy'
import { anyone, anySession, head, resident, round, session, stranger, worker } from './session-cast.property'

const EVERYTHING = [...SESSION_ACTS, 'change', 'write', 'show_code'] as const
const mayDo = (actor: Actor, more = {}) =>
  EVERYTHING.filter((what) => decideSession(actor, session(actor, more), what).allowed)
const refusal = (decision: ReturnType<typeof decideSession>) => (decision.allowed ? null : decision.code)

describe('who may do what in a session', () => {
  it.each([
    { who: 'who takes part', actor: resident, may: ['join', 'host', 'write'] },
    { who: 'who convenes', actor: head, may: ['join', 'host', 'cancel', 'change', 'write', 'show_code'] },
    { who: 'who observes', actor: worker, may: ['write'] },
    { who: 'a stranger', actor: stranger, may: [] },
  ])('$who', ({ actor, may }) => {
    expect(mayDo(actor)).toEqual(may)
  })

  it('who is in it leaves, who hosts it gives that back and shows its code', () => {
    expect(mayDo(resident, { joined: true, hostId: 'resident' })).toEqual([
      'join',
      'leave',
      'host',
      'unhost',
      'write',
      'show_code',
    ])
  })

  it('nobody takes a session from its host, but who convenes may', () => {
    const hosted = session(resident, { hostId: 'another' })
    expect(refusal(decideSession(resident, hosted, 'host'))).toBe('SESSION_HOSTED')
    expect(refusal(decideSession(resident, hosted, 'unhost'))).toBe('NOT_ALLOWED')
    expect(decideSession(head, session(head, { hostId: 'another' }), 'unhost').allowed).toBe(true)
  })

  it('what somebody wrote in is not cancelled', () => {
    expect(refusal(decideSession(head, session(head, { notes: 1 }), 'cancel'))).toBe('SESSION_HAS_NOTES')
  })
})

describe('what a screen offers of a session', () => {
  const STARTS = '2026-11-18T11:30:00.000Z'
  const offered = { state: 'open' as const, startsAt: STARTS, acts: [...SESSION_ACTS], may: { change: true } }

  it.each(['2026-11-18T02:00:00.000Z', STARTS, '2026-11-18T14:29:59.999Z'])('is all of it at %s', (now) => {
    expect(sessionOffersAt(offered, new Date(now))).toEqual({
      over: false,
      acts: SESSION_ACTS,
      change: true,
    })
  })

  it('is only to call it off once it is over', () => {
    const over = new Date('2026-11-18T14:30:00.000Z')
    expect(sessionOffersAt(offered, over)).toEqual({ over: true, acts: ['cancel'], change: false })
    expect(sessionOffersAt({ ...offered, acts: ['leave'] }, over).acts).toEqual([])
    expect(sessionOffersAt({ ...offered, state: 'cancelled', acts: [] }, over).over).toBe(false)
  })
})

describe('sessions live while the round discusses', () => {
  it.each(ROUND_STATES.filter((state) => !isDiscussing(state)))('not in %s', (state) => {
    const over = session(head, { round: round(head, { state }) })
    for (const what of EVERYTHING) expect(refusal(decideSession(head, over, what))).toBe('STATE_CHANGED')
  })
})

describe('always', () => {
  const met = anyone.chain((actor) => anySession(actor).map((one) => ({ actor, one })))

  it('a stranger learns nothing', () => {
    fc.assert(
      fc.property(anySession(stranger), fc.constantFrom(...EVERYTHING), (one, what) => {
        expect(refusal(decideSession(stranger, one, what))).toBe('NOT_FOUND')
      }),
    )
  })

  it('every button that is offered does something', () => {
    fc.assert(
      fc.property(met, ({ actor, one }) => {
        for (const act of sessionActsFor(actor, one)) {
          expect(decideSession(actor, one, act).allowed).toBe(true)
          expect(act === 'join' && one.joined).toBe(false)
          expect(act === 'host' && one.hostId !== null).toBe(false)
        }
      }),
    )
  })

  it('who may not write neither changes nor strikes, and words are changed by their author alone', () => {
    fc.assert(
      fc.property(
        met,
        fc.constantFrom('resident', 'head', 'other'),
        fc.boolean(),
        ({ actor, one }, authorId, struck) => {
          const note = { authorId, struck }
          const writes = decideSession(actor, one, 'write').allowed
          const edits = decideEditNote(actor, one, note).allowed
          const strikes = decideStrikeNote(actor, one, note).allowed
          expect(edits).toBe(writes && !struck && authorId === actor.personId)
          if (strikes) expect(writes && !struck).toBe(true)
          if (edits) expect(strikes).toBe(true)
        },
      ),
    )
  })
})
