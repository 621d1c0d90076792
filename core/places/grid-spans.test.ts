import fc from 'fast-check'
import {
  beginningOf,
  spansAfterDissolution,
  spansAfterMove,
  spansWithoutDissolution,
  spansWithoutMove,
  splits,
  type Ground,
  type Span,
} from '.'

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

/** The basic grid that a home is in at a moment. */
const gridAt = (spans: readonly Span[], { path }: Ground, at: number): string =>
  spans
    .filter(({ placeId, from, to }) => {
      return path.includes(placeId) && from.getTime() <= at && (to === null || to.getTime() > at)
    })
    .map(({ gridId }) => gridId)
    .join(' ')

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

describe('taking back', () => {
  const planned = fc.array(act, { maxLength: 15 })
  const fresh = (acts: Act[]) =>
    acts.reduce(after, [] as Span[]).map((span): Span => ({ ...span, cameFrom: [] }))

  it('a dissolution with a successor leaves everything as it was before, and other dissolutions standing', () => {
    fc.assert(
      fc.property(planned, fc.nat(20), fc.nat(20), (acts, days, more) => {
        const [before, at] = [fresh(acts), day(days)]
        const dissolved = after(before, { kind: 'dissolve', gridId: 'g1', successorId: 'g2', days })
        const back = spansWithoutDissolution(dissolved, {
          gridId: 'g1',
          hasSuccessor: true,
          at,
          parts: ENTRANCES,
        })
        expect(seen(back)).toEqual(seen(before))
        const second: Act = { kind: 'dissolve', gridId: 'g2', successorId: 'g3', days: more }
        const both = after(dissolved, second)
        const first = spansWithoutDissolution(both, {
          gridId: 'g1',
          hasSuccessor: true,
          at,
          parts: ENTRANCES,
        })
        expect(seen(first)).toEqual(seen(after(before, second)))
        const last = spansWithoutDissolution(both, {
          gridId: 'g2',
          hasSuccessor: true,
          at: day(more),
          parts: ENTRANCES,
        })
        expect(seen(last)).toEqual(seen(dissolved))
      }),
    )
  })

  it('one without a successor: each home is where it was on the eve until something is planned; never in two grids', () => {
    fc.assert(
      fc.property(planned, fc.nat(20), (acts, days) => {
        const before = fresh(acts)
        const dissolved = after(before, { kind: 'dissolve', gridId: 'g1', successorId: null, days })
        const back = spansWithoutDissolution(dissolved, {
          gridId: 'g1',
          hasSuccessor: false,
          at: day(days),
          parts: ENTRANCES,
        })
        expect(seen(back).filter((grids) => grids.includes(' '))).toEqual([])
        const gone = seen(dissolved)
        seen(back).forEach((grids, index) => {
          if (gone[index] !== '') expect(grids).toBe(gone[index])
        })
        const eve = (home: Ground) => gridAt(before, home, day(days).getTime() - 1)
        for (const home of ENTRANCES)
          if (eve(home) === 'g1' && gridAt(before, home, day(days).getTime()) === 'g1')
            expect(gridAt(back, home, day(days).getTime())).toBe('g1')
      }),
    )
  })

  it('the last move of a place leaves it in the grid of its eve, and every other home alone', () => {
    fc.assert(
      fc.property(planned, act, (acts, last) => {
        fc.pre(last.kind === 'move' && last.gridId !== null)
        if (last.kind !== 'move') return
        const moved = after(fresh(acts), last)
        const move = moved[moved.length - 1] as Span
        const expected = seen(moved, (grids, home, at) => {
          const there = home.path.includes(move.placeId) && at >= move.from.getTime()
          return there ? gridAt(moved, home, move.from.getTime() - 1) : grids
        })
        expect(seen(spansWithoutMove(moved, move))).toEqual(expected)
      }),
    )
  })
})

it('an entrance that leaves a whole building splits it; one that was on its own does not', () => {
  const [building] = BUILDINGS as [Ground]
  const [entrance] = ENTRANCES as [Ground]
  const whole: Span[] = [{ ...building, gridId: 'g1', cameFrom: [], from: START, to: day(5) }]
  expect(splits(whole, { ground: entrance, at: day(4) })).toBe(true)
  expect(splits(whole, { ground: entrance, at: day(5) })).toBe(false)
  expect(
    splits([{ ...entrance, gridId: 'g1', cameFrom: [], from: START, to: null }], {
      ground: entrance,
      at: day(1),
    }),
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
