import { sql } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'
import type {
  AnyPersonalTable,
  ColumnInArchive,
  PersonalAreas,
  Reading,
} from '#server/platform/personal-data'

type Reader = Database | Transaction
type Row = Record<string, unknown>

/** Under which name a row has what is asked beside it: no column is called so. */
const BESIDE = 'beside this row'

/** Rows that are held at once. */
const PAGE = 500

/** A community or a region above it in which something is known of a person. */
export interface Region {
  regionId: string
  name: string
}

/** Everything one reads an archive by. */
export interface ReadingAll extends Reading {
  db: Reader
  areas: PersonalAreas
}

/**
 * Where something may be known of a person: communities they belong to, and every region an office of theirs ever
 * reached. In the order of their ids.
 */
export async function listRegionsOf(db: Reader, personId: string): Promise<Region[]> {
  const { rows } = await sql<Region>`
    select region_id as "regionId", name from regions r
    where exists (select 1 from person_communities c where c.person_id = ${personId} and c.community_id = r.region_id)
      or exists (select 1 from role_grants g where g.person_id = ${personId} and g.region_id = any (r.path))
    order by region_id`.execute(db)
  return rows
}

/** Whether a table's rows belong to a community each. */
export const isOfCommunities = ({ columns }: AnyPersonalTable): boolean => 'community_id' in columns

/** What of a column is in the archive at all. */
export const isInArchive = (column: ColumnInArchive<never> | undefined): boolean =>
  column !== undefined && !(typeof column === 'object' && 'leftOut' in column)

/** A person's rows of one table, in one region if it has regions; page by page. Only what is in the archive. */
export async function* readRows(
  { db, personId, contactBox }: ReadingAll,
  table: AnyPersonalTable,
  regionId: string | undefined,
): AsyncGenerator<Row> {
  const kept = Object.keys(table.columns).filter((name) => isInArchive(table.columns[name]))
  let after: unknown[] | undefined
  for (;;) {
    const rows = await readPage(db, table, { personId, regionId, after })
    for (const row of rows) {
      const whole = { ...row, ...table.read?.(row, { personId, contactBox, beside: row[BESIDE] }) }
      yield Object.fromEntries(kept.map((name) => [name, whole[name] ?? null]))
    }
    const last = rows[rows.length - 1]
    if (!last || rows.length < PAGE) return
    after = table.order.map((name) => last[name])
  }
}

async function readPage(
  db: Reader,
  { table, mine, minePhone, only, order, beside }: AnyPersonalTable,
  {
    personId,
    regionId,
    after,
  }: { personId: string; regionId: string | undefined; after: unknown[] | undefined },
): Promise<Row[]> {
  const keys = sql.join(order.map((name) => sql.ref(name)))
  const byPhone = minePhone
    ? [sql`${sql.ref(minePhone)} = (select blind_index from phones where person_id = ${personId})`]
    : []
  const whose = sql.join([...mine.map((name) => sql`${sql.ref(name)} = ${personId}`), ...byPhone], sql` or `)
  const here = regionId === undefined ? sql`` : sql`community_id = ${regionId} and`
  const further = after ? sql`and (${keys}) > (${sql.join(after)})` : sql``
  const which = only ? sql`and ${only(personId)}` : sql``
  const more = beside ? sql`, ${beside} as ${sql.ref(BESIDE)}` : sql``
  const { rows } = await sql<Row>`select * ${more} from ${sql.table(table)}
    where ${here} (${whose}) ${which} ${further} order by ${keys} limit ${PAGE}`.execute(db)
  return rows
}
