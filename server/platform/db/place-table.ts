import { sql, type Kysely } from 'kysely'

/**
 * Where a table's rows live. `community`: a tenant table, distributed by community. `token`: looked up by one opaque
 * key alone. `shared`: small, replicated to every node.
 */
export type Placement = 'community' | 'token' | 'shared'

/**
 * Places a new table: on Citus it is distributed or replicated, elsewhere only labelled. The label lets a test prove
 * that every table was placed and that a tenant table's keys begin with its community (conventions.md).
 */
export async function placeTable(
  db: Kysely<unknown>,
  table: string,
  placement: Placement,
  column?: string,
): Promise<void> {
  const by = placement === 'community' ? 'community_id' : column
  await sql`comment on table ${sql.id(table)} is ${sql.lit(by ? `placed: ${placement} by ${by}` : `placed: ${placement}`)}`.execute(
    db,
  )
  if (!(await hasCitus(db))) return
  if (by) await sql`select create_distributed_table(${table}, ${by})`.execute(db)
  else await sql`select create_reference_table(${table})`.execute(db)
}

/** Begins a migration: on Citus several shards are changed one after the other in one transaction. */
export async function beginMigration(db: Kysely<unknown>): Promise<void> {
  if (await hasCitus(db)) await sql`set local citus.multi_shard_modify_mode to 'sequential'`.execute(db)
}

async function hasCitus(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db)
  return rows.length > 0
}
