import { sql } from 'kysely'
import { exportEndpoint } from '#core/imports'
import { HOME, importStage, ROLLS } from '../../tests/imports/stage'
import { tablesXlsx } from '../../tests/imports/tables'
import { forgetOldRolls } from './tend-imports'
import { writeImport } from './write-import'

const { stage, now, parts, keyOf, params, checked, apply, imported, standing } = importStage()

describe('names and phones', () => {
  it('lie sealed: in the tables, in the file that waits, and nowhere in jobs or the record', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    expect([...stage.files.files.values()][0]?.includes('陈梅')).toBe(false)
    await apply(view)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    const dump = async (table: string) =>
      JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(stage.server.db)).rows)
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
    await forgetOldRolls(stage.server.db, new Date('2026-12-15T00:00:00.000Z'))
    const named = async () =>
      (
        await stage.server.db.selectFrom('roll_entries').select(['name_sealed', 'phone_index']).execute()
      ).filter((row) => row.name_sealed).length
    expect(await named()).toBe(2)
    await forgetOldRolls(stage.server.db, new Date('2026-12-25T00:00:00.000Z'))
    expect([await named(), (await standing())[5]?.length]).toEqual([1, 2])
  })

  it('are taken out on the record, by an address that is for its person and holds for minutes', async () => {
    await imported(await tablesXlsx(ROLLS))
    const { address } = await stage.server.ok(exportEndpoint, {
      as: stage.staff.token,
      params: params(),
      body: { sheets: ['roll'], format: 'csv' },
    })
    const save = async (url: string) => {
      const { statusCode, headers, body } = await stage.server.app.inject({ url })
      return { statusCode, type: headers['content-type'], body }
    }
    expect(await save(address)).toEqual({
      statusCode: 200,
      type: 'text/csv; charset=utf-8',
      body: expect.stringContaining('陈梅'),
    })
    const entries = await stage.server.db
      .selectFrom('audit_entries')
      .select(['act', 'reason', 'person_id'])
      .where('act', '=', 'export.make')
      .execute()
    expect(entries).toEqual([{ act: 'export.make', reason: '住户名册', person_id: stage.staff.personId }])
    const elsewhere = address.replace(params().communityId, stage.place.otherCommunity.communityId)
    for (const wrong of [elsewhere, `${address.slice(0, -2)}AA`, `${address}A`])
      expect([wrong, (await save(wrong)).statusCode]).toEqual([wrong, 404])
    stage.server.clock.now = new Date(now().getTime() + 11 * 60_000)
    expect((await save(address)).statusCode).toBe(404)
  })

  it('are not to be had by who left office meanwhile, nor by the administrator', async () => {
    const asked = await stage.server.call(exportEndpoint, {
      as: stage.admin.token,
      params: params(),
      body: { sheets: ['places', 'roll'], format: 'xlsx' },
    })
    expect([asked.status, asked.body.code]).toEqual([403, 'NOT_ALLOWED'])
    const { address } = await stage.server.ok(exportEndpoint, {
      as: stage.staff.token,
      params: params(),
      body: { sheets: ['roll'], format: 'xlsx' },
    })
    await stage.server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', stage.staff.personId)
      .execute()
    expect((await stage.server.app.inject({ url: address })).statusCode).toBe(404)
  })
})
