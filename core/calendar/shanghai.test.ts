import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { dayInText, endOfDays, lastDayOf, monthsAfter, yearsAfter } from './shanghai'

const DAY = 86_400_000
const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
const periods = fc.nat(400)

describe('a period of calendar days in Shanghai', () => {
  it.each([
    ['in the middle of a day', '2026-11-20T02:00:00.000Z', 7, '2026-11-27T16:00:00.000Z'],
    ['in the last moment before midnight', '2026-11-20T15:59:59.999Z', 7, '2026-11-27T16:00:00.000Z'],
    ['at midnight sharp, which is the next day', '2026-11-20T16:00:00.000Z', 7, '2026-11-28T16:00:00.000Z'],
    ['over New Year', '2026-12-28T02:00:00.000Z', 7, '2027-01-04T16:00:00.000Z'],
    [
      'on New Year’s Eve in UTC, already New Year in Shanghai',
      '2026-12-31T16:30:00.000Z',
      1,
      '2027-01-02T16:00:00.000Z',
    ],
    ['over a leap day', '2028-02-25T02:00:00.000Z', 7, '2028-03-03T16:00:00.000Z'],
    ['over the end of February without one', '2027-02-25T02:00:00.000Z', 7, '2027-03-04T16:00:00.000Z'],
    ['of no days, which ends with the day itself', '2026-11-20T02:00:00.000Z', 0, '2026-11-20T16:00:00.000Z'],
  ])('that begins %s', (_when, start, days, end) => {
    expect(endOfDays(start, days).toISOString()).toBe(end)
    expect(endOfDays(new Date(start), days).toISOString()).toBe(end)
  })

  it('always ends at midnight in Shanghai, 16:00 UTC', () => {
    fc.assert(
      fc.property(instants, periods, (start, days) => {
        expect(endOfDays(start, days).toISOString().slice(11)).toBe('16:00:00.000Z')
      }),
    )
  })

  it('gives every one of its days whole, and the rest of the first', () => {
    fc.assert(
      fc.property(instants, periods, (start, days) => {
        const given = endOfDays(start, days).getTime() - start.getTime()
        expect(given).toBeGreaterThan(days * DAY)
        expect(given).toBeLessThanOrEqual((days + 1) * DAY)
      }),
    )
  })

  it('is the same for everybody who begins on the same day', () => {
    fc.assert(
      fc.property(instants, periods, fc.nat(DAY - 1), (any, days, later) => {
        const midnight = endOfDays(any, 0)
        expect(endOfDays(new Date(midnight.getTime() + later), days)).toEqual(endOfDays(midnight, days))
      }),
    )
  })

  it('has a last day that begins a day before it ends', () => {
    fc.assert(
      fc.property(instants, periods, (start, days) => {
        expect(endOfDays(start, days).getTime() - lastDayOf(start, days).getTime()).toBe(DAY)
      }),
    )
  })
})

describe('years after an instant', () => {
  it('is the same day and time of day', () => {
    expect(yearsAfter('2026-11-20T02:00:00.000Z', 5).toISOString()).toBe('2031-11-20T02:00:00.000Z')
  })

  it('is the last of February where there is no 29th, as Shanghai dates it', () => {
    expect(yearsAfter('2028-02-28T16:00:00.000Z', 5).toISOString()).toBe('2033-02-27T16:00:00.000Z')
    expect(yearsAfter('2028-02-28T15:59:59.999Z', 5).toISOString()).toBe('2033-02-28T15:59:59.999Z')
  })
})

describe('a period of months', () => {
  it.each([
    ['over New Year', '2026-11-20T02:00:00.000Z', 3, '2027-02-20T02:00:00.000Z'],
    ['to the last day of a shorter month', '2026-08-31T02:00:00.000Z', 6, '2027-02-28T02:00:00.000Z'],
    ['to a leap day', '2027-08-31T02:00:00.000Z', 6, '2028-02-29T02:00:00.000Z'],
    ['from the last hours of a month in Shanghai', '2026-01-31T15:59:59.999Z', 1, '2026-02-28T15:59:59.999Z'],
    [
      'from its first, which is still the last in London',
      '2026-01-31T16:00:00.000Z',
      1,
      '2026-02-28T16:00:00.000Z',
    ],
  ])('ends on the same day: %s', (_name, start, months, end) => {
    expect(monthsAfter(start, months).toISOString()).toBe(end)
  })
})

describe('a phone or server in another time zone', () => {
  /** Runs in a Node of its own: a running one in jest keeps the time zone it began with. */
  const script = `
    const { endOfDays, lastDayOf, yearsAfter, momentInWords, dateInWords } = require('./core/calendar/index.ts')
    const instants = []
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 11.5 * 3600000) instants.push(new Date(at))
    const reckon = () => instants.map((at) =>
      [endOfDays(at, 7), endOfDays(at, 30), lastDayOf(at, 7), yearsAfter(at, 5)].map(Number).join() +
      momentInWords(at, '2026-06-01T00:00:00Z') + dateInWords(at)).join('\\n')
    process.env.TZ = 'Asia/Shanghai'
    const athome = reckon()
    const wrong = process.argv.slice(1).filter((zone) => { process.env.TZ = zone; return reckon() !== athome })
    console.log(JSON.stringify({ wrong, offset: new Date(0).getTimezoneOffset() }))`
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'Africa/Cairo',
    'America/Santiago',
    'Australia/Lord_Howe',
    'America/New_York',
  ]

  it('reckons the same days and says the same words, summer time or not', () => {
    const output = execFileSync(process.execPath, ['-r', 'tsx/cjs', '-e', script, ...ZONES], {
      cwd: join(__dirname, '../..'),
      encoding: 'utf8',
    })
    expect(JSON.parse(output)).toEqual({ wrong: [], offset: 300 })
  }, 30_000)
})

describe('a day as somebody wrote it', () => {
  it.each([
    ['2026-1-5', '2026-01-05'],
    [' 2026年5月10日 ', '2026-05-10'],
    ['2024.2.29', '2024-02-29'],
    ['2026 / 05 / 10', '2026-05-10'],
  ])('is read from %s', (text, day) => expect(dayInText(text)).toBe(day))

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-1-5', '1899-12-31', '昨天', ''])(
    'is none in %s',
    (text) => expect(dayInText(text)).toBeUndefined(),
  )
})
