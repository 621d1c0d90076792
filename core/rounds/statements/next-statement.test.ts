import fc from 'fast-check'
import { nextStatement, type Askable } from './next-statement'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const askable = fc
  .array(fc.nat(500), { minLength: 1, maxLength: 30 })
  .map((counts): Askable[] => counts.map((answers, n) => ({ statementId: `s${n}`, answers })))

/** How often each is asked, of so many evenly spread chances. */
function timesAsked(statements: readonly Askable[], tries: number): Map<string, number> {
  const times = new Map<string, number>()
  for (let n = 0; n < tries; n += 1) {
    const id = nextStatement(statements, n / tries)?.statementId ?? ''
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  return times
}

describe('the next statement', () => {
  it('is one of those that may be asked, whatever chance says', () => {
    fc.assert(
      fc.property(askable, chance, (statements, at) => {
        expect(statements).toContain(nextStatement(statements, at))
      }),
    )
  })

  it('is none when nothing is left to ask', () => {
    fc.assert(fc.property(chance, (at) => expect(nextStatement([], at)).toBeUndefined()))
  })

  it('may be any of them', () => {
    const statements = [0, 3, 9].map((answers, n) => ({ statementId: `s${n}`, answers }))
    expect([...timesAsked(statements, 100).keys()]).toEqual(['s0', 's1', 's2'])
  })

  it('is the rather asked the fewer answers it has, never the less', () => {
    fc.assert(
      fc.property(askable, (statements) => {
        const times = timesAsked(statements, 3000)
        const ofOne = ({ statementId }: Askable) => times.get(statementId) ?? 0
        const sorted = [...statements].sort((one, other) => one.answers - other.answers)
        // One try more or less is where a share ends between two chances.
        sorted.slice(1).forEach((more, n) => {
          const fewer = sorted[n]
          expect(ofOne(more)).toBeLessThanOrEqual((fewer ? ofOne(fewer) : 0) + 1)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('is one nobody answered ten times as often as one that nine did', () => {
    const times = timesAsked(
      [
        { statementId: 'new', answers: 0 },
        { statementId: 'old', answers: 9 },
      ],
      1100,
    )
    expect([times.get('new'), times.get('old')]).toEqual([1000, 100])
  })
})
