import type { Pool } from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../tests/postgres/test-database'
import { createPool } from './database'
import { nameStatements } from './named-statements'

let database: TestDatabase
let pool: Pool

beforeEach(async () => {
  database = await createTestDatabase()
  pool = createPool({ ...database.connection, max: 1 }, () => undefined)
  await pool.query('create table things (name text)')
  await pool.query("insert into things values ('lamp')")
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const SELECT = 'select * from things where name = $1'

/** As Kysely asks: over a connection of the pool, with a text and its values. */
async function ask(text: string, values: unknown[] = []) {
  const client = await pool.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    client.release()
  }
}
const prepared = async () =>
  (await ask('select statement from pg_prepared_statements')).map((row) => row.statement)

/** A pool of one connection that names its statements. */
async function namingPool(): Promise<void> {
  await pool.end()
  pool = createPool({ ...database.connection, max: 1 }, () => undefined)
  nameStatements(pool)
}

it('prepares what is asked for the third time, and answers as before', async () => {
  await namingPool()
  for (const expected of [[], [], [SELECT], [SELECT]]) {
    expect(await ask(SELECT, ['lamp'])).toEqual([{ name: 'lamp' }])
    expect(await prepared()).toEqual(expected)
  }
  expect(await ask(SELECT, ['door'])).toEqual([])
})

it('prepares nothing where it was not asked to, and nothing without values', async () => {
  for (let time = 0; time < 5; time++) await ask(SELECT, ['lamp'])
  expect(await prepared()).toEqual([])
  await namingPool()
  for (let time = 0; time < 5; time++) await ask('select * from things')
  expect(await prepared()).toEqual([])
})

it('keeps 300 at most, whatever is asked', async () => {
  await namingPool()
  for (let one = 0; one < 320; one++) {
    for (let time = 0; time < 3; time++) await ask(`select ${one} + $1::int as sum`, [1])
  }
  expect(await prepared()).toHaveLength(300)
  expect(await ask('select 319 + $1::int as sum', [1])).toEqual([{ sum: 320 }])
})

it('fails once and then goes on when a migration changed the table', async () => {
  await namingPool()
  for (let time = 0; time < 4; time++) await ask(SELECT, ['lamp'])
  await ask('alter table things add column colour text')
  await expect(ask(SELECT, ['lamp'])).rejects.toMatchObject({ code: '0A000' })
  expect(await ask(SELECT, ['lamp'])).toEqual([{ name: 'lamp', colour: null }])
})
