import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { applyImportEndpoint, uploadImportEndpoint, type Sheet } from '#core/imports'
import { readPlaceEndpoint } from '#core/places'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { countsOf, HOME, importStage, PLACES, ROLLS } from '../../tests/imports/stage'
import { tableCsv, tablesXlsx } from '../../tests/imports/tables'
import { checkImport } from './check-import'
import { writeExport } from './export'
import { writeImport } from './write-import'

const { stage, now, parts, keyOf, params, at, read, checked, apply, problemsOf, imported, standing } =
  importStage()

describe('a table that is brought in', () => {
  it('is checked, shown, written, and leaves no file behind', async () => {
    const uploaded = await stage.server.ok(uploadImportEndpoint, {
      as: stage.staff.token,
      params: params(),
      file: await tablesXlsx(ROLLS),
    })
    expect([uploaded.state, uploaded.byName, uploaded.mayApply, stage.files.files.size]).toEqual([
      'checking',
      '王敏',
      false,
      1,
    ])
    await checkImport(stage.server.db, parts(), keyOf(uploaded), now)
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
    await writeImport(stage.server.db, parts(), keyOf(ready), now)
    const done = await read(ready)
    expect([done.state, done.rowsDone, done.rowsTotal, done.appliedAt]).toEqual([
      'applied',
      8,
      8,
      now().toISOString(),
    ])
    expect((await standing()).map((rows) => rows.length).slice(1)).toEqual([1, 1, 2, 2, 2])
    expect(stage.files.files.size).toBe(0)
    const entries = await stage.server.db
      .selectFrom('audit_entries')
      .select(['act', 'person_id', 'role', 'subject_id'])
      .orderBy('entry_id')
      .execute()
    const by = { person_id: stage.staff.personId, role: 'community_staff', subject_id: done.importId }
    expect(entries).toEqual(['upload', 'apply', 'write'].map((act) => ({ act: `import.${act}`, ...by })))
  })

  it('makes places with their way down, and carries a new name to everything below and to who lives there', async () => {
    const resident = await stage.place.resident(stage.place.community.homeId)
    await imported(await tablesXlsx(PLACES), stage.admin)
    const { place_id: placeId } = await stage.server.db
      .selectFrom('places')
      .select('place_id')
      .where('name', '=', '101')
      .where('community_id', '=', params().communityId)
      .where('path', '@>', sql<string[]>`array[${stage.place.community.buildingId}]::uuid[]`)
      .executeTakeFirstOrThrow()
    const pathOf = async () =>
      (
        await stage.server.ok(readPlaceEndpoint, { as: stage.staff.token, params: { ...params(), placeId } })
      ).path.map(({ name }) => name)
    expect(await pathOf()).toEqual(['湖光苑', '3号楼', '3单元', '101'])
    await imported(await tablesXlsx({ places: [['L3', '楼栋', '湖光苑', '三号楼']] }), stage.admin)
    expect(await pathOf()).toEqual(['湖光苑', '三号楼', '3单元', '101'])
    const { home_name: homeName } = await stage.server.db
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
    await imported(await tablesXlsx(PLACES), stage.admin)
    await imported(await tablesXlsx(ROLLS))
    const out = async (sheets: Sheet[], format: 'xlsx' | 'csv') =>
      buffer(
        await writeExport(stage.server.db, CONTACT_BOX, params().communityId, { sheets, format, now: now() }),
      )
    const before = await standing()
    const written: [Sheet[], 'xlsx' | 'csv', SignedInPerson][] = [
      [['places', 'homes'], 'xlsx', stage.admin],
      [['units', 'owners', 'roll'], 'xlsx', stage.staff],
      [['owners'], 'csv', stage.staff],
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
    expect([bad.state, bad.mayApply, bad.problemCount, stage.files.files.size]).toEqual(['bad', false, 1, 0])
    expect(await problemsOf(bad)).toEqual([['住户名册', 4, '关系', '只能写：业主、家人、租户']])
    const refused = await stage.server.call(applyImportEndpoint, {
      as: stage.staff.token,
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
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }), stage.admin)
    expect((await problemsOf(view, stage.admin))[0]).toEqual([
      '住户名册',
      null,
      null,
      '住户名册由社区工作人员导入，请从文件里删掉这张表',
    ])
  })

  it('with a sheet that is not theirs says nothing of what stands on it', async () => {
    await imported(await tablesXlsx({ roll: ROLLS.roll }))
    const guesses = [
      [HOME, '陈梅', '业主', '是', '13800138000'],
      [HOME, '陈梅', '业主', '是', '', '2026-11-01'],
      [HOME, '周明', '租户', '是', '', '2026-11-01'],
    ]
    for (const guess of guesses) {
      const view = await checked(await tablesXlsx({ units: ROLLS.units, roll: [guess] }), stage.admin)
      expect([countsOf(view), (await problemsOf(view, stage.admin)).length]).toEqual([
        [['units', 1, 0, 0, 0]],
        1,
      ])
    }
  })

  it('is held against what stands when it is written, not when it was looked at', async () => {
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }))
    await stage.server.db
      .updateTable('places')
      .set({ ends_at: new Date('2026-11-10') })
      .where('place_id', '=', stage.place.community.homeId)
      .execute()
    await apply(view)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    const now_ = await read(view)
    expect([now_.state, (await problemsOf(view))[0]?.[3], (await standing())[5]]).toEqual([
      'bad',
      '这一户已经结束了',
      [],
    ])
  })

  it('that would do something else than was looked at is shown once more, and written then', async () => {
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }))
    await imported(await tablesXlsx({ roll: [[HOME, '陈梅', '业主', '是', '13900139000']] }))
    const before = await standing()
    await apply(view)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    const again = await read(view)
    expect([again.state, again.previewChanged, again.mayApply, countsOf(again)]).toEqual([
      'ready',
      true,
      true,
      [['roll', 1, 1, 0, 0]],
    ])
    expect(await standing()).toEqual(before)
    await apply(again)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    const done = await read(view)
    expect([done.state, done.previewChanged, (await standing())[5]?.length]).toEqual(['applied', false, 2])
  })

  it('is written in the name and the office of who pressed 导入, not of who uploaded it', async () => {
    const { db, clock } = stage.server
    const view = await checked(await tablesXlsx({ units: ROLLS.units }))
    await apply(view, stage.admin)
    await db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', stage.staff.personId)
      .execute()
    await writeImport(db, parts(), keyOf(view), () => clock.now)
    expect((await read(view, stage.admin)).state).toBe('applied')
    const written = db
      .selectFrom('audit_entries')
      .select(['person_id', 'role'])
      .where('act', '=', 'import.write')
    expect(await written.execute()).toEqual([{ person_id: stage.admin.personId, role: 'administrator' }])
  })

  it('once its maker left office, is not written', async () => {
    const view = await checked(await tablesXlsx({ roll: ROLLS.roll }))
    await apply(view)
    await stage.server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', stage.staff.personId)
      .execute()
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    const { state } = await stage.server.db.selectFrom('imports').select('state').executeTakeFirstOrThrow()
    expect([state, (await standing())[5]]).toEqual(['bad', []])
  })
})
