import { sql } from 'kysely'
import { sealEntries, verifyChains } from '#server/audit/index'
import { foundDistrict } from '#server/people/index'
import { createDatabase, createPool, type Database } from '#server/platform/db/index'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { buildDemo } from './build-demo'
import { CAST } from './cast'
import { REPORT_PARTS } from '../../tests/builders/report-parts'

jest.setTimeout(60_000)

let database: TestDatabase
let db: Database

beforeEach(async () => {
  database = await createTestDatabase()
  db = database.db
  await foundDistrict(db, { name: '演示区', bornAs: 'demo', now: new Date() })
})
afterEach(() => database.drop())

interface Counts {
  persons: number
  matters: number
  entries: number
  jobs: number
}
async function counts(): Promise<Counts> {
  const { rows } =
    await sql<Counts>`select (select count(*)::int from people) as persons, (select count(*)::int from matters) as matters,
    (select count(*)::int from audit_entries) as entries, (select count(*)::int from graphile_worker.jobs) as jobs`.execute(
      db,
    )
  return rows[0] as Counts
}

it('tells its story once, whoever builds it and however often', async () => {
  const other = createDatabase(createPool(database.connection, () => undefined))
  await Promise.all([buildDemo(db, REPORT_PARTS), buildDemo(other, REPORT_PARTS)])
  const told = await counts()
  expect(told.persons).toBe(Object.keys(CAST).length)
  await buildDemo(other, REPORT_PARTS)
  await other.destroy()
  expect(await counts()).toEqual(told)
})

it('clears away what a killed attempt left, and starts from the beginning', async () => {
  await buildDemo(db, REPORT_PARTS)
  const whole = await counts()
  await sql`update deployment set ready_at = null`.execute(db)
  await buildDemo(db, REPORT_PARTS)
  expect(await counts()).toEqual(whole)
  const { rows } = await sql`select j.key from graphile_worker.jobs j
    where j.key like 'close_unconfirmed:%' and not exists (select from matters m where j.key = 'close_unconfirmed:' || m.matter_id)`.execute(
    db,
  )
  expect(rows).toEqual([])
})

it('is on record like everything else: its chains hold', async () => {
  await buildDemo(db, REPORT_PARTS)
  await sealEntries(db)
  const reports = await verifyChains(db)
  expect(reports.flatMap(({ problems }) => problems)).toEqual([])
  expect(reports.reduce((sum, { entries }) => sum + Number(entries), 0)).toBe((await counts()).entries)
})
