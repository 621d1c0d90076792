import { sql } from 'kysely'
import { noRows, nothingStands, planImport } from '#core/imports'
import { askForHomeEndpoint } from '#core/people'
import { listPlacesEndpoint } from '#core/places'
import { newId } from '#server/platform/db/index'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { importStage } from '../../tests/imports/stage'
import { tablesXlsx } from '../../tests/imports/tables'
import { writeChanges } from './write-changes'

const { stage, now, params, imported } = importStage()

const ENTRANCE = '湖光苑/3号楼/3单元'
const homes = (endsOn?: string) =>
  tablesXlsx({
    places: [['', '门栋', '湖光苑/3号楼', '3单元']],
    homes: [
      ['', ENTRANCE, '101', ...(endsOn ? [endsOn] : [])],
      ['', ENTRANCE, '102'],
    ],
  })
const below = async (parentId: string) =>
  (
    await stage.server.ok(listPlacesEndpoint, {
      as: stage.staff.token,
      params: params(),
      query: { parentId },
    })
  ).items
const entrance = async () =>
  (await below(stage.place.community.buildingId)).find(({ name }) => name === '3单元')

describe('a home that ends', () => {
  it('is there to be chosen until its day, and then no longer', async () => {
    await imported(await homes(), stage.admin)
    const { placeId = '' } = (await entrance()) ?? {}
    const [first] = await below(placeId)
    await imported(await homes('2026-11-20'), stage.admin)
    expect((await below(placeId)).map(({ name }) => name)).toEqual(['101', '102'])
    stage.server.clock.now = new Date(now().getTime() + 3 * 86_400_000)
    expect((await below(placeId)).map(({ name }) => name)).toEqual(['102'])
    const { token } = await stage.place.person()
    const answer = await stage.server.call(askForHomeEndpoint, {
      as: token,
      params: params(),
      body: { homeId: first?.placeId ?? '', relation: 'owner', isAdult: true },
    })
    expect([answer.status, answer.body.code]).toEqual([400, 'PLACE_NOT_HERE'])
  })

  it('keeps nobody waiting who refers to it while it is written', async () => {
    const { db } = stage.server
    const { communityId, homeId, entranceId } = stage.place.community
    const { name } = await db
      .selectFrom('places')
      .select('name')
      .where('place_id', '=', homeId)
      .executeTakeFirstOrThrow()
    const kind = 'home' as const
    const before = { placeId: homeId, parentId: entranceId, kind, name, number: null, endsOn: null }
    const { changes } = planImport({ rows: noRows(), standing: nothingStands(), today: '2026-11-18', newId })
    changes.places.changed.push({ ...before, endsOn: '2026-12-01' })
    await db.transaction().execute(async (tx) => {
      const writing = { box: CONTACT_BOX, standing: [before], changes }
      await writeChanges({ tx, communityId, now: now() }, writing, () => Promise.resolve())
      const refers = sql`select 1 from places where place_id = ${homeId} for key share nowait`
      expect((await refers.execute(db)).rows).toHaveLength(1)
    })
  })

  it('and what has nothing left below it shows nothing to open', async () => {
    await imported(await homes(), stage.admin)
    expect((await entrance())?.hasChildren).toBe(true)
    await stage.server.db
      .updateTable('places')
      .set({ ends_at: new Date('2026-11-10T00:00:00.000Z') })
      .where('name', 'in', ['101', '102'])
      .where('parent_id', '=', (await entrance())?.placeId ?? '')
      .execute()
    expect((await entrance())?.hasChildren).toBe(false)
  })
})
