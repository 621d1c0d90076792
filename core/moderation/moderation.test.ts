import fc from 'fast-check'
import type { Actor, Role } from '../permissions'
import {
  appealEndsAt,
  CASE_DECISIONS,
  CASE_SOURCES,
  CONCERN_LABELS,
  CONCERNS,
  decideAppeal,
  decideCase,
  decideReport,
  decideWords,
  decisionLabel,
  DECISIONS_OF,
  mayModerate,
  needsReason,
  WORDS_STATE_NOTES,
  WORDS_STATES,
  type ModerationCase,
} from '.'

const person = (personId: string, ...roles: [Role, string][]): Actor => ({
  personId,
  roles: roles.map(([role, placeId]) => ({ role, placeId, isLead: false })),
  homes: [],
})
const moderator = (personId = 'moderator') => person(personId, ['community_staff', 'here'])
const reported: ModerationCase = {
  communityId: 'here',
  source: 'report',
  state: 'open',
  authorId: 'author',
  hiddenBy: null,
  decision: null,
  decidedAt: null,
  inForce: false,
  appealed: false,
}
const hidden: ModerationCase = {
  ...reported,
  state: 'decided',
  decision: 'hide',
  decidedAt: new Date('2026-11-01T04:00:00.000Z'),
  inForce: true,
}
const codeOf = (decision: ReturnType<typeof decideCase>) => (decision.allowed ? 'ALLOWED' : decision.code)

describe('new words', () => {
  it.each([
    [true, true, 'clear', 'shown'],
    [true, true, 'unsure', 'waiting'],
    [false, true, 'clear', 'staff_only'],
    [true, false, 'clear', 'staff_only'],
    [false, false, 'unsure', 'staff_only'],
  ] as const)('verified %s, agreed %s, %s: %s', (verified, consented, check, state) => {
    expect(decideWords({ verified, consented, check })).toBe(state)
  })

  it('are never hidden by a check, and never shown without phone, consent and a clear check', () => {
    const standing = fc.record({
      verified: fc.boolean(),
      consented: fc.boolean(),
      check: fc.constantFrom('clear' as const, 'unsure' as const),
    })
    fc.assert(
      fc.property(standing, (of) => {
        const state = decideWords(of)
        expect(state).not.toBe('hidden')
        expect(state === 'shown').toBe(of.verified && of.consented && of.check === 'clear')
      }),
    )
  })

  it('have a note for their author exactly where neighbours don’t see them', () => {
    expect(WORDS_STATES.filter((state) => WORDS_STATE_NOTES[state] === null)).toEqual(['shown'])
  })
})

describe('a case', () => {
  it('is the community’s staff’s, of that community', () => {
    expect(mayModerate(moderator(), reported)).toBe(true)
    for (const other of [
      person('x'),
      person('x', ['community_staff', 'elsewhere']),
      person('x', ['community_secretary', 'here']),
      person('x', ['grid_chief', 'here']),
      person('x', ['administrator', 'district']),
    ]) {
      expect(mayModerate(other, reported)).toBe(false)
      expect(codeOf(decideCase(other, reported, { decision: 'keep' }))).toBe('NOT_FOUND')
    }
  })

  it('is never decided by whom the words are from, nor an appeal by who hid them', () => {
    expect(codeOf(decideCase(moderator('author'), reported, { decision: 'keep' }))).toBe('MODERATION_OWN')
    const appeal: ModerationCase = { ...reported, source: 'appeal', hiddenBy: 'first' }
    expect(codeOf(decideCase(moderator('first'), appeal, { decision: 'show' }))).toBe('APPEAL_SAME_MODERATOR')
    expect(decideCase(moderator('second'), appeal, { decision: 'show' }).allowed).toBe(true)
  })

  it('is decided once, in one of the ways that fit where it came from, with a reason where words stay unseen', () => {
    for (const source of CASE_SOURCES) {
      for (const decision of CASE_DECISIONS) {
        const of = { ...reported, source }
        const fits = DECISIONS_OF[source].includes(decision)
        const bare = codeOf(decideCase(moderator(), of, { decision }))
        expect(bare).toBe(
          fits ? (needsReason(source, decision) ? 'REASON_REQUIRED' : 'ALLOWED') : 'ACT_NOT_POSSIBLE',
        )
        const reasoned = { decision, reason: '骂人' }
        expect(decideCase(moderator(), of, reasoned).allowed).toBe(fits)
        for (const state of ['decided', 'dropped'] as const)
          expect(codeOf(decideCase(moderator(), { ...of, state }, reasoned))).toBe('STATE_CHANGED')
      }
    }
  })

  it('has two choices, whose buttons differ', () => {
    for (const source of CASE_SOURCES) {
      const labels = DECISIONS_OF[source].map((decision) => decisionLabel(source, decision))
      expect(new Set(labels).size).toBe(2)
    }
  })
})

describe('an appeal', () => {
  const day = (days: number) => new Date((hidden.decidedAt as Date).getTime() + days * 86_400_000)

  it('is the author’s, once, while the words are hidden', () => {
    const now = day(1)
    expect(decideAppeal(person('author'), hidden, now).allowed).toBe(true)
    expect(codeOf(decideAppeal(person('other'), hidden, now))).toBe('NOT_FOUND')
    expect(codeOf(decideAppeal(person('author'), reported, now))).toBe('NOT_FOUND')
    expect(codeOf(decideAppeal(person('author'), { ...hidden, appealed: true }, now))).toBe('APPEAL_EXISTS')
    expect(codeOf(decideAppeal(person('author'), { ...hidden, inForce: false }, now))).toBe('STATE_CHANGED')
  })

  it('has fourteen calendar days in Shanghai, the first not counted', () => {
    const end = appealEndsAt(hidden.decidedAt as Date)
    expect(end.toISOString()).toBe('2026-11-15T16:00:00.000Z')
    const before = new Date(end.getTime() - 1)
    expect(decideAppeal(person('author'), hidden, before).allowed).toBe(true)
    expect(codeOf(decideAppeal(person('author'), hidden, end))).toBe('APPEAL_PERIOD_OVER')
  })
})

describe('a report', () => {
  const words = { authorId: 'author', readable: true, state: 'shown' }

  it('is for who may read the words, not for who wrote them', () => {
    expect(decideReport(person('x'), words).allowed).toBe(true)
    expect(codeOf(decideReport(person('author'), words))).toBe('NOT_ALLOWED')
    expect(codeOf(decideReport(person('x'), { ...words, readable: false }))).toBe('NOT_FOUND')
    expect(codeOf(decideReport(person('author'), { ...words, readable: false }))).toBe('NOT_FOUND')
    expect(codeOf(decideReport(person('x'), { ...words, state: 'hidden' }))).toBe('STATE_CHANGED')
  })

  it('names a concern that has words of its own', () => {
    expect(new Set(CONCERNS.map((concern) => CONCERN_LABELS[concern])).size).toBe(CONCERNS.length)
  })
})
