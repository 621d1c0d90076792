import type { Sheet } from './form'
import { SHEETS } from './form'
import type { Problem } from './read'
import type {
  StandingOwner,
  StandingOwnership,
  StandingPlace,
  StandingRollEntry,
  StandingUnit,
} from './standing'

/** What an import writes. Rows are whole: what a file leaves open is as it stood. */
export interface Changes {
  places: Writes<StandingPlace>
  units: Writes<Omit<StandingUnit, 'homeIds'>>
  /** Which homes a unit is from today on, and which no longer. */
  unitHomes: { added: UnitHome[]; ended: UnitHome[] }
  owners: Writes<StandingOwner>
  ownerships: Writes<StandingOwnership>
  roll: Writes<StandingRollEntry>
}

export interface UnitHome {
  unitId: string
  homeId: string
}

export interface Writes<Row> {
  /** What others stand on comes first. */
  added: Row[]
  changed: Row[]
}

/** What an import does to one sheet, in rows. Who ends is not counted as changed. */
export interface SheetCounts {
  added: number
  changed: number
  unchanged: number
  ending: number
}
export type Counts = Record<Sheet, SheetCounts>

/** How a row compares with what stands. */
export type Comparison = keyof SheetCounts

/** What an import would do: what is written, how much that is, and which rows are not good. */
export interface Plan {
  changes: Changes
  counts: Counts
  problems: Problem[]
}

export function noCounts(): Counts {
  const none = () => ({ added: 0, changed: 0, unchanged: 0, ending: 0 })
  return SHEETS.reduce((counts, sheet) => ({ ...counts, [sheet]: none() }), {}) as Counts
}

export function nothingChanges(): Changes {
  const none = () => ({ added: [], changed: [] })
  return {
    places: none(),
    units: none(),
    unitHomes: { added: [], ended: [] },
    owners: none(),
    ownerships: none(),
    roll: none(),
  }
}

/** Puts a row among what is written, and says how it compares. */
export function put<Row extends { endsOn?: string | null }>(
  writes: Writes<Row>,
  before: Row | undefined,
  after: Row,
): Comparison {
  if (!before) {
    writes.added.push(after)
    return 'added'
  }
  const differs = (Object.keys(after) as (keyof Row)[]).some((key) => after[key] !== before[key])
  if (!differs) return 'unchanged'
  writes.changed.push(after)
  return after.endsOn !== before.endsOn && after.endsOn !== null && after.endsOn !== undefined
    ? 'ending'
    : 'changed'
}
