import { sql, type Kysely } from 'kysely'
import { StartupError } from '#server/platform/postgres/index'
import { createTestDatabase, type TestDatabase } from '../../../tests/postgres/test-database'
import { createDatabase, createPool, type Database } from './database'
import { migrate, MIGRATIONS } from './migrate'
import { beginMigration, placeTable } from './place-table'

let database: TestDatabase
let db: Database
let placements: Placement[]

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  placements = (await tables()).map(toPlacement)
})
afterAll(() => database.drop())

interface Placement {
  table: string
  where: 'community' | 'token' | 'shared' | undefined
  /** What it is distributed by. */
  by: string | undefined
}

async function tables(): Promise<{ table: string; label: string | null }[]> {
  const { rows } = await sql<{ table: string; label: string | null }>`
    select relname as table, obj_description(oid, 'pg_class') as label from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely_%' order by 1`.execute(
    db,
  )
  return rows
}

function toPlacement({ table, label }: { table: string; label: string | null }): Placement {
  const [, where, by] = /^placed: (community|token|shared)(?: by (\w+))?$/.exec(label ?? '') ?? []
  return { table, where: where as Placement['where'], by }
}

const placed = (where: Placement['where']) => placements.filter((placement) => placement.where === where)

describe('every table', () => {
  it('says where it is placed, and by what', () => {
    expect(placements.length).toBeGreaterThan(15)
    for (const { table, where, by } of placements) {
      expect({
        table,
        placed: where !== undefined,
        by: where === 'shared' ? by === undefined : by !== undefined,
      }).toEqual({
        table,
        placed: true,
        by: true,
      })
    }
  })

  it('of a community is distributed by it', () => {
    expect(placed('community').map(({ by }) => by)).toEqual(placed('community').map(() => 'community_id'))
    expect(placed('community').map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'places',
        'memberships',
        'matters',
        'matter_events',
        'inbox_groups',
        'inbox_items',
        'notices',
        'search_entries',
        'audit_entries',
      ]),
    )
  })

  it('that has a community and is not found by a token is a tenant table', async () => {
    const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'community_id' order by 1`.execute(db)
    const tokens = placed('token').map(({ table }) => table)
    expect(rows.map(({ table }) => table).filter((table) => !tokens.includes(table))).toEqual(
      placed('community').map(({ table }) => table),
    )
  })
})

describe('a distributed table', () => {
  const again = (table: string, by: string) =>
    sql`create table ${sql.id(`${table}_again`)} (like ${sql.id(table)} including all) partition by hash (${sql.id(by)})`.execute(
      db,
    )

  it('has it in every key: PostgreSQL accepts the table partitioned by it', async () => {
    const distributed = placements.filter(({ where }) => where !== 'shared')
    expect(distributed.length).toBeGreaterThan(10)
    for (const { table, by } of distributed) {
      await again(table, by as string)
      await sql`drop table ${sql.id(`${table}_again`)}`.execute(db)
    }
  })

  it('with a key that lacks it would be refused', async () => {
    await sql`create table bad_key (community_id uuid not null, name text primary key)`.execute(db)
    await expect(again('bad_key', 'community_id')).rejects.toMatchObject({ code: '0A000' })
    await sql`drop table bad_key`.execute(db)
    await sql`create table bad_index (community_id uuid not null, name text not null)`.execute(db)
    await sql`create unique index bad_index_name on bad_index (name)`.execute(db)
    await expect(again('bad_index', 'community_id')).rejects.toMatchObject({ code: '0A000' })
    await sql`drop table bad_index`.execute(db)
  })

  it('of a community has it first in every key and every index', async () => {
    const { rows } = await sql<{ table: string; index: string; first: string }>`
      select t.relname as table, i.relname as index, a.attname as first
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where t.relname = any (${placed('community').map(({ table }) => table)})`.execute(db)
    expect(rows.length).toBeGreaterThan(20)
    const otherwise = rows.filter(({ first }) => first !== 'community_id')
    // GIN takes no uuid: each of its terms begins with the end of its community's id instead (docs/adr/0014).
    expect(otherwise).toEqual([{ table: 'search_entries', index: 'search_entries_terms', first: 'terms' }])
  })
})

interface ForeignKey {
  name: string
  from: string
  to: string
  columns: string[]
  references: string[]
}

describe('foreign keys', () => {
  let keys: ForeignKey[]
  beforeAll(async () => {
    const { rows } = await sql<ForeignKey>`
      select c.conname as name, f.relname as from, t.relname as to,
        array(select attname::text from unnest(c.conkey) with ordinality as k (n, place)
          join pg_attribute on attrelid = f.oid and attnum = n order by place) as columns,
        array(select attname::text from unnest(c.confkey) with ordinality as k (n, place)
          join pg_attribute on attrelid = t.oid and attnum = n order by place) as references
      from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(db)
    keys = rows
  })
  const whereIs = (table: string) => placements.find((placement) => placement.table === table)?.where
  const from = (where: Placement['where']) => keys.filter((key) => whereIs(key.from) === where)

  it('of tenant tables begin with the community, or lead to shared tables', () => {
    const within = from('community').filter(({ to }) => whereIs(to) !== 'shared')
    expect(within.length).toBeGreaterThan(5)
    for (const { name, to, columns, references } of within) {
      expect({ name, to: whereIs(to), columns: columns[0], references: references[0] }).toEqual({
        name,
        to: 'community',
        columns: 'community_id',
        references: 'community_id',
      })
    }
  })

  it('of shared tables lead to shared tables only', () => {
    expect(from('shared').map(({ to }) => whereIs(to))).toEqual(from('shared').map(() => 'shared'))
  })

  it('are not on tables that are found by a token', () => {
    expect(from('token')).toEqual([])
  })

  it('have names', () => {
    expect(keys.filter(({ name }) => !name.endsWith('_fk'))).toEqual([])
  })
})

describe('migrating', () => {
  const empty = async (work: (db: Database) => Promise<void>) => {
    const fresh = await createTestDatabase()
    try {
      await work(fresh.db)
    } finally {
      await fresh.drop()
    }
  }

  const shape = async (of: Database) => {
    const columns = await sql`select table_name, column_name, data_type, is_nullable, column_default
      from information_schema.columns where table_schema = 'public' order by 1, 2`.execute(of)
    const indexes =
      await sql`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(of)
    const constraints = await sql`select conname, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`.execute(of)
    const migrations = await sql`select name, timestamp from kysely_migration order by 1`.execute(of)
    return [columns.rows, indexes.rows, constraints.rows, migrations.rows]
  }

  it('again changes nothing', () =>
    empty(async (fresh) => {
      const before = await shape(fresh)
      await migrate(fresh)
      await migrate(fresh)
      expect(await shape(fresh)).toEqual(before)
    }))

  it('from nothing, by two servers at once, makes the same', () =>
    empty(async (fresh) => {
      const before = await shape(fresh)
      await sql`drop schema public cascade`.execute(fresh)
      await sql`create schema public`.execute(fresh)
      const [{ name }] = (await sql<{ name: string }>`select current_database() as name`.execute(fresh))
        .rows as [{ name: string }]
      const other = createDatabase(createPool({ ...database.connection, database: name }, () => undefined))
      await Promise.all([migrate(fresh), migrate(other)])
      await other.destroy()
      const withoutTimes = (parts: unknown[][]) => parts.slice(0, 3)
      expect(withoutTimes(await shape(fresh))).toEqual(withoutTimes(before))
    }))

  it('refuses a database of a newer version and leaves it as it is', () =>
    empty(async (fresh) => {
      await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(
        fresh,
      )
      const before = await shape(fresh)
      const error = await migrate(fresh).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(StartupError)
      expect((error as Error).message).toMatch(/更新版本.*9999-from-the-future/)
      expect(await shape(fresh)).toEqual(before)
    }))

  it('knows its migrations by number and name, in order', () => {
    const names = Object.keys(MIGRATIONS)
    expect(names).toEqual([...names].sort())
    names.forEach((name, index) =>
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`)),
    )
  })
})

it('without Citus, placing a table only labels it', async () => {
  const asked: string[] = []
  const listening = createDatabase(createPool({ ...database.connection, max: 1 }, () => undefined))
  await sql`create table newcomer (community_id uuid primary key)`.execute(listening)
  const wrapped = (listening as unknown as Kysely<unknown>).withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'RawNode') asked.push(node.sqlFragments.join('?'))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  await beginMigration(wrapped)
  await placeTable(wrapped, 'newcomer', 'community')
  await placeTable(wrapped, 'newcomer', 'token', 'community_id')
  await placeTable(wrapped, 'newcomer', 'shared')
  expect(asked.join('\n')).not.toMatch(/create_(distributed|reference)_table|citus\./)
  expect(asked.filter((statement) => statement.startsWith('comment on table'))).toHaveLength(3)
  expect((await tables()).find(({ table }) => table === 'newcomer')?.label).toBe('placed: shared')
  await sql`drop table newcomer`.execute(listening)
  await listening.destroy()
})
