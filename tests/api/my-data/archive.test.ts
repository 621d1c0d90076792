import { listInboxEndpoint } from '#core/inbox'
import { reportMatterEndpoint } from '#core/matters'
import {
  ARCHIVE_ADDRESS_MINUTES,
  ARCHIVE_DAYS,
  askForArchiveEndpoint,
  openArchiveEndpoint,
  readArchiveEndpoint,
} from '#core/my-data'
import { uploadPhotoEndpoint } from '#core/photos'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../../builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../../photos/memory-store'
import { jpeg } from '../../photos/samples'
import { startTestServer, type TestServer } from '../test-server'
import { doingHere, jobsOf, unzip } from './stage'

jest.setTimeout(30_000)

const DAY_MS = 86_400_000
let server: TestServer
let place: Neighbourhood
let store: MemoryStore
let amei: SignedInPerson
let neighbour: SignedInPerson

beforeAll(async () => {
  store = createMemoryStore()
  server = await startTestServer({ parts: { photos: store } })
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  amei = await place.resident(place.community.homeId, { name: '阿梅梅' })
  neighbour = await place.resident(place.community.neighbourHomeId, { name: '小周周' })
})
afterAll(() => server.close())
const jobs = jobsOf(() => server)
const { report, join, say } = doingHere(
  () => server,
  () => place.community.communityId,
  () => place.community.buildingId,
)

const ask = (who = amei) => server.call(askForArchiveEndpoint, { as: who.token })
const state = (who = amei) => server.ok(readArchiveEndpoint, { as: who.token })
const address = (who = amei) => server.call(openArchiveEndpoint, { as: who.token })
const later = (ms: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + ms)
}
const fresh = async () => {
  later(ARCHIVE_DAYS * DAY_MS)
  await jobs.sweep()
}
const taken = async (who = amei) => {
  await ask(who)
  await jobs.make()
  const download = await server.app.inject((await address(who)).body.path)
  return { download, files: await unzip(download.rawPayload) }
}

it('holds what I said, did and have, in words and for programs, and my photos', async () => {
  const matter = await report(amei, '楼道灯 <坏> 了')
  const theirs = await report(neighbour, '门禁打不开')
  await join(amei, theirs)
  await say(amei, matter, '谢谢大家')
  await say(neighbour, matter, '小周周说的悄悄话')
  const { communityId } = place.community
  const photo = await server.ok(uploadPhotoEndpoint, {
    as: amei.token,
    params: { communityId },
    file: await jpeg(),
  })
  const { download, files } = await taken()
  expect(download.headers).toMatchObject({
    'content-type': 'application/zip',
    'cache-control': 'private, no-store',
    'content-length': String(download.rawPayload.length),
  })
  expect([...files.keys()]).toEqual(['我的数据.html', 'data.json', `photos/${photo.photoId}.jpg`])
  expect(files.get(`photos/${photo.photoId}.jpg`)?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))

  const page = String(files.get('我的数据.html'))
  for (const words of [
    '阿梅梅',
    '手机号',
    '138',
    '楼道灯 &lt;坏&gt; 了',
    '谢谢大家',
    '甲社区',
    '业主',
    '浏览器',
  ])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<script|http:\/\/|https:\/\/|小周周|悄悄话|\[object/)

  const data = JSON.parse(String(files.get('data.json'))) as {
    phones: { sealed: string }[]
    regions: { name: string; matters: { title: string }[]; matter_joiners: { matter_id: string }[] }[]
  }
  expect(data.phones[0]?.sealed).toMatch(/^138\d{8}$/)
  expect(data.regions.map(({ name }) => name)).toEqual(['甲社区'])
  expect(data.regions[0]?.matters.map(({ title }) => title)).toEqual(['楼道灯 <坏> 了'])
  expect(data.regions[0]?.matter_joiners.map((row) => row.matter_id)).toEqual([theirs.matterId])
  expect(String(files.get('data.json'))).not.toMatch(/悄悄话|小周周|salt|token_hash|blind_index/)
  expect(String(files.get('data.json'))).not.toContain(neighbour.personId)
})

it('of who works for the community holds nothing of the people they work for: no place, no subject, no photo', async () => {
  await fresh()
  const { communityId, gridId, buildingId } = place.community
  // Lives there, too: the same person reports for others and for themselves.
  const worker = await place.resident(place.community.homeId, { name: '张师傅' })
  const { personId } = await place.inOffice('grid_worker', gridId, { name: '张师傅' })
  await server.db
    .updateTable('role_grants')
    .set({ person_id: worker.personId })
    .where('person_id', '=', personId)
    .execute()
  const photoOf = async (by: SignedInPerson) =>
    (await server.ok(uploadPhotoEndpoint, { as: by.token, params: { communityId }, file: await jpeg() }))
      .photoId
  const [visited, solved, asResident] = [await photoOf(worker), await photoOf(worker), await photoOf(worker)]
  const report = (body: object) =>
    server.ok(reportMatterEndpoint, {
      as: worker.token,
      params: { communityId },
      body: { placeId: buildingId, serviceCode: 'stair_lamp', title: '老人家里的事', ...body },
    })
  const matter = await report({
    channel: 'visit',
    floor: '七层',
    photoIds: [visited],
    onSpot: { note: '给老人修好了', outcome: 'fixed', photoIds: [solved] },
  })
  const own = await report({ title: '我自己报的', photoIds: [asResident] })
  const { files } = await taken(worker)
  expect([...files.keys()]).toEqual(['我的数据.html', 'data.json', `photos/${asResident}.jpg`])
  const data = JSON.parse(String(files.get('data.json'))) as {
    regions: { matters: object[]; photos: { photo_id: string }[] }[]
  }
  const [region] = data.regions
  expect(region?.photos.map((row) => row.photo_id)).toEqual([asResident])
  const none = {
    place_id: null,
    place_name: null,
    floor: null,
    service_code: null,
    outcome: null,
    text: null,
  }
  expect(region?.matters).toEqual([
    expect.objectContaining({ matter_id: matter.matterId, ...none }),
    expect.objectContaining({ matter_id: own.matterId, title: '我自己报的', place_id: buildingId }),
  ])
  for (const file of ['我的数据.html', 'data.json'])
    expect(String(files.get(file))).not.toMatch(/老人家里的事|给老人修好了|七层/)
})

it('lies sealed in the store: no phone number stands open there', async () => {
  await fresh()
  await taken()
  const pieces = [...store.files].filter(([key]) => key.startsWith('archives/'))
  expect(pieces).toHaveLength(1)
  expect(pieces[0]?.[1].includes('我的数据.html')).toBe(false)
})

it('tells me when it is ready, is made one at a time, and once a day', async () => {
  await fresh()
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429])
  expect((await state()).archive).toMatchObject({ state: 'making', readyAt: null, bytes: 0 })
  expect((await address()).body.code).toBe('ARCHIVE_NOT_READY')
  await jobs.make()
  await jobs.make()
  const ready = await state()
  expect(ready.archive?.state).toBe('ready')
  expect(ready.archive?.bytes).toBeGreaterThan(500)
  const { items } = await server.ok(listInboxEndpoint, {
    as: amei.token,
    params: { communityId: place.community.communityId },
    query: {},
  })
  expect(items.filter(({ kind }) => kind === 'archive_ready').map(({ subject }) => subject.kind)).toEqual(
    Array(items.filter(({ kind }) => kind === 'archive_ready').length).fill('archive'),
  )
  expect(items[0]?.kind).toBe('archive_ready')
  expect((await ask()).body.code).toBe('ARCHIVE_TOO_SOON')
  later(DAY_MS)
  expect((await ask()).status).toBe(200)
})

it('is opened by nobody else: an address is short-lived and can’t be made up', async () => {
  await fresh()
  await ask()
  await jobs.make()
  const { path } = (await address()).body
  expect((await address(neighbour)).status).toBe(409)
  const status = async (url: string) => (await server.app.inject(url)).statusCode
  const word = path.split('/').pop() ?? ''
  const turned = Buffer.from(word, 'base64url')
  turned.writeUInt8(turned.readUInt8(3) ^ 1, 3)
  expect(await status(path)).toBe(200)
  expect(await status(`/api/archives/${turned.toString('base64url')}`)).toBe(404)
  expect(await status('/api/archives/x')).toBe(404)
  later(ARCHIVE_ADDRESS_MINUTES * 60_000 - 1)
  expect(await status(path)).toBe(200)
  later(1)
  expect(await status(path)).toBe(404)
})

it('goes after three days, files and all; what a killed worker left goes too', async () => {
  await fresh()
  await ask()
  store.refuse('EIO')
  await expect(jobs.make()).rejects.toThrow()
  store.refuse(undefined)
  await jobs.make()
  expect((await state()).archive?.state).toBe('ready')
  later(ARCHIVE_DAYS * DAY_MS)
  expect(await state()).toEqual({ archive: null, nextAt: null })
  store.refuse('EIO')
  await expect(jobs.sweep()).rejects.toThrow()
  store.refuse(undefined)
  await jobs.sweep()
  expect([...store.files.keys()].filter((key) => key.startsWith('archives/'))).toEqual([])
  expect(await server.db.selectFrom('data_archives').selectAll().execute()).toEqual([])
})

it('serves somebody who is bound to nothing', async () => {
  const stranger = await place.person('老陌', { consented: false, verified: false })
  const { files } = await taken(stranger)
  expect(String(files.get('我的数据.html'))).toContain('老陌')
})

it('is bounded in memory: thousands of rows are read page by page, and keep their order', async () => {
  const { communityId } = place.community
  const many = await place.resident(place.community.homeId, { name: '话多' })
  const rows = Array.from({ length: 1_203 }, (_, index) => ({
    community_id: communityId,
    person_id: many.personId,
    item_id: `01a1ffec-8614-703c-8e1d-${index.toString(16).padStart(12, '0')}`,
    kind: 'notice_new' as const,
    about: `第 ${index} 条`,
    subject_kind: 'notice' as const,
    subject_id: communityId,
    at: server.clock.now,
  }))
  await server.db.insertInto('inbox_items').values(rows).execute()
  const { files } = await taken(many)
  const data = JSON.parse(String(files.get('data.json'))) as {
    regions: { inbox_items: { about: string }[] }[]
  }
  expect(data.regions[0]?.inbox_items.map(({ about }) => about)).toEqual(rows.map(({ about }) => about))
})
