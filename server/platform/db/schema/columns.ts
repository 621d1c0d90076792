import type { ColumnType } from 'kysely'

/** A timestamptz: read as Date, written as Date. */
export type Instant = ColumnType<Date, Date, Date>
export type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>

/** A day in Asia/Shanghai, written as YYYY-MM-DD. Read it as text (`…::text`): as a Date it would depend on the machine. */
export type Day = ColumnType<Date, string, string>
export type DayOrNull = ColumnType<Date | null, string | null | undefined, string | null>
