import type { ColumnType } from 'kysely'
import type {
  AreaSource,
  Delivery,
  ImportFormat,
  ImportState,
  OwnerKind,
  Sheet,
  SheetCountsView,
  UnitKind,
} from '#core/imports'
import type { Relation, Role } from '#core/permissions'
import type { Day, DayOrNull, Instant, InstantOrNull } from './columns'

interface Units {
  community_id: string
  unit_id: string
  /** Null: right below the community. */
  place_id: string | null
  name: string
  sort_key: string
  number: string | null
  kind: UnitKind
  /** In 0.01 m². */
  area_centi_m2: number | null
  area_source: AreaSource | null
  delivery: Delivery
  ends_on: DayOrNull
  created_at: Instant
}

interface UnitHomes {
  community_id: string
  unit_home_id: string
  unit_id: string
  home_id: string
  starts_on: Day
  ends_on: DayOrNull
}

interface Owners {
  community_id: string
  owner_id: string
  kind: OwnerKind
  number: string | null
  name_sealed: Buffer
  phone_sealed: Buffer | null
  /** The same hash as that of a verified phone: an owner who signs in can be known by it. */
  phone_index: Buffer | null
  created_at: Instant
}

interface Ownerships {
  community_id: string
  ownership_id: string
  unit_id: string
  owner_id: string
  starts_on: DayOrNull
  ends_on: DayOrNull
  created_at: Instant
}

interface RollEntries {
  community_id: string
  entry_id: string
  home_id: string
  /** Null: erased, some time after the end. */
  name_sealed: Buffer | null
  relation: Relation
  is_adult: boolean
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  ends_on: DayOrNull
  created_at: Instant
}

interface Imports {
  community_id: string
  import_id: string
  /** Null: by a command on the server. */
  person_id: string | null
  by_name: string
  role: Role | null
  sheets: Sheet[]
  format: ImportFormat
  state: ImportState
  counts: ColumnType<SheetCountsView[], string | undefined, string>
  problem_count: ColumnType<number, number | undefined, number>
  /** The file still lies in the store. */
  file_kept: boolean
  created_at: Instant
  applied_at: InstantOrNull
  /** Who asked for it to be written, and in which office: it need not be who uploaded it. */
  applied_by: ColumnType<string | null, string | undefined, string>
  applied_role: ColumnType<Role | null, Role | null | undefined, Role | null>
  /** Something else changed since it was looked at: the counts are new ones. */
  preview_changed: ColumnType<boolean, boolean | undefined, boolean>
}

interface ImportProgress {
  community_id: string
  import_id: string
  rows_done: number
  rows_total: number
  /** When it was last heard of: an import nobody works on any more is taken up again. */
  beat_at: Instant
  /** How often it was taken up again since somebody asked for it. */
  taken_up: ColumnType<number, number | undefined, number>
}

interface ImportProblems {
  community_id: string
  import_id: string
  position: number
  sheet: string | null
  row_number: number | null
  column_heading: string | null
  words: string
}

/** Tables of units, owners, the residents' roll, and of imports. */
export interface ImportTables {
  units: Units
  unit_homes: UnitHomes
  owners: Owners
  ownerships: Ownerships
  roll_entries: RollEntries
  imports: Imports
  import_progress: ImportProgress
  import_problems: ImportProblems
}
