import { reportMatterEndpoint } from '#core/matters'
import {
  issueDoorCodeEndpoint,
  openDoorCodeEndpoint,
  printDoorCodesEndpoint,
  replaceDoorCodeEndpoint,
} from '#core/places'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'

let server: TestServer
let place: Neighbourhood
let staff: SignedInPerson

beforeAll(async () => {
  server = await startTestServer({ parts: { siteUrl: 'https://linli.example.cn' } })
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  staff = await place.inOffice('community_staff', place.community.communityId)
})
beforeEach(() => server.db.updateTable('places').set({ ends_at: null }).execute())
afterAll(() => server.close())

const at = (placeId: string) => ({ communityId: place.community.communityId, placeId })
const issue = (placeId: string) =>
  server.call(issueDoorCodeEndpoint, { as: staff.token, params: at(placeId) })
const print = (placeId: string) =>
  server.call(printDoorCodesEndpoint, {
    as: staff.token,
    params: at(placeId),
    body: { layout: 'cut', below: 'entrance' },
  })
const over = (placeId: string) =>
  server.db
    .updateTable('places')
    .set({ ends_at: new Date(server.clock.now.getTime() - 1) })
    .where('place_id', '=', placeId)
    .execute()

describe.each(['entranceId', 'buildingId'] as const)(
  'the door of an entrance whose %s has ended',
  (ended) => {
    const codeThen = async () => {
      const { code } = (await issue(place.community.entranceId)).body
      await over(place.community[ended])
      return code
    }

    it('opens nothing with its code, and takes no reports', async () => {
      const code = await codeThen()
      const { entranceId, communityId } = place.community
      const opened = await server.call(openDoorCodeEndpoint, { as: staff.token, params: { code } })
      expect(opened.body.code).toBe('DOOR_CODE_INVALID')
      const report = (doorCode?: string) =>
        server.call(reportMatterEndpoint, {
          as: staff.token,
          params: { communityId },
          body: { placeId: entranceId, serviceCode: 'door', title: '门坏了', ...(doorCode && { doorCode }) },
        })
      expect((await report(code)).body.code).toBe('DOOR_CODE_INVALID')
      const resident = await place.resident(place.community.homeId)
      const theirs = await server.call(reportMatterEndpoint, {
        as: resident.token,
        params: { communityId },
        body: { placeId: entranceId, serviceCode: 'door', title: '门坏了' },
      })
      expect(theirs.body.code).toBe('PLACE_NOT_HERE')
    })

    it('gets no new code', async () => {
      const code = await codeThen()
      const { entranceId } = place.community
      const replaced = server.call(replaceDoorCodeEndpoint, {
        as: staff.token,
        params: { ...at(entranceId), code },
      })
      const answers = [await issue(entranceId), await replaced, await print(entranceId)]
      expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('PLACE_NOT_HERE'))
    })
  },
)

it('prints what stands: a building whose entrances have ended is one door again', async () => {
  const { estateId, entranceId, buildingId } = place.community
  const before = (await print(estateId)).body
  await over(entranceId)
  // The entrance is gone, and its building has come in its place.
  expect((await print(estateId)).body).toMatchObject({ codes: before.codes, issued: 1 })
  await over(buildingId)
  expect((await print(estateId)).body).toMatchObject({ codes: before.codes - 1, issued: 0 })
})
