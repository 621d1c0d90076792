import { dateOf, startOfDay, yearsAfter } from '../calendar'

/** A building or an entrance, with its way down from the community. */
export interface Ground {
  placeId: string
  path: readonly string[]
}

/** A stretch of time in which a basic grid covers a place; `to` is the first instant after it, null: until further notice. */
export interface Span extends Ground {
  gridId: string
  /** Grids whose dissolutions passed it on, the first one first; a move forgets them. */
  cameFrom: readonly string[]
  from: Date
  to: Date | null
}

/** A place changes its basic grid. */
export interface GridMove {
  ground: Ground
  /** The other parts of what it is a part of: entrances of the same building. */
  siblings: readonly Ground[]
  /** Null: to none, the community holds its matters. */
  gridId: string | null
  /** From this instant on. */
  at: Date
}

const lasts = ({ to }: Span, at: Date): boolean => to === null || to > at
const later = (one: Date, other: Date): Date => (one > other ? one : other)
const liesAbove = (span: Span, { placeId, path }: Ground): boolean =>
  span.placeId !== placeId && path.includes(span.placeId)
const touches = (span: Span, ground: Ground): boolean =>
  ground.path.includes(span.placeId) || span.path.includes(ground.placeId)

/** What of a span lies before an instant. */
const before = (span: Span, at: Date): Span[] => (span.from < at ? [{ ...span, to: at }] : [])

/**
 * 网格划转: from this instant on the place, with all that stands in it, is that grid's; what was planned for it later is
 * dropped. An entrance that leaves a building covered as a whole leaves the building's other entrances where they were.
 * So a home is in at most one basic grid at any moment, before and after (domain.md 2).
 */
export function spansAfterMove(spans: readonly Span[], { ground, siblings, gridId, at }: GridMove): Span[] {
  const kept = spans.flatMap((span) => {
    if (!touches(span, ground) || !lasts(span, at)) return [span]
    if (!liesAbove(span, ground)) return before(span, at)
    const parts = siblings.map((sibling) => ({ ...span, ...sibling, from: later(span.from, at) }))
    return [...before(span, at), ...parts]
  })
  return gridId === null ? kept : [...kept, { ...ground, gridId, cameFrom: [], from: at, to: null }]
}

/** Whether a move takes a part out of what is covered as a whole then or later. */
export function splits(spans: readonly Span[], { ground, at }: Pick<GridMove, 'ground' | 'at'>): boolean {
  return spans.some((span) => liesAbove(span, ground) && lasts(span, at))
}

/** 撤网格: from this instant on the successor has what the grid has or was to have; without one nobody. */
export function spansAfterDissolution(
  spans: readonly Span[],
  { gridId, successorId, at }: { gridId: string; successorId: string | null; at: Date },
): Span[] {
  return spans.flatMap((span) => {
    if (span.gridId !== gridId || !lasts(span, at)) return [span]
    const rest = { ...span, from: later(span.from, at), cameFrom: [...span.cameFrom, gridId] }
    return [...before(span, at), ...(successorId === null ? [] : [{ ...rest, gridId: successorId }])]
  })
}

/** A dissolution that is taken back. */
export interface DissolutionBack {
  gridId: string
  hasSuccessor: boolean
  /** From this instant on the grid was to be gone. */
  at: Date
  /** The entrances of what it covers: where one of them goes elsewhere, the others stay. */
  parts: readonly Ground[]
}

/**
 * 不撤了: what was passed on is the grid's again. What nobody took over goes on as on the last day, until something else
 * is planned there; what the grid was yet to get is planned anew.
 */
export function spansWithoutDissolution(
  spans: readonly Span[],
  { gridId, hasSuccessor, at, parts }: DissolutionBack,
): Span[] {
  if (hasSuccessor)
    return joined(
      spans.map((span) => {
        const since = span.cameFrom.indexOf(gridId)
        return since < 0 ? span : { ...span, gridId, cameFrom: span.cameFrom.slice(0, since) }
      }),
    )
  const planned = (ground: Ground) =>
    Math.min(
      ...spans.filter((one) => touches(one, ground) && one.from >= at).map(({ from }) => from.getTime()),
    )
  return spans.flatMap((span) => {
    if (span.gridId !== gridId || !endsAt(span, at)) return [span]
    const end = planned(span)
    const beside = parts
      .filter(
        ({ placeId, path }) =>
          placeId !== span.placeId && path.includes(span.placeId) && planned({ placeId, path }) > end,
      )
      .map((part) => ({ ...span, ...part, from: new Date(end), to: instantOf(planned(part)) }))
    return [end === at.getTime() ? span : { ...span, to: instantOf(end) }, ...beside]
  })
}

const instantOf = (time: number): Date | null => (time === Infinity ? null : new Date(time))

/** 不划了: from the day on which a place was to change, it stays where it was on the eve; and so does all that stands in it. */
export function spansWithoutMove(spans: readonly Span[], move: Span): Span[] {
  const left = (span: Span) => span !== move && touches(span, move) && endsAt(span, move.from)
  const { placeId, path } = move
  return joined(
    spans.flatMap((span) => {
      if (span === move) return []
      if (!left(span)) return [span]
      // What covered the place from above goes on without what else stood there: that has spans of its own since.
      return liesAbove(span, move)
        ? [span, { ...span, placeId, path, from: move.from, to: null }]
        : [{ ...span, to: null }]
    }),
  )
}

/** Whether a dissolution can still be taken back: before its day. */
export const endIsToCome = (endsAt: Date | null, now: Date): boolean => endsAt !== null && endsAt > now

/** Whether a move can: before its day, as long as nothing else is planned behind it, and if no dissolution made it. */
export const mayTakeBackMove = (
  { from, to, cameFrom }: Omit<Span, keyof Ground | 'gridId'>,
  now: Date,
): boolean => from > now && to === null && cameFrom.length === 0

const endsAt = ({ to }: Span, at: Date): boolean => to?.getTime() === at.getTime()

/** Spans of one grid at one place that follow on each other become one. */
function joined(spans: readonly Span[]): Span[] {
  const follows = (one: Span, next: Span) =>
    one.gridId === next.gridId &&
    one.placeId === next.placeId &&
    one.cameFrom.join() === next.cameFrom.join() &&
    endsAt(one, next.from)
  return [...spans]
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .reduce<Span[]>((done, span) => {
      const before = done.find((one) => follows(one, span))
      if (!before) return [...done, span]
      return done.map((one) => (one === before ? { ...one, to: span.to } : one))
    }, [])
}

/** How far ahead grids are planned, in years. */
const PLANNED_YEARS = 1

/**
 * The instant from which something is so that begins on a day in Shanghai: a coming day as it begins, today at once.
 * Undefined for a day that is over or too far off: what was reported keeps its grid.
 */
export function beginningOf(date: string, now: Date): Date | undefined {
  if (date === dateOf(now)) return now
  const start = startOfDay(date)
  return start > now && start <= yearsAfter(now, PLANNED_YEARS) ? start : undefined
}
