import type { AnyPersonalTable } from '#server/platform/personal-data'
import { personalAreas } from '#server/personal-data'
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database'
import { columnsOf, columnsOfPersons } from './schema'

/** Kept without a column that names anybody: nobody finds a person's rows in them, and they end by themselves. */
const WITHOUT_NAMES = ['access_log', 'ended_sessions', 'idempotency_keys', 'phone_code_counts']

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const areas = Object.values(personalAreas)
const tables: AnyPersonalTable[] = areas.flatMap((area) => [...area.tables])
const inArchive = tables.flatMap(({ table, mine }) => mine.map((column) => `${table}.${column}`))
const others = areas.flatMap((area) => Object.keys(area.others))
const stays = areas.flatMap((area) => Object.keys(area.stays))

it('every column that names a person is in the archive, or is listed with the reason why not', async () => {
  const named = await columnsOfPersons(database.db)
  expect(named.length).toBeGreaterThan(30)
  // Of a row that is mine, who else is named in it is said by its table.
  const ofMine = tables.flatMap(({ table, columns }) =>
    Object.keys(columns).map((name) => `${table}.${name}`),
  )
  expect(named.filter((column) => ![...inArchive, ...others].includes(column))).toEqual([])
  expect([...inArchive, ...others].filter((column) => !named.includes(column))).toEqual([])
  expect(others.filter((column) => inArchive.includes(column))).toEqual([])
  expect(new Set(ofMine).size).toBe(ofMine.length)
})

it.each(tables.map((table) => [table.table, table] as const))(
  'of a row of %s each column is in the archive or left out with a reason',
  async (_name, { table, columns, order, mine }) => {
    expect(Object.keys(columns).sort()).toEqual((await columnsOf(database.db, table)).sort())
    expect([...order, ...mine].filter((column) => !(column in columns))).toEqual([])
    for (const column of Object.values(columns))
      if (typeof column === 'object' && 'leftOut' in column) expect(column.leftOut).toMatch(/[一-龥]{4}/)
  },
)

it('what remains of a closed account is a column that names a person, with its reason', async () => {
  const named = await columnsOfPersons(database.db)
  expect(stays.filter((column) => !named.includes(column))).toEqual([])
  const reasons = areas.flatMap((area) => [...Object.values(area.stays), ...Object.values(area.others)])
  expect(reasons.filter((reason) => !/[一-龥]{6}/.test(reason))).toEqual([])
})

it('and every table is either known to an area, without persons, or without names', async () => {
  const named = (await columnsOfPersons(database.db)).map((column) => column.split('.')[0])
  expect(WITHOUT_NAMES.filter((table) => named.includes(table))).toEqual([])
})
