import fc from 'fast-check'
import { agendaGate, isGateMet } from './gates'
import { abandonedAt, headSilentAt, idleAt, isRoundTime, topicSecondsNeeded } from './periods'

describe('the gate of the agenda', () => {
  it('is met exactly when there is a time, a topic with enough seconds, and invitations were sent', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (hasTime, invited, mostSeconds, secondsNeeded) => {
          const lines = agendaGate({ hasTime, invited, mostSeconds, secondsNeeded })
          expect(isGateMet(lines)).toBe(hasTime && invited && mostSeconds >= secondsNeeded)
        },
      ),
    )
  })

  it('says in words what is still missing', () => {
    const lines = agendaGate({ hasTime: false, invited: false, mostSeconds: 1, secondsNeeded: 3 })
    expect(lines.filter(({ met }) => !met).map(({ words }) => words)).toEqual([
      '还没定什么时候谈',
      '要有一个议题满 3 户想谈，现在最多 1 户',
      '还没请邻居',
    ])
  })

  it('speaks of no most where no topic is there yet, and of what is needed once it is', () => {
    const words = (mostSeconds: number, secondsNeeded: number) =>
      agendaGate({ hasTime: true, invited: true, mostSeconds, secondsNeeded })[2]?.words
    expect(words(0, 2)).toBe('要有一个议题满 2 户想谈，现在还没有')
    expect(words(2, 2)).toBe('有议题满 2 户想谈')
  })

  it('never closes again by one more second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50 }), (homes, seconds) => {
        const gate = (mostSeconds: number) =>
          isGateMet(
            agendaGate({
              hasTime: true,
              invited: true,
              mostSeconds,
              secondsNeeded: topicSecondsNeeded(homes),
            }),
          )
        if (gate(seconds)) expect(gate(seconds + 1)).toBe(true)
      }),
    )
  })
})

describe('seconds that a topic needs', () => {
  it('are three, or half the homes rounded up where these are fewer, and one at least', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 500].map(topicSecondsNeeded)).toEqual([1, 1, 1, 2, 2, 3, 3, 3])
  })
})

describe('the periods of a round', () => {
  it('count calendar days in Shanghai, the first not counted, over New Year and leap days', () => {
    expect(idleAt(new Date('2027-12-31T15:00:00.000Z')).toISOString()).toBe('2028-02-29T16:00:00.000Z')
    expect(headSilentAt(new Date('2026-12-28T02:00:00.000Z')).toISOString()).toBe('2027-01-04T16:00:00.000Z')
    expect(abandonedAt(new Date('2026-11-18T02:00:00.000Z')).toISOString()).toBe('2026-12-02T16:00:00.000Z')
  })

  it('let a round be set for a time to come, at most half a year ahead', () => {
    const now = new Date('2026-11-18T02:00:00.000Z')
    expect(isRoundTime(now, now)).toBe(false)
    expect(isRoundTime(new Date(now.getTime() + 1), now)).toBe(true)
    expect(isRoundTime(new Date('2027-06-18T02:00:00.000Z'), now)).toBe(false)
  })
})
