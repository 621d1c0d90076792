import { sql } from 'kysely'
import { sealEntries, verifyChains } from '#server/audit/index'
import { foundDistrict } from '#server/people/index'
import { createDatabase, createPool, type Database } from '#server/platform/db/index'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { buildDemo } from './build-demo'
import { CAST } from './cast'
import { REPORT_PARTS } from '../../tests/builders/report-parts'
import { createMemoryStore } from '../../tests/photos/memory-store'

jest.setTimeout(60_000)

const PARTS = { ...REPORT_PARTS, photos: createMemoryStore() }

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
  await Promise.all([buildDemo(db, PARTS), buildDemo(other, PARTS)])
  const told = await counts()
  expect(told.persons).toBe(Object.keys(CAST).length)
  await buildDemo(other, PARTS)
  await other.destroy()
  expect(await counts()).toEqual(told)
})

it('clears away what a killed attempt left, and starts from the beginning', async () => {
  await buildDemo(db, PARTS)
  const whole = await counts()
  await sql`update deployment set ready_at = null`.execute(db)
  await buildDemo(db, PARTS)
  expect(await counts()).toEqual(whole)
  const { rows } = await sql`select j.key from graphile_worker.jobs j
    where j.key like 'close_unconfirmed:%' and not exists (select from matters m where j.key = 'close_unconfirmed:' || m.matter_id)`.execute(
    db,
  )
  expect(rows).toEqual([])
})

it('is on record like everything else: its chains hold', async () => {
  await buildDemo(db, PARTS)
  await sealEntries(db)
  const reports = await verifyChains(db)
  expect(reports.flatMap(({ problems }) => problems)).toEqual([])
  expect(reports.reduce((sum, { entries }) => sum + Number(entries), 0)).toBe((await counts()).entries)
})

it('has one whose neighbour votes for them by proxy, checked and used, with a photo of the authority', async () => {
  await buildDemo(db, PARTS)
  const { rows } = await sql<{ state: string; channel: string; photos: number }>`
    select p.state, b.channel, (select count(*)::int from photos f where f.subject_id = p.proxy_id) as photos
    from vote_proxies p join ballots b on b.vote_id = p.vote_id and b.voter_id = p.voter_id
      and b.caster_id = p.agent_id`.execute(db)
  expect(rows).toEqual([{ state: 'accepted', channel: 'proxy', photos: 1 }])
})

it('has bylaws in force, on paper, and a demand that three of the owners of 3号楼 signed', async () => {
  await buildDemo(db, PARTS)
  const { rows: bylaws } = await sql`
    select b.state, b.recorded_name, (select count(*)::int from photos f where f.subject_id = b.bylaw_id) as photos
    from bylaws b`.execute(db)
  expect(bylaws).toEqual([{ state: 'in_force', recorded_name: '钱芳（居委会）', photos: 1 }])
  const { rows: demands } = await sql`
    select state, place_name, persons_signed, persons_of from owners_demands`.execute(db)
  expect(demands).toEqual([{ state: 'open', place_name: '湖光苑 3号楼', persons_signed: 3, persons_of: 48 }])
})

it('leaves no table of owners lying about, and no owner whose phone somebody has', async () => {
  await buildDemo(db, PARTS)
  const { rows } = await sql`
    select i.state, i.file_kept, (select count(*)::int from owners where phone_index is not null) as phones
    from imports i`.execute(db)
  expect(rows).toEqual([{ state: 'applied', file_kept: false, phones: 0 }])
})
