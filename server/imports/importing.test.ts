import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import {
  applyImportEndpoint,
  exportEndpoint,
  listImportProblemsEndpoint,
  readImportEndpoint,
  uploadImportEndpoint,
  type ImportView,
  type Sheet,
} from '#core/imports'
import { readPlaceEndpoint } from '#core/places'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import { tableCsv, tablesXlsx } from '../../tests/imports/tables'
import { createMemoryStore, type MemoryStore } from '../../tests/photos/memory-store'
import { applyImport } from './apply-import'
import { checkImport } from './check-import'
import { writeExport } from './export'
import { forgetOldRolls, tendImports } from './tend-imports'
import { writeImport } from './write-import'

let server: TestServer
let place: Neighbourhood
let staff: SignedInPerson
let admin: SignedInPerson
let files: MemoryStore

let placeIds: string[]

beforeAll(async () => {
  files = createMemoryStore()
  server = await startTestServer({ parts: { photos: files } })
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { communityId } = place.community
  staff = await place.inOffice('community_staff', communityId, { name: '王敏' })
  admin = await place.inOffice('administrator', place.districtId, { community: null, name: '老赵' })
  placeIds = (await server.db.selectFrom('places').select('place_id').execute()).map((row) => row.place_id)
})
afterAll(() => server.close())

/** Everybody in office, nothing brought in, on the same day. */
beforeEach(async () => {
  files.refuse(undefined)
  files.files.clear()
  server.clock.now = new Date('2026-11-18T02:00:00.000Z')
  await sql`truncate imports, import_progress, import_problems, units, unit_homes, owners, ownerships, roll_entries,
    memberships, audit_entries, idempotency_keys`.execute(server.db)
  await sql`delete from graphile_worker._private_jobs`.execute(server.db)
  await server.db.deleteFrom('places').where('place_id', 'not in', placeIds).execute()
  await server.db.updateTable('places').set({ ends_at: null, number: null }).execute()
  await server.db.updateTable('places').set({ name: '3号楼' }).where('name', '=', '三号楼').execute()
  await server.db.updateTable('role_grants').set({ state: 'granted' }).execute()
})

const now = () => server.clock.now
const parts = () => ({ files, contactBox: CONTACT_BOX })
const keyOf = ({ communityId, importId }: ImportView) => ({ communityId, importId })
const params = () => ({ communityId: place.community.communityId })
const at = (view: ImportView) => ({ ...params(), importId: view.importId })
const read = (view: ImportView, by = staff) =>
  server.ok(readImportEndpoint, { as: by.token, params: at(view) })

async function checked(file: Buffer, by = staff): Promise<ImportView> {
  const view = await server.ok(uploadImportEndpoint, { as: by.token, params: params(), file })
  await checkImport(server.db, parts(), keyOf(view), now)
  return read(view, by)
}
const apply = (view: ImportView, by = staff) =>
  server.ok(applyImportEndpoint, { as: by.token, params: at(view), body: { act: 'apply' } })
async function imported(file: Buffer, by = staff): Promise<ImportView> {
  const view = await checked(file, by)
  expect(await problemsOf(view, by)).toEqual([])
  await apply(view, by)
  await writeImport(server.db, parts(), keyOf(view), now)
  return read(view, by)
}
const problemsOf = async (view: ImportView, by = staff) =>
  (await server.ok(listImportProblemsEndpoint, { as: by.token, params: at(view), query: {} })).items.map(
    ({ sheet, row, column, words }) => [sheet, row, column, words],
  )
const countsOf = ({ counts }: ImportView) =>
  counts.map(({ sheet, added, changed, unchanged, ending }) => [sheet, added, changed, unchanged, ending])

const HOME = '湖光苑/3号楼/2单元/602'
const PLACES = {
  places: [
    ['L3', '楼栋', '湖光苑', '3号楼'],
    ['', '门栋', '湖光苑/3号楼', '3单元'],
  ],
  homes: [['', '湖光苑/3号楼/3单元', '101']],
}
const ROLLS = {
  units: [['', '湖光苑/3号楼/2单元', '602', '住宅', '89.50', '登记', '', HOME]],
  owners: [
    [HOME, '个人', '陈梅', '', '13800138000', '2019-05-01'],
    [HOME, '个人', '李强', 'Y2', ''],
  ],
  roll: [
    [HOME, '陈梅', '业主', '是', '13800138000'],
    [HOME, '李小梅', '家人', '否'],
  ],
}

/** Everything an import can write, but for times and sealed values, which differ each time. */
async function standing() {
  const rows = async (table: string) =>
    (
      await sql<{
        row: object
      }>`select to_jsonb(t) - 'created_at' as row from ${sql.table(table)} t order by 1`.execute(server.db)
    ).rows
  return Promise.all(['places', 'units', 'unit_homes', 'owners', 'ownerships', 'roll_entries'].map(rows))
}

describe('a table that is brought in', () => {
  it('is checked, shown, written, and leaves no file behind', async () => {
    const uploaded = await server.ok(uploadImportEndpoint, {
      as: staff.token,
      params: params(),
      file: await tablesXlsx(ROLLS),
    })
    expect([uploaded.state, uploaded.byName, uploaded.mayApply, files.files.size]).toEqual([
      'checking',
      '王敏',
      false,
      1,
    ])
    await checkImport(server.db, parts(), keyOf(uploaded), now)
    const ready = await read(uploaded)
    expect([ready.state, ready.mayApply, ready.rowsTotal, countsOf(ready)]).toEqual([
      'ready',
      true,
      5,
      [
        ['units', 1, 0, 0, 0],
        ['owners', 2, 0, 0, 0],
        ['roll', 2, 0, 0, 0],
      ],
    ])
    expect((await standing())[1]).toEqual([])
    expect((await apply(ready)).state).toBe('applying')
    await writeImport(server.db, parts(), keyOf(ready), now)
    const done = await read(ready)
    expect([done.state, done.rowsDone, done.rowsTotal, done.appliedAt]).toEqual([
      'applied',
      8,
      8,
      now().toISOString(),
    ])
    expect((await standing()).map((rows) => rows.length).slice(1)).toEqual([1, 1, 2, 2, 2])
    expect(files.files.size).toBe(0)
    const entries = await server.db
      .selectFrom('audit_entries')
      .select(['act', 'person_id', 'role', 'subject_id'])
      .orderBy('entry_id')
      .execute()
    const by = { person_id: staff.personId, role: 'community_staff', subject_id: done.importId }
    expect(entries).toEqual(['upload', 'apply', 'write'].map((act) => ({ act: `import.${act}`, ...by })))
  })

  it('makes places with their way down, and carries a new name to everything below and to who lives there', async () => {
    const resident = await place.resident(place.community.homeId)
    await imported(await tablesXlsx(PLACES), admin)
    const { place_id: placeId } = await server.db
      .selectFrom('places')
      .select('place_id')
      .where('name', '=', '101')
      .where('community_id', '=', params().communityId)
      .where('path', '@>', sql<string[]>`array[${place.community.buildingId}]::uuid[]`)
      .executeTakeFirstOrThrow()
    const pathOf = async () =>
      (await server.ok(readPlaceEndpoint, { as: staff.token, params: { ...params(), placeId } })).path.map(
        ({ name }) => name,
      )
    expect(await pathOf()).toEqual(['湖光苑', '3号楼', '3单元', '101'])
    await imported(await tablesXlsx({ places: [['L3', '楼栋', '湖光苑', '三号楼']] }), admin)
    expect(await pathOf()).toEqual(['湖光苑', '三号楼', '3单元', '101'])
    const { home_name: homeName } = await server.db
      .selectFrom('memberships')
      .select('home_name')
      .where('person_id', '=', resident.personId)
      .executeTakeFirstOrThrow()
    expect(homeName).toBe('湖光苑 三号楼 2单元 602 室')
  })

  it('changes nothing the second time, as XLSX and as CSV', async () => {
    await imported(await tablesXlsx(ROLLS))
    const before = await standing()
    const again = await imported(await tablesXlsx(ROLLS))
    expect(countsOf(again)).toEqual([
      ['units', 0, 0, 1, 0],
      ['owners', 0, 0, 2, 0],
      ['roll', 0, 0, 2, 0],
    ])
    const csv = await imported(Buffer.from(tableCsv('roll', ROLLS.roll)))
    expect(countsOf(csv)).toEqual([['roll', 0, 0, 2, 0]])
    expect(await standing()).toEqual(before)
  })

  it('is written out in the form it came in, and read in again changes nothing', async () => {
    await imported(await tablesXlsx(PLACES), admin)
    await imported(await tablesXlsx(ROLLS))
    const out = async (sheets: Sheet[], format: 'xlsx' | 'csv') =>
      buffer(await writeExport(server.db, CONTACT_BOX, params().communityId, { sheets, format, now: now() }))
    const before = await standing()
    const written: [Sheet[], 'xlsx' | 'csv', SignedInPerson][] = [
      [['places', 'homes'], 'xlsx', admin],
      [['units', 'owners', 'roll'], 'xlsx', staff],
      [['owners'], 'csv', staff],
    ]
    for (const [sheets, format, by] of written) {
      const { counts } = await imported(await out(sheets, format), by)
      expect(counts.map(({ sheet, added, changed, ending }) => [sheet, added, changed, ending])).toEqual(
        sheets.map((sheet) => [sheet, 0, 0, 0]),
      )
      expect(counts.every(({ unchanged }) => unchanged > 0)).toBe(true)
    }
    expect(await standing()).toEqual(before)
  })

  it('with one bad row writes nothing, names the row, and keeps no file', async () => {
    const before = await standing()
    const bad = await checked(
      await tablesXlsx({ roll: [...ROLLS.roll, ['湖光苑/9号楼', '周明', '房客', '是']] }),
    )
    expect([bad.state, bad.mayApply, bad.problemCount, files.files.size]).toEqual(['bad', false, 1, 0])
    expect(await problemsOf(bad)).toEqual([['住户名册', 4, '关系', '只能写：业主、家人、租户']])
    const refused = await server.call(applyImportEndpoint, {
      as: staff.token,
      params: at(bad),
      body: { act: 'apply' },
    })
    expect([refused.status, refused.body.code]).toEqual([409, 'STATE_CHANGED'])
    expect(await standing()).toEqual(before)
  })

  it('with a sheet that is not theirs is refused for that sheet', async () => {
    expect(
      await problemsOf(await checked(await tablesXlsx({ ...ROLLS, homes: PLACES.homes }))),
    ).toContainEqual(['户', null, null, '户由管理员导入，请把这张表交给管理员，或从文件里删掉'])
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }), admin)
    expect((await problemsOf(view, admin))[0]).toEqual([
      '住户名册',
      null,
      null,
      '住户名册由社区工作人员导入，请从文件里删掉这张表',
    ])
  })

  it('is held against what stands when it is written, not when it was looked at', async () => {
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }))
    await server.db
      .updateTable('places')
      .set({ ends_at: new Date('2026-11-10') })
      .where('place_id', '=', place.community.homeId)
      .execute()
    await apply(view)
    await writeImport(server.db, parts(), keyOf(view), now)
    const now_ = await read(view)
    expect([now_.state, (await problemsOf(view))[0]?.[3], (await standing())[5]]).toEqual([
      'bad',
      '这一户已经结束了',
      [],
    ])
  })

  it('once its maker left office, is not written', async () => {
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }))
    await apply(view)
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', staff.personId)
      .execute()
    await writeImport(server.db, parts(), keyOf(view), now)
    const { state } = await server.db.selectFrom('imports').select('state').executeTakeFirstOrThrow()
    expect([state, (await standing())[5]]).toEqual(['bad', []])
  })
})

describe('names and phones', () => {
  it('lie sealed: in the tables, in the file that waits, and nowhere in jobs or the record', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    expect([...files.files.values()][0]?.includes('陈梅')).toBe(false)
    await apply(view)
    await writeImport(server.db, parts(), keyOf(view), now)
    const dump = async (table: string) =>
      JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(server.db)).rows)
    const tables = [
      'owners',
      'roll_entries',
      'imports',
      'import_problems',
      'audit_entries',
      'graphile_worker._private_jobs',
      'idempotency_keys',
    ]
    for (const table of tables)
      expect([table, /陈梅|13800138000/.test(await dump(table))]).toEqual([table, false])
  })

  it('are erased a month after who left is off the roll; the bare row stays', async () => {
    await imported(await tablesXlsx({ roll: ROLLS.roll }))
    await imported(await tablesXlsx({ roll: [[HOME, '陈梅', '业主', '是', '', '2026-11-18']] }))
    await forgetOldRolls(server.db, new Date('2026-12-15T00:00:00.000Z'))
    const named = async () =>
      (await server.db.selectFrom('roll_entries').select(['name_sealed', 'phone_index']).execute()).filter(
        (row) => row.name_sealed,
      ).length
    expect(await named()).toBe(2)
    await forgetOldRolls(server.db, new Date('2026-12-25T00:00:00.000Z'))
    expect([await named(), (await standing())[5]?.length]).toEqual([1, 2])
  })

  it('are taken out on the record, by an address that is for its person and holds for minutes', async () => {
    await imported(await tablesXlsx(ROLLS))
    const { address } = await server.ok(exportEndpoint, {
      as: staff.token,
      params: params(),
      body: { sheets: ['roll'], format: 'csv' },
    })
    const save = async (url: string) => {
      const { statusCode, headers, body } = await server.app.inject({ url })
      return { statusCode, type: headers['content-type'], body }
    }
    expect(await save(address)).toEqual({
      statusCode: 200,
      type: 'text/csv; charset=utf-8',
      body: expect.stringContaining('陈梅'),
    })
    const entries = await server.db
      .selectFrom('audit_entries')
      .select(['act', 'reason', 'person_id'])
      .where('act', '=', 'export.make')
      .execute()
    expect(entries).toEqual([{ act: 'export.make', reason: '住户名册', person_id: staff.personId }])
    const elsewhere = address.replace(params().communityId, place.otherCommunity.communityId)
    for (const wrong of [elsewhere, `${address.slice(0, -2)}AA`, `${address}A`])
      expect([wrong, (await save(wrong)).statusCode]).toEqual([wrong, 404])
    server.clock.now = new Date(now().getTime() + 11 * 60_000)
    expect((await save(address)).statusCode).toBe(404)
  })

  it('are not to be had by who left office meanwhile, nor by the administrator', async () => {
    const asked = await server.call(exportEndpoint, {
      as: admin.token,
      params: params(),
      body: { sheets: ['places', 'roll'], format: 'xlsx' },
    })
    expect([asked.status, asked.body.code]).toEqual([403, 'NOT_ALLOWED'])
    const { address } = await server.ok(exportEndpoint, {
      as: staff.token,
      params: params(),
      body: { sheets: ['roll'], format: 'xlsx' },
    })
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', staff.personId)
      .execute()
    expect((await server.app.inject({ url: address })).statusCode).toBe(404)
  })
})

describe('a file that is no table', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'IMPORT_FILE_KIND'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 415, 'IMPORT_FILE_OLD'],
  ])('is refused at once: %s', async (_name, file, status, code) => {
    const answer = await server.call(uploadImportEndpoint, { as: staff.token, params: params(), file })
    expect([answer.status, answer.body.code, files.files.size]).toEqual([status, code, 0])
  })
  it('is not kept where the store is away', async () => {
    files.refuse('EIO')
    const answer = await server.call(uploadImportEndpoint, {
      as: staff.token,
      params: params(),
      file: await tablesXlsx(ROLLS),
    })
    expect([answer.status, answer.body.code]).toEqual([503, 'IMPORT_STORE_AWAY'])
  })
})

describe('two at once', () => {
  it('imports of one community: the second is told to wait', async () => {
    const [one, other] = [
      await checked(await tablesXlsx({ roll: ROLLS.roll })),
      await checked(await tablesXlsx({ units: ROLLS.units })),
    ]
    const context = await acting(server.db, staff.personId, params().communityId, now())
    const hold = (tx: TestServer['db']) => sql`lock table imports in share row exclusive mode`.execute(tx)
    const endings = await atOnce(
      server.db,
      hold,
      [one, other].map(
        ({ importId }) =>
          () =>
            applyImport(context, importId),
      ),
    )
    expect(sorted(endings)).toEqual(['IMPORT_UNDER_WAY', 'done'])
  })

  it('workers on one import: one writes, the other leaves it alone', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    await Promise.all([1, 2].map(() => writeImport(server.db, parts(), keyOf(view), now)))
    expect([(await read(view)).state, (await standing())[5]?.length]).toEqual(['applied', 2])
  })
})

describe('killed in the middle', () => {
  const BREAK = `create function break_it() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`

  it('has written nothing, is taken up again, and is whole then', async () => {
    const before = await standing()
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    // The last table that is written ends the connection, as a server that dies does.
    await sql.raw(BREAK).execute(server.db)
    await sql`create trigger break_it before insert on roll_entries for each row execute function break_it()`.execute(
      server.db,
    )
    await expect(writeImport(server.db, parts(), keyOf(view), now)).rejects.toThrow()
    await sql`drop trigger break_it on roll_entries`.execute(server.db)
    expect(await standing()).toEqual(before)
    expect([(await read(view)).state, (await read(view)).mayApply]).toEqual(['failed', true])
    await apply(view)
    await writeImport(server.db, parts(), keyOf(view), now)
    expect([(await read(view)).state, (await standing())[5]?.length]).toEqual(['applied', 2])
  })

  it('together with its server, is found by its silence', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    const jobs = async () =>
      (
        await sql<{
          task: string
        }>`select task_identifier as task from graphile_worker.jobs where key = ${`import ${view.importId}`}`.execute(
          server.db,
        )
      ).rows
    await sql`delete from graphile_worker._private_jobs`.execute(server.db)
    await tendImports(server.db, parts(), now())
    expect(await jobs()).toEqual([])
    await tendImports(server.db, parts(), new Date(now().getTime() + 3 * 60_000))
    expect(await jobs()).toEqual([{ task: 'write_import' }])
  })
})

it('a file that nobody came back for is gone after a day', async () => {
  const view = await checked(await tablesXlsx(ROLLS))
  await tendImports(server.db, parts(), new Date(now().getTime() + 23 * 3_600_000))
  expect([(await read(view)).state, files.files.size]).toEqual(['ready', 1])
  await tendImports(server.db, parts(), new Date(now().getTime() + 25 * 3_600_000))
  expect([(await read(view)).state, (await read(view)).mayApply, files.files.size]).toEqual([
    'expired',
    false,
    0,
  ])
})
