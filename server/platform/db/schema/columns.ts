import type { ColumnType } from 'kysely'

/** A timestamptz: read as Date, written as Date. */
export type Instant = ColumnType<Date, Date, Date>
export type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
