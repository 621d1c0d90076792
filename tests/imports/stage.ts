import { sql } from 'kysely'
import {
  applyImportEndpoint,
  listImportProblemsEndpoint,
  readImportEndpoint,
  uploadImportEndpoint,
  type ImportView,
} from '#core/imports'
import { checkImport } from '../../server/imports/check-import'
import { writeImport } from '../../server/imports/write-import'
import { startTestServer, type TestServer } from '../api/test-server'
import { CONTACT_BOX } from '../builders/contact-box'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../photos/memory-store'

/** The home that the tables name. */
export const HOME = '湖光苑/3号楼/2单元/602'
export const PLACES = {
  places: [
    ['L3', '楼栋', '湖光苑', '3号楼'],
    ['', '门栋', '湖光苑/3号楼', '3单元'],
  ],
  homes: [['', '湖光苑/3号楼/3单元', '101']],
}
export const ROLLS = {
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

/** Who brings tables in, and what that needs. */
export interface ImportStage {
  server: TestServer
  place: Neighbourhood
  staff: SignedInPerson
  admin: SignedInPerson
  files: MemoryStore
}

/** A community with everybody in office; before each test nothing is brought in, and it is the same day. */
export function importStage() {
  const stage = {} as ImportStage
  let placeIds: string[]
  beforeAll(async () => {
    stage.files = createMemoryStore()
    stage.server = await startTestServer({ parts: { photos: stage.files } })
    const { db } = stage.server
    stage.place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
    const { community, districtId } = stage.place
    stage.staff = await stage.place.inOffice('community_staff', community.communityId, { name: '王敏' })
    stage.admin = await stage.place.inOffice('administrator', districtId, { community: null, name: '老赵' })
    placeIds = (await db.selectFrom('places').select('place_id').execute()).map((row) => row.place_id)
  })
  afterAll(() => stage.server.close())
  beforeEach(() => clear(stage, placeIds))
  return { stage, ...acts(stage) }
}

async function clear({ server: { db, clock }, files }: ImportStage, placeIds: string[]): Promise<void> {
  files.refuse(undefined)
  files.files.clear()
  clock.now = new Date('2026-11-18T02:00:00.000Z')
  await sql`truncate imports, import_progress, import_problems, units, unit_homes, owners, ownerships, roll_entries,
    memberships, audit_entries, idempotency_keys`.execute(db)
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  await db.deleteFrom('places').where('place_id', 'not in', placeIds).execute()
  await db.updateTable('places').set({ ends_at: null, number: null }).execute()
  await db.updateTable('places').set({ name: '3号楼' }).where('name', '=', '三号楼').execute()
  await db.updateTable('role_grants').set({ state: 'granted' }).execute()
}

function acts(stage: ImportStage) {
  const now = () => stage.server.clock.now
  const parts = () => ({ files: stage.files, contactBox: CONTACT_BOX })
  const keyOf = ({ communityId, importId }: ImportView) => ({ communityId, importId })
  const params = () => ({ communityId: stage.place.community.communityId })
  const at = (view: ImportView) => ({ ...params(), importId: view.importId })
  const read = (view: ImportView, by = stage.staff) =>
    stage.server.ok(readImportEndpoint, { as: by.token, params: at(view) })
  const checked = async (file: Buffer, by = stage.staff): Promise<ImportView> => {
    const view = await stage.server.ok(uploadImportEndpoint, { as: by.token, params: params(), file })
    await checkImport(stage.server.db, parts(), keyOf(view), now)
    return read(view, by)
  }
  const apply = (view: ImportView, by = stage.staff) =>
    stage.server.ok(applyImportEndpoint, { as: by.token, params: at(view), body: { act: 'apply' } })
  const problemsOf = async (view: ImportView, by = stage.staff) => {
    const given = { as: by.token, params: at(view), query: {} }
    const { items } = await stage.server.ok(listImportProblemsEndpoint, given)
    return items.map(({ sheet, row, column, words }) => [sheet, row, column, words])
  }
  const imported = async (file: Buffer, by = stage.staff): Promise<ImportView> => {
    const view = await checked(file, by)
    expect(await problemsOf(view, by)).toEqual([])
    await apply(view, by)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    return read(view, by)
  }
  const standing = () => standingIn(stage.server)
  return { now, parts, keyOf, params, at, read, checked, apply, problemsOf, imported, standing }
}

const TABLES = ['places', 'units', 'unit_homes', 'owners', 'ownerships', 'roll_entries']

/** Everything an import can write, but for the time of writing. */
async function standingIn({ db }: TestServer): Promise<object[][]> {
  const rows = async (table: string) => {
    const query = sql<{
      row: object
    }>`select to_jsonb(t) - 'created_at' as row from ${sql.table(table)} t order by 1`
    return (await query.execute(db)).rows
  }
  return Promise.all(TABLES.map(rows))
}

/** By sheet: added, changed, unchanged, ending. */
export const countsOf = ({ counts }: ImportView) =>
  counts.map(({ sheet, added, changed, unchanged, ending }) => [sheet, added, changed, unchanged, ending])
