import { sql, type Kysely } from 'kysely'

/** The key of a table of one community: what the column names lies in the same community, under a column of the same name. */
export type KeyWithin = readonly [table: string, column: string, target: string]

/** Ties columns to the tables of the same community they name. For migrations. */
export async function addKeysWithin(db: Kysely<unknown>, keys: readonly KeyWithin[]): Promise<void> {
  for (const [table, column, target] of keys) {
    await sql`alter table ${sql.id(table)} add constraint ${sql.id(`${table}_${column}_fk`)}
      foreign key (community_id, ${sql.id(column)})
      references ${sql.id(target)} (community_id, ${sql.id(column)})`.execute(db)
  }
}

/** Ties columns to the people they name. For migrations. */
export async function addKeysToPeople(
  db: Kysely<unknown>,
  columns: readonly (readonly [table: string, column: string])[],
): Promise<void> {
  for (const [table, column] of columns) {
    await sql`alter table ${sql.id(table)} add constraint ${sql.id(`${table}_${column}_fk`)}
      foreign key (${sql.id(column)}) references people (person_id)`.execute(db)
  }
}

/** What a column that names a kind may hold from now on, in the place of what it could. For migrations. */
export async function allowKinds(
  db: Kysely<unknown>,
  table: string,
  column: string,
  kinds: readonly string[],
): Promise<void> {
  const name = sql.id(`${table}_${column}_check`)
  await sql`alter table ${sql.id(table)} drop constraint ${name}`.execute(db)
  await sql`alter table ${sql.id(table)} add constraint ${name}
    check (${sql.id(column)} in (${sql.join(kinds.map((kind) => sql.lit(kind)))}))`.execute(db)
}
