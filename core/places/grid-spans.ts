import { dateOf, startOfDay, yearsAfter } from '../calendar'

/** A building or an entrance, with its way down from the community. */
export interface Ground {
  placeId: string
  path: readonly string[]
}

/** A stretch of time in which a basic grid covers a place; `to` is the first instant after it, null: until further notice. */
export interface Span extends Ground {
  gridId: string
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
  return gridId === null ? kept : [...kept, { ...ground, gridId, from: at, to: null }]
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
    const rest = { ...span, from: later(span.from, at) }
    return [...before(span, at), ...(successorId === null ? [] : [{ ...rest, gridId: successorId }])]
  })
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
