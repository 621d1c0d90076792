import { sql, type RawBuilder } from 'kysely'

/** How big the big district is. Half of everything belongs to the first of its 200 communities. */
export interface Size {
  /** Matters reported since the beginning; as many messages and entries on record. */
  matters: number
  /** How many of them nobody finished yet: a sixth in each open state. It stays the same however long people report. */
  open: number
}

export const COMMUNITIES = 200

/** Small enough for a test, big enough that the planner does as it would with millions. */
export const TEST_SIZE: Size = { matters: 60_000, open: 3_000 }

/** When the big district was filled. */
export const FILLED_AT = sql`timestamptz '2026-11-18 02:00:00Z'`

/** `n` from 1 to the count, each with its community's number `c`: every second one in the first, the others in turn. */
export const spread = (count: number): RawBuilder<unknown> =>
  sql`(select n, case when n % 2 = 0 then 1 else 2 + n / 2 % ${sql.lit(COMMUNITIES - 1)} end as c
    from generate_series(1, ${sql.lit(count)}) n)`

/** SQL for the person a row `n` of community `c` is about: every tenth is about the busy resident. */
export const SOMEBODY = sql`id(5, c * 100 + case when n % 10 = 0 then 50 else 30 + n / 7 % 70 end)`

/** SQL: `n` of a spread is one of the open ones. */
export const isOpen = ({ matters, open }: Size): RawBuilder<unknown> =>
  sql`n / 2 % ${sql.lit(Math.max(1, Math.round(matters / open)))} = 0`

/** SQL: one of six things for an open one, evenly. */
export const oneOfSix = ({ matters, open }: Size): RawBuilder<unknown> =>
  sql`1 + n / ${sql.lit(2 * Math.max(1, Math.round(matters / open)))} % 6`

/** Whether matter `n` is one of the open ones, as `isOpen` says in SQL. */
export const isOpenMatter = ({ matters, open }: Size, n: number): boolean =>
  Math.floor(n / 2) % Math.max(1, Math.round(matters / open)) === 0
