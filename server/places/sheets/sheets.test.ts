import {
  codeInGroups,
  DOOR_PAGE,
  issueDoorCodeEndpoint,
  listDoorCodesEndpoint,
  openDoorCodeEndpoint,
  printDoorCodesEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  SHEET_AT_MOST,
} from '#core/places'
import { createWechatClient } from '#server/platform/wechat/index'
import { manyRows } from '../../../tests/api/many-rows'
import { startTestServer, type TestServer } from '../../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../../tests/builders/neighbourhood'
import { readPdf } from '../../../tests/pdf/read-pdf'
import { startWechatServer, type WechatServer } from '../../../tests/wechat/protocol-server'

let server: TestServer
let place: Neighbourhood
let staff: SignedInPerson

beforeAll(async () => {
  server = await startTestServer({ parts: { siteUrl: 'https://linli.example.cn' } })
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  staff = await place.inOffice('community_staff', place.community.communityId)
})
afterAll(() => server.close())
jest.setTimeout(120_000)

type Body = { below?: 'building' | 'entrance' | 'premises' | 'facility'; layout: 'cut' | 'poster' }
const at = (placeId: string) => ({ communityId: place.community.communityId, placeId })
const print = (placeId: string, body: Body = { layout: 'cut' }, of = server) =>
  of.ok(printDoorCodesEndpoint, { as: staff.token, params: at(placeId), body })
const fetchSheet = (url: string, of = server) => of.app.inject({ method: 'GET', url })
const codesAt = async (placeId: string) =>
  (await server.ok(listDoorCodesEndpoint, { as: staff.token, params: at(placeId), query: {} })).items
const issue = (placeId: string) => server.ok(issueDoorCodeEndpoint, { as: staff.token, params: at(placeId) })

describe('a sheet of door codes', () => {
  it('names the place, says what scanning does, and has the code to type; its font is embedded as a subset', async () => {
    const { entranceId } = place.community
    const sheet = await print(entranceId)
    expect(sheet).toMatchObject({ codes: 1, issued: 1 })
    const [{ code } = { code: '' }] = await codesAt(entranceId)
    const answer = await fetchSheet(sheet.url)
    expect(answer.headers['content-type']).toBe('application/pdf')
    const pdf = readPdf(answer.rawPayload)
    expect(pdf.pages).toBe(1)
    expect(pdf.subsets).toEqual([expect.stringMatching(/^[A-Z]{6}\+NotoSansHans-Medium$/)])
    expect(pdf.fontFiles).toBe(1)
    const typed = codeInGroups(code).replace(/ /g, '  ')
    for (const words of ['湖光苑 3号楼 2单元', '手机扫一扫', typed, '甲社区'])
      expect(pdf.text).toContain(words)
    // Of 8 MB of font only what is needed.
    expect(answer.rawPayload.length).toBeLessThan(100_000)
  })

  it('issues only what is missing: printing again changes no code', async () => {
    const { buildingId } = place.community
    expect((await print(buildingId)).issued).toBe(1)
    const before = await codesAt(buildingId)
    expect((await print(buildingId)).issued).toBe(0)
    expect(await codesAt(buildingId)).toEqual(before)
  })

  it('holds every entrance below a place, and buildings that have none', async () => {
    const sheet = await print(place.community.estateId, { below: 'entrance', layout: 'poster' })
    expect(sheet.codes).toBe(2)
    const pdf = readPdf((await fetchSheet(sheet.url)).rawPayload)
    expect(pdf.pages).toBe(2)
    expect(pdf.text).toContain('2单元')
    expect(pdf.text).toContain('5号楼')
  })

  it('says in words that there is nothing below, or too much', async () => {
    const call = (placeId: string, body: Body) =>
      server.call(printDoorCodesEndpoint, { as: staff.token, params: at(placeId), body })
    expect((await call(place.community.estateId, { below: 'premises', layout: 'cut' })).body.code).toBe(
      'DOOR_SHEET_EMPTY',
    )
    const rows = manyRows(server, place)
    await rows.places(Array.from({ length: SHEET_AT_MOST }, (_, index) => `${index + 100}号楼`))
    const all = await call(place.community.estateId, { below: 'building', layout: 'cut' })
    expect(all.body.code).toBe('DOOR_SHEET_TOO_MANY')
  })

  it('opens for half an hour, for who asked, as long as they may print; a forged address never', async () => {
    const { url } = await print(place.community.entranceId)
    const statusOf = async (address: string) => (await fetchSheet(address)).statusCode
    const forged = url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A')
    const elsewhere = url.replace(place.community.communityId, place.otherCommunity.communityId)
    expect([await statusOf(url), await statusOf(forged), await statusOf(elsewhere)]).toEqual([200, 404, 404])
    const office = server.db.updateTable('role_grants').where('person_id', '=', staff.personId)
    await office.set({ state: 'ended' }).execute()
    expect(await statusOf(url)).toBe(404)
    await office.set({ state: 'granted' }).execute()
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 30 * 60_000)
    expect(await statusOf(url)).toBe(404)
    server.clock.now = before
  })
})

describe('a code that is replaced', () => {
  const replace = (placeId: string, code: string) =>
    server.call(replaceDoorCodeEndpoint, { as: staff.token, params: { ...at(placeId), code } })
  const open = (code: string) => server.call(openDoorCodeEndpoint, { as: staff.token, params: { code } })

  it('says on the old sticker that there is a new one, and the new one opens the place', async () => {
    const { buildingId } = place.community
    const { code } = await issue(buildingId)
    const fresh = (await replace(buildingId, code)).body
    expect((await open(code)).body.code).toBe('DOOR_CODE_REPLACED')
    expect((await open(fresh.code)).body.placeId).toBe(buildingId)
    const listed = await codesAt(buildingId)
    expect(listed.find((one) => one.code === code)).toMatchObject({ replaced: true })
  })

  it('by two at once is replaced by one', async () => {
    const { buildingId } = place.community
    const { code } = await issue(buildingId)
    const before = (await codesAt(buildingId)).length
    const answers = await Promise.all([replace(buildingId, code), replace(buildingId, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await codesAt(buildingId)).toHaveLength(before + 1)
  })

  it('is another thing than one that is revoked, which opens nothing and is not replaced any more', async () => {
    const { buildingId } = place.community
    const { code } = await issue(buildingId)
    await server.ok(revokeDoorCodeEndpoint, { as: staff.token, params: { ...at(buildingId), code } })
    expect((await open(code)).body.code).toBe('DOOR_CODE_INVALID')
    expect((await replace(buildingId, code)).status).toBe(404)
  })
})

describe('where WeChat is connected', () => {
  let wechat: WechatServer
  let connected: TestServer

  beforeAll(async () => {
    wechat = await startWechatServer()
    connected = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
    place = await buildNeighbourhood(connected.db, new Date('2026-11-01T00:00:00.000Z'))
    staff = await place.inOffice('community_staff', place.community.communityId)
  })
  afterAll(async () => {
    await connected.close()
    await wechat.close()
  })

  it('a sticker bears the mini-program code, asked for once however often it is printed', async () => {
    const { entranceId } = place.community
    const sheet = await print(entranceId, { layout: 'cut' }, connected)
    const pdf = readPdf((await fetchSheet(sheet.url, connected)).rawPayload)
    await print(entranceId, { layout: 'poster' }, connected)
    expect(pdf.pictures).toBe(1)
    expect(pdf.text).toContain('微信扫一扫')
    expect(wechat.pictures.asked).toEqual([{ scene: expect.stringMatching(/^.{26}$/), page: DOOR_PAGE }])
  })

  it.each([
    ['there is no such page in what was published', 41030, 'DOOR_SHEET_WECHAT'],
    ['it was asked too often', 45009, 'WECHAT_BUSY'],
    ['something else answers', 'no JSON', 'WECHAT_BUSY'],
  ] as const)('what WeChat refuses is said in words: %s', async (_why, failure, code) => {
    wechat.failNext(failure, 'picture')
    const asked = () =>
      connected.call(printDoorCodesEndpoint, {
        as: staff.token,
        params: at(place.community.buildingId),
        body: { layout: 'cut' },
      })
    await connected.db.deleteFrom('door_codes').execute()
    expect((await asked()).body.code).toBe(code)
    expect((await asked()).status).toBe(200)
  })
})
