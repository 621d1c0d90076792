import { listInboxEndpoint } from '#core/inbox'
import {
  actOnMatterEndpoint,
  joinMatterEndpoint,
  listFeedEndpoint,
  listMergeTargetsEndpoint,
  listSimilarMattersEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  type MatterView,
  type ServiceCode,
} from '#core/matters'
import { decideCaseEndpoint, listCasesEndpoint } from '#core/moderation'
import { uploadPhotoEndpoint } from '#core/photos'
import { searchEndpoint } from '#core/search'
import type { Role } from '#core/permissions'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { jpeg } from '../photos/samples'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
let place: Neighbourhood
let author: SignedInPerson
let neighbour: SignedInPerson
let worker: SignedInPerson
let chief: SignedInPerson
let staff: SignedInPerson
let otherStaff: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { homeId, neighbourHomeId, gridId, communityId } = place.community
  author = await place.resident(homeId, { name: '李阿姨' })
  neighbour = await place.resident(neighbourHomeId)
  worker = await place.inOffice('grid_worker', gridId)
  chief = await place.inOffice('grid_chief', gridId)
  staff = await place.inOffice('community_staff', communityId)
  otherStaff = await place.inOffice('community_staff', communityId)
})
afterAll(() => server.close())

const here = () => ({ communityId: place.community.communityId })
const read = (by: SignedInPerson, { matterId }: Pick<MatterView, 'matterId'>) =>
  server.call(readMatterEndpoint, { as: by.token, params: { ...here(), matterId } })
const report = (
  by: SignedInPerson,
  body: { title: string; text?: string; serviceCode?: ServiceCode; photoIds?: string[] },
) =>
  server.ok(reportMatterEndpoint, {
    as: by.token,
    params: here(),
    body: { placeId: place.community.buildingId, serviceCode: 'stair_lamp', ...body },
  })
const photo = async (by: SignedInPerson) =>
  (await server.ok(uploadPhotoEndpoint, { as: by.token, params: here(), file: await jpeg() })).photoId
const fetched = async (path: string) => (await server.app.inject({ method: 'GET', url: path })).statusCode

describe('a reporter’s words', () => {
  it('of somebody without a verified phone reach staff only', async () => {
    const unknown = await place.resident(place.community.homeId)
    await server.db.deleteFrom('phones').where('person_id', '=', unknown.personId).execute()
    const matter = await report(unknown, { title: '三楼老王家漏水', text: '一直漏到楼下' })
    expect(matter).toMatchObject({ wordsState: 'staff_only', title: '三楼老王家漏水' })
    expect((await read(neighbour, matter)).body).toMatchObject({
      title: '楼道灯的事',
      text: null,
      wordsShown: false,
    })
    expect((await read(worker, matter)).body).toMatchObject({ text: '一直漏到楼下', wordsShown: true })
  })

  it('that the check finds nothing in are seen by neighbours at once', async () => {
    const matter = await report(author, { title: '二楼灯不亮', text: '三天了' })
    expect((await read(neighbour, matter)).body).toMatchObject({
      title: '二楼灯不亮',
      text: '三天了',
      wordsShown: true,
      wordsState: null,
      reporterName: null,
    })
  })

  it('that it is not sure of are seen by staff at once, by neighbours when a moderator says so', async () => {
    const matter = await report(author, { title: '物业是王八蛋', text: '灯坏了三天' })
    expect(matter.wordsState).toBe('waiting')
    expect((await read(neighbour, matter)).body).toMatchObject({ title: '楼道灯的事', text: null })
    expect((await read(worker, matter)).body).toMatchObject({ title: '物业是王八蛋' })
    const { items } = await server.ok(listCasesEndpoint, { as: staff.token, params: here(), query: {} })
    const waiting = items.find(({ original }) => original?.includes('王八蛋'))
    await server.ok(decideCaseEndpoint, {
      as: staff.token,
      params: { ...here(), caseId: waiting?.caseId as string },
      body: { decision: 'show', reason: '说的是事' },
    })
    expect((await read(neighbour, matter)).body).toMatchObject({ title: '物业是王八蛋', wordsShown: true })
  })
})

describe('photos of a matter', () => {
  it('come with the report and the result, and are read by who may read the words', async () => {
    const before = await photo(author)
    let matter = await report(author, { title: '灯罩掉了', photoIds: [before] })
    const act = async (
      by: SignedInPerson,
      name: 'acknowledge' | 'assign' | 'start' | 'resolve',
      more: object = {},
    ) => {
      matter = await server.ok(actOnMatterEndpoint, {
        as: by.token,
        params: { ...here(), matterId: matter.matterId },
        body: { act: name, revision: matter.revision, ...more },
      })
    }
    await act(chief, 'acknowledge')
    await act(chief, 'assign', { team: { kind: 'grid', placeId: place.community.gridId } })
    await act(worker, 'start')
    const after = await photo(worker)
    await act(worker, 'resolve', { outcome: 'fixed', note: '装回去了', photoIds: [after] })
    const seen = (await read(neighbour, matter)).body
    expect(seen.photos.map(({ photoId, moment }) => [photoId, moment])).toEqual([
      [before, 'before'],
      [after, 'after'],
    ])
    expect(seen.photosBlurred).toBe(false)
    expect((await read(worker, matter)).body.photosBlurred).toBe(true)
    for (const { thumbUrl, displayUrl } of seen.photos)
      expect([await fetched(thumbUrl), await fetched(displayUrl)]).toEqual([200, 200])
  })

  it('of somebody whose words are not shown are in no neighbour’s answer, nor at an address a neighbour could use', async () => {
    const unknown = await place.resident(place.community.homeId)
    await server.db.deleteFrom('phones').where('person_id', '=', unknown.personId).execute()
    const matter = await report(unknown, { title: '楼道有人', photoIds: [await photo(unknown)] })
    expect((await read(neighbour, matter)).body.photos).toEqual([])
    expect((await read(worker, matter)).body.photos).toHaveLength(1)
  })

  it('are only one’s own', async () => {
    const { status, body } = await server.call(reportMatterEndpoint, {
      as: neighbour.token,
      params: here(),
      body: {
        placeId: place.community.buildingId,
        serviceCode: 'stair_lamp',
        title: '灯',
        photoIds: [await photo(author)],
      },
    })
    expect([status >= 400, body.code]).toEqual([true, expect.stringMatching(/^PHOTO/)])
  })
})

describe('what is restricted', () => {
  const TITLE = '最近总是睡不着想找人聊聊'
  let triage: SignedInPerson
  let secret: MatterView

  beforeAll(async () => {
    const { status, body } = await server.call(reportMatterEndpoint, {
      as: author.token,
      params: here(),
      body: { placeId: place.community.buildingId, serviceCode: 'counselling', title: TITLE },
    })
    expect([status >= 400, body.code]).toEqual([true, 'NAMED_TRIAGE_MISSING'])
    triage = await place.inOffice('counselling_triage', place.community.communityId)
    secret = await report(author, { title: TITLE, text: '已经两个月了', serviceCode: 'counselling' })
  })

  it('is known to its author and the named triage, and to nobody else, of whatever office', async () => {
    const offices: [Role, string][] = [
      ['community_secretary', place.community.communityId],
      ['aid_triage', place.community.communityId],
      ['residents_committee', place.community.communityId],
    ]
    const others = await Promise.all(offices.map(([role, placeId]) => place.inOffice(role, placeId)))
    const above = [
      await place.inOffice('subdistrict_staff', place.subdistrictId, { community: null }),
      await place.inOffice('district_staff', place.districtId, { community: null }),
      await place.inOffice('administrator', place.districtId, { community: null }),
      await place.inOffice('auditor', place.districtId, { community: null }),
    ]
    for (const person of [neighbour, worker, chief, staff, otherStaff, ...others, ...above])
      expect((await read(person, secret)).status).toBe(404)
    for (const person of [author, triage]) expect((await read(person, secret)).status).toBe(200)
  })

  it('is told without its title, and why something was done with it is in no log', async () => {
    const declined = await server.ok(actOnMatterEndpoint, {
      as: triage.token,
      params: { ...here(), matterId: secret.matterId },
      body: { act: 'decline', revision: secret.revision, note: '请去市心理中心' },
    })
    const about = await server.db
      .selectFrom('inbox_items')
      .select(['kind', 'about'])
      .where('subject_id', '=', secret.matterId)
      .execute()
    expect(about.length).toBeGreaterThan(1)
    for (const item of about) expect(item).toEqual({ kind: 'matter_private_news', about: '' })
    const inbox = await server.ok(listInboxEndpoint, { as: author.token, params: here(), query: {} })
    expect(JSON.stringify(inbox)).not.toContain(TITLE)
    const entries = await server.db
      .selectFrom('audit_entries')
      .select(['act', 'reason'])
      .where('subject_id', '=', secret.matterId)
      .execute()
    expect(entries.map(({ reason }) => reason)).toEqual(entries.map(() => null))
    expect(declined.timeline[declined.timeline.length - 1]?.note).toBe('请去市心理中心')
  })

  it('is in no feed, home, search, desk, similar or merge list of anybody else', async () => {
    const mine = await report(author, { title: `${TITLE}，再说一次`, serviceCode: 'counselling' })
    const open = await report(author, { title: '睡不着，楼上太吵', serviceCode: 'noise' })
    const as = (person: SignedInPerson) => ({ as: person.token, params: here() })
    const everywhere = async (person: SignedInPerson) => [
      await server.call(listFeedEndpoint, { ...as(person), query: {} }),
      await server.call(readHomeEndpoint, { ...as(person), query: {} }),
      await server.call(searchEndpoint, { ...as(person), query: { q: '睡不着' } }),
      await server.call(readDeskEndpoint, { ...as(person), query: { list: 'unassigned' } }),
      await server.call(listSimilarMattersEndpoint, {
        ...as(person),
        query: { placeId: place.community.buildingId, serviceCode: 'noise', title: TITLE },
      }),
      await server.call(listMergeTargetsEndpoint, {
        as: person.token,
        params: { ...here(), matterId: open.matterId },
      }),
    ]
    for (const person of [neighbour, worker, chief, staff, otherStaff]) {
      const answers = JSON.stringify(await everywhere(person))
      expect(answers).not.toContain(TITLE)
      expect(answers).not.toContain(mine.matterId)
    }
    const search = await server.ok(searchEndpoint, { ...as(author), query: { q: '睡不着' } })
    expect(JSON.stringify(search)).not.toContain(TITLE)
    const desk = await server.ok(readDeskEndpoint, { ...as(triage), query: { list: 'unassigned' } })
    expect(desk.items.map(({ matterId }) => matterId)).toEqual([mine.matterId])
  })

  it('can’t be joined, nor merged; asking so looks as if it weren’t there', async () => {
    const target = { ...here(), matterId: secret.matterId }
    expect((await server.call(joinMatterEndpoint, { as: neighbour.token, params: target })).status).toBe(404)
    const open = await report(author, { title: '灯不亮' })
    const merge = (intoMatterId: string) =>
      server.call(actOnMatterEndpoint, {
        as: chief.token,
        params: { ...here(), matterId: open.matterId },
        body: { act: 'merge', revision: open.revision, intoMatterId },
      })
    expect(await merge(secret.matterId)).toEqual(await merge(place.community.homeId))
  })
})
