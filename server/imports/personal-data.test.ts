import { readRows } from '#server/my-data/index'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { HOME, importStage, ROLLS } from '../../tests/imports/stage'
import { tablesXlsx } from '../../tests/imports/tables'
import { savePhone } from '#server/people/index'
import { personalAreas } from '#server/personal-data'
import { importData } from './personal-data'

const { stage, now, params, imported } = importStage()

/** What the archive of somebody's data holds of imports, by table. */
async function known(personId: string): Promise<Record<string, Record<string, unknown>[]>> {
  const reading = { db: stage.server.db, areas: personalAreas, personId, contactBox: CONTACT_BOX }
  const found: Record<string, Record<string, unknown>[]> = {}
  for (const table of importData.tables) {
    const rows: Record<string, unknown>[] = []
    for await (const row of readRows(reading, table, params().communityId)) rows.push(row)
    found[table.table] = rows
  }
  return found
}

async function withPhone(phone: string) {
  const person = await stage.place.person()
  const proved = { personId: person.personId, phone, method: 'sms' as const, now: now() }
  await stage.server.db.transaction().execute((tx) => savePhone(tx, CONTACT_BOX, proved))
  return person
}

describe('what imports know of a person', () => {
  it('are the entries under the phone they verified, with the first sign of the name that stands there', async () => {
    await imported(await tablesXlsx(ROLLS))
    await imported(await tablesXlsx({ roll: [[HOME, '陈梅', '业主', '是', '', '2026-12-01']] }))
    const { personId } = await withPhone('13800138000')
    const { roll_entries: roll, owners, imports } = await known(personId)
    expect(roll).toEqual([
      expect.objectContaining({
        name_sealed: '陈＊',
        phone_sealed: '13800138000',
        relation: 'owner',
        ends_on: '2026-12-01',
      }),
    ])
    expect(owners).toEqual([expect.objectContaining({ name_sealed: '陈＊', phone_sealed: '13800138000' })])
    expect(imports).toEqual([])
    expect(JSON.stringify([roll, owners])).not.toContain('phone_index')
  })

  it('are none for who has another phone, or none', async () => {
    await imported(await tablesXlsx(ROLLS))
    for (const { personId } of [await withPhone('13900139000'), await stage.place.person()])
      expect(await known(personId)).toEqual({ imports: [], roll_entries: [], owners: [] })
  })

  it('are the tables they brought in', async () => {
    await imported(await tablesXlsx(ROLLS))
    const { imports } = await known(stage.staff.personId)
    expect(imports).toEqual([
      expect.objectContaining({ by_name: '王敏', sheets: ['units', 'owners', 'roll'] }),
    ])
  })
})
