import fc from 'fast-check'
import { beginningOf, spansAfterDissolution, spansAfterMove, splits, type Ground, type Span } from '.'

const DAY = 86_400_000
const START = new Date('2026-11-18T02:00:00.000Z')
const day = (days: number) => new Date(START.getTime() + days * DAY)

/** Two buildings with three entrances each; a home in every entrance is told by its entrance. */
const BUILDINGS: Ground[] = ['a', 'b'].map((id) => ({ placeId: id, path: ['community', id] }))
const ENTRANCES: Ground[] = BUILDINGS.flatMap(({ placeId, path }) =>
  [1, 2, 3].map((number) => ({ placeId: `${placeId}${number}`, path: [...path, `${placeId}${number}`] })),
)
const GROUNDS = [...BUILDINGS, ...ENTRANCES]
const siblingsOf = ({ placeId, path }: Ground): Ground[] =>
  ENTRANCES.filter((one) => one.path[1] === path[1] && one.placeId !== placeId && path.length === 3)

const act = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    ground: fc.constantFrom(...GROUNDS),
    gridId: fc.constantFrom('g1', 'g2', 'g3', null),
    days: fc.nat(20),
  }),
  fc.record({
    kind: fc.constant('dissolve' as const),
    gridId: fc.constantFrom('g1', 'g2', 'g3'),
    successorId: fc.constantFrom('g1', 'g2', 'g3', null),
    days: fc.nat(20),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

function after(spans: readonly Span[], one: Act): Span[] {
  const at = day(one.days)
  if (one.kind === 'dissolve')
    return one.successorId === one.gridId
      ? [...spans]
      : spansAfterDissolution(spans, { gridId: one.gridId, successorId: one.successorId, at })
  return spansAfterMove(spans, {
    ground: one.ground,
    siblings: siblingsOf(one.ground),
    gridId: one.gridId,
    at,
  })
}

/** The moments around the beginning of each day. */
const INSTANTS = Array.from({ length: 23 }, (_, days) => [
  day(days - 1).getTime(),
  day(days).getTime() - 1,
]).flat()

/** The basic grids that a home of each entrance is in at each moment, in words: comparing text is what keeps this fast. */
function seen(
  spans: readonly Span[],
  told: (grids: string, home: Ground, at: number) => string = (grids) => grids,
) {
  return ENTRANCES.flatMap((home) => {
    const over = spans
      .filter(({ placeId }) => home.path.includes(placeId))
      .map(({ gridId, from, to }) => ({ gridId, from: from.getTime(), to: to?.getTime() ?? Infinity }))
    return INSTANTS.map((at) => {
      const grids = over.filter(({ from, to }) => from <= at && to > at).map(({ gridId }) => gridId)
      return told(grids.join(' '), home, at)
    })
  })
}

describe('whatever moves and dissolutions are planned, in any order', () => {
  it('each home is in at most one basic grid at every instant', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25, size: 'max' }), (acts) => {
        const spans = acts.reduce(after, [] as Span[])
        expect(seen(spans).filter((grids) => grids.includes(' '))).toEqual([])
        expect(spans.filter(({ from, to }) => to !== null && to <= from)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('a move changes nothing before its day and nobody else’s grid, and from then on its place is there for good', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), act, (acts, last) => {
        fc.pre(last.kind === 'move')
        if (last.kind !== 'move') return
        const before = acts.reduce(after, [] as Span[])
        const spans = after(before, last)
        const expected = seen(before, (grids, home, at) => {
          const moved = home.path.includes(last.ground.placeId) && at >= day(last.days).getTime()
          return moved ? (last.gridId ?? '') : grids
        })
        expect(seen(spans)).toEqual(expected)
      }),
    )
  })

  it('a dissolution gives the successor what the grid had from that day on, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), fc.nat(20), (acts, days) => {
        const before = acts.reduce(after, [] as Span[])
        const spans = after(before, { kind: 'dissolve', gridId: 'g1', successorId: 'g2', days })
        const expected = seen(before, (grids, _home, at) =>
          grids === 'g1' && at >= day(days).getTime() ? 'g2' : grids,
        )
        expect(seen(spans)).toEqual(expected)
      }),
    )
  })
})

it('an entrance that leaves a whole building splits it; one that was on its own does not', () => {
  const [building] = BUILDINGS as [Ground]
  const [entrance] = ENTRANCES as [Ground]
  const whole: Span[] = [{ ...building, gridId: 'g1', from: START, to: day(5) }]
  expect(splits(whole, { ground: entrance, at: day(4) })).toBe(true)
  expect(splits(whole, { ground: entrance, at: day(5) })).toBe(false)
  expect(
    splits([{ ...entrance, gridId: 'g1', from: START, to: null }], { ground: entrance, at: day(1) }),
  ).toBe(false)
})

describe('the day from which something is so', () => {
  it.each([
    ['today is at once', '2026-11-18', START],
    ['tomorrow begins at midnight in Shanghai', '2026-11-19', new Date('2026-11-18T16:00:00.000Z')],
    ['yesterday is over', '2026-11-17', undefined],
    ['a year ahead is the farthest', '2027-11-18', new Date('2027-11-17T16:00:00.000Z')],
    ['beyond it is none', '2027-11-19', undefined],
  ])('%s', (_what, date, expected) => {
    expect(beginningOf(date, START)).toEqual(expected)
  })

  it('is today’s in Shanghai, where it is tomorrow already', () => {
    const late = new Date('2026-11-18T16:30:00.000Z')
    expect(beginningOf('2026-11-19', late)).toEqual(late)
    expect(beginningOf('2026-11-18', late)).toBeUndefined()
  })
})
