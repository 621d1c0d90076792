import { sessionsGate } from './gate'
import { isPossibleSlot } from './session'
import { notesInWords, sessionFactsInWords, slotInWords } from './words'

const NOW = new Date('2026-11-18T02:00:00.000Z')

describe('when a slot begins', () => {
  it.each([
    ['2026-11-18T11:30:00.000Z', '今晚 19:30'],
    ['2026-11-18T09:59:00.000Z', '今天 17:59'],
    ['2026-11-18T10:00:00.000Z', '今晚 18:00'],
    ['2026-11-19T11:30:00.000Z', '明天 19:30'],
    ['2026-11-21T02:00:00.000Z', '周六 10:00'],
    ['2026-11-25T02:00:00.000Z', '11月25日 10:00'],
  ])('%s is said as %s', (startsAt, words) => {
    expect(slotInWords(startsAt, NOW)).toBe(words)
  })

  it.each([
    { startsAt: '2026-11-17T14:00:00.000Z', possible: true },
    { startsAt: '2026-11-17T13:59:59.000Z', possible: false },
    { startsAt: '2027-05-17T02:00:00.000Z', possible: true },
    { startsAt: '2027-05-17T02:00:01.000Z', possible: false },
  ])('may be set from half a day ago to half a year ahead: $startsAt', ({ startsAt, possible }) => {
    expect(isPossibleSlot(new Date(startsAt), NOW)).toBe(possible)
  })
})

describe('what a session is', () => {
  it('is where, who hosts, how many', () => {
    expect(sessionFactsInWords({ where: '楼前', hostName: '老吴', people: 6 })).toBe('楼前 · 老吴主持 · 6 人')
    expect(sessionFactsInWords({ where: null, hostName: null, people: 0 })).toBe('线上 · 等人来主持')
  })

  it('has so many notes', () => {
    const startsAt = '2026-11-18T11:30:00.000Z'
    expect(notesInWords({ startsAt, notes: 12 }, NOW)).toBe('今晚 19:30 开始，已写 12 条')
    expect(notesInWords({ startsAt, notes: 0 }, NOW)).toBe('今晚 19:30 开始，还没人写')
    expect(notesInWords({ startsAt, notes: 1 }, new Date('2026-11-18T12:00:00.000Z'))).toBe(
      '今晚 19:30 开始的，已写 1 条',
    )
  })
})

it.each([
  { sessions: 0, withNotes: 0, met: false },
  { sessions: 3, withNotes: 2, met: false },
  { sessions: 3, withNotes: 3, met: true },
])('the discussion may end when each of $sessions sessions has notes: $withNotes', ({ met, ...facts }) => {
  expect(sessionsGate(facts).met).toBe(met)
})
