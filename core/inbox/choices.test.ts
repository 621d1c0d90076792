import fc from 'fast-check'
import {
  choicesFor,
  decideChoice,
  heldUntil,
  INBOX_CHOICES,
  INBOX_TOPIC_LABELS,
  INBOX_TOPIC_TEXTS,
  INBOX_TOPICS,
  topicOf,
} from './choices'
import { INBOX_KINDS } from './words'

describe('topics', () => {
  it('hold every kind, and each holds some', () => {
    expect(new Set(INBOX_KINDS.map(topicOf))).toEqual(new Set(INBOX_TOPICS))
  })

  it('have names of their own, in plain words', () => {
    for (const topic of INBOX_TOPICS) {
      expect(`${INBOX_TOPIC_LABELS[topic]}${INBOX_TOPIC_TEXTS[topic]}`).not.toMatch(/工单|流转|系统|[A-Za-z]/)
    }
    expect(new Set(Object.values(INBOX_TOPIC_LABELS)).size).toBe(INBOX_TOPICS.length)
  })
})

describe('what one may choose', () => {
  it('is everything, but never to miss what somebody waits for', () => {
    for (const topic of INBOX_TOPICS) {
      expect(choicesFor(topic)).toEqual(topic === 'my_work' ? ['at_once', 'daily'] : INBOX_CHOICES)
    }
    expect(decideChoice('my_work', 'never')).toEqual({
      allowed: false,
      code: 'INBOX_TOPIC_NEEDED',
      field: 'choice',
    })
  })

  it.each([
    'matter_assigned',
    'membership_asked',
    'membership_objected',
    'moderation_new',
    'matter_deferral_asked',
  ] as const)('%s waits for an act', (kind) => expect(choicesFor(topicOf(kind))).not.toContain('never'))
})

describe('once a day', () => {
  it.each([
    ['in the morning', '2026-11-18T02:00:00.000Z', '2026-11-18T10:00:00.000Z'],
    ['a moment before six', '2026-11-18T09:59:59.999Z', '2026-11-18T10:00:00.000Z'],
    ['at six sharp', '2026-11-18T10:00:00.000Z', '2026-11-19T10:00:00.000Z'],
    [
      'after midnight in Shanghai, still yesterday in UTC',
      '2026-11-18T16:30:00.000Z',
      '2026-11-19T10:00:00.000Z',
    ],
  ])('what comes %s is kept until the next six in the evening', (_when, at, until) => {
    expect(heldUntil(new Date(at)).toISOString()).toBe(until)
  })

  it('is within a day, at ten o’clock UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (at) => {
          const wait = heldUntil(at).getTime() - at.getTime()
          expect(wait).toBeGreaterThan(0)
          expect(wait).toBeLessThanOrEqual(86_400_000)
          expect(heldUntil(at).toISOString().slice(11)).toBe('10:00:00.000Z')
        },
      ),
    )
  })
})
