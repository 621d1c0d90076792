import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { messageOf } from '#core/errors'
import { uploadPhotoEndpoint, type PhotoView } from '#core/photos'
import { newId } from '#server/platform/db/index'
import { buildApp } from '#server/platform/http/app'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../../tests/photos/memory-store'
import * as samples from '../../tests/photos/samples'
import { addressFor } from './address'
import { attachPhotos, listPhotosOf, photoRoutes, presentPhotos, type PhotoReader } from './index'

jest.setTimeout(60_000)

const START = new Date('2026-11-18T02:00:00.000Z')
const HOUR_MS = 3_600_000
const NOT_FOUND = [404, { code: 'NOT_FOUND', message: messageOf('NOT_FOUND') }]

let server: TestServer
let app: FastifyInstance
let store: MemoryStore
let place: Neighbourhood
let communityId: string
let amei: SignedInPerson
let laowu: SignedInPerson
let staff: SignedInPerson

/** Who may see the matter, as each test says. */
const readers = new Set<string>()
const reader: PhotoReader = ({ actor }) => Promise.resolve(readers.has(actor.personId))

beforeAll(async () => {
  store = createMemoryStore()
  server = await startTestServer({ parts: { photos: store } })
  place = await buildNeighbourhood(server.db, server.clock.now)
  communityId = place.community.communityId
  app = await buildApp(server.parts, { log: { level: 'silent' }, trustProxy: false, metrics: server.metrics })
  await photoRoutes(app, server.parts, {
    matter: reader,
    post: reader,
    notice: reader,
    wish: reader,
    proxy: reader,
    bylaw: reader,
    delivery: reader,
    item_step: reader,
    ledger_entry: reader,
  })
})
afterAll(async () => {
  await app.close()
  await server.close()
})
beforeEach(async () => {
  server.clock.now = START
  store.refuse(undefined)
  readers.clear()
  amei = await place.resident(place.community.homeId)
  laowu = await place.resident(place.community.neighbourHomeId)
  staff = await place.inOffice('community_staff', communityId)
})

const upload = async (by: SignedInPerson): Promise<PhotoView> =>
  server.ok(uploadPhotoEndpoint, {
    as: by.token,
    params: { communityId },
    file: await samples.jpeg(1000, 600),
  })

/** A photo of Amei's that belongs to a matter. */
async function attached(): Promise<{ photoId: string; matterId: string }> {
  const { photoId } = await upload(amei)
  const matterId = newId()
  await server.db.transaction().execute((tx) =>
    attachPhotos(tx, {
      communityId,
      personId: amei.personId,
      photoIds: [photoId],
      subject: { kind: 'matter', id: matterId },
      moment: 'before',
      at: START,
    }),
  )
  return { photoId, matterId }
}

const shownTo = async (viewer: SignedInPerson, matterId: string) =>
  presentPhotos(await listPhotosOf(server.db, communityId, [{ kind: 'matter', id: matterId }]), {
    photoKey: server.parts.photoKey,
    viewerId: viewer.personId,
    now: server.clock.now,
  })
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const heard = async (url: string) => {
  const answer = await get(url)
  return [answer.statusCode, answer.statusCode === 200 ? answer.rawPayload.length > 100 : answer.json()]
}
const later = (hours: number) => (server.clock.now = new Date(START.getTime() + hours * HOUR_MS))

describe('a picture', () => {
  it('comes without a header being sent, and may be kept until its address is over', async () => {
    const { displayUrl, thumbUrl } = await upload(amei)
    const display = await get(displayUrl)
    expect(display.statusCode).toBe(200)
    expect(display.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': expect.stringMatching(/^private, max-age=\d{5}, immutable$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    })
    expect(await sharp(display.rawPayload).metadata()).toMatchObject({ width: 1000, height: 600 })
    const thumb = await get(thumbUrl)
    expect(await sharp(thumb.rawPayload).metadata()).toMatchObject({ width: 400, height: 240 })
    expect(thumb.headers.etag).not.toBe(display.headers.etag)
  })

  it('is not sent again to who has it', async () => {
    const { thumbUrl } = await upload(amei)
    const { headers } = await get(thumbUrl)
    const again = await get(thumbUrl, { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
  })

  it('has the same address for hours, so that a cache knows it again, then another', async () => {
    const { matterId } = await attached()
    const first = await shownTo(amei, matterId)
    later(3)
    expect(await shownTo(amei, matterId)).toEqual(first)
    later(7)
    expect((await shownTo(amei, matterId))[0]?.thumbUrl).not.toBe(first[0]?.thumbUrl)
  })

  it('that the store cannot give just now is not "not found"', async () => {
    const { thumbUrl } = await upload(amei)
    store.refuse('EIO')
    expect((await get(thumbUrl)).json()).toMatchObject({ code: 'PHOTO_STORE_AWAY' })
  })

  it('that is in the database and not in the store is not found', async () => {
    const { thumbUrl, photoId } = await upload(amei)
    for (const key of store.files.keys()) if (key.includes(photoId)) store.files.delete(key)
    expect(await heard(thumbUrl)).toEqual(NOT_FOUND)
  })
})

describe('an address', () => {
  it('holds for its hours and not longer', async () => {
    const { matterId } = await attached()
    readers.add(laowu.personId)
    const [photo] = await shownTo(laowu, matterId)
    const url = String(photo?.thumbUrl)
    later(5.9)
    expect(await heard(url)).toEqual([200, true])
    later(12)
    expect(await heard(url)).toEqual(NOT_FOUND)
  })

  it('is of no use with one letter changed, cut, or written in another way', async () => {
    const { thumbUrl } = await upload(amei)
    const letter = (at: number) => (thumbUrl[at] === 'A' ? 'B' : 'A')
    const start = thumbUrl.lastIndexOf('/') + 1
    for (let at = start; at < thumbUrl.length; at += 1) {
      const changed = thumbUrl.slice(0, at) + letter(at) + thumbUrl.slice(at + 1)
      expect([at, ...(await heard(changed))]).toEqual([at, ...NOT_FOUND])
    }
    for (const word of [
      '',
      'x',
      'A'.repeat(72),
      '%00',
      '..',
      `${thumbUrl.slice(start)}=`,
      'display',
      newId(),
    ])
      expect([word, (await get(thumbUrl.slice(0, start) + word)).statusCode]).toEqual([word, 404])
  })

  it('of one community opens nothing in another', async () => {
    const { thumbUrl } = await upload(amei)
    const elsewhere = thumbUrl.replace(communityId, place.otherCommunity.communityId)
    expect(await heard(elsewhere)).toEqual(NOT_FOUND)
    expect(await heard(thumbUrl.replace(communityId, 'nowhere'))).toEqual(NOT_FOUND)
  })

  it('signed with another key, or for a photo that is not there, is not found', async () => {
    const { photoId } = await upload(amei)
    const until = new Date(START.getTime() + HOUR_MS)
    const says = { communityId, photoId, size: 'thumb' as const, viewerId: amei.personId, until }
    expect(await heard(addressFor(server.parts.photoKey, says))).toEqual([200, true])
    expect(await heard(addressFor(Buffer.alloc(32, 9), says))).toEqual(NOT_FOUND)
    expect(await heard(addressFor(server.parts.photoKey, { ...says, photoId: newId() }))).toEqual(NOT_FOUND)
    const elsewhere = { ...says, communityId: place.otherCommunity.communityId }
    expect(await heard(addressFor(server.parts.photoKey, elsewhere))).toEqual(NOT_FOUND)
  })
})

describe('who sees a photo:', () => {
  const urlFor = (viewer: SignedInPerson, photoId: string) =>
    addressFor(server.parts.photoKey, {
      communityId,
      photoId,
      size: 'display',
      viewerId: viewer.personId,
      until: new Date(START.getTime() + HOUR_MS),
    })

  it('while it waits, who took it alone', async () => {
    const { photoId } = await upload(amei)
    readers.add(laowu.personId).add(staff.personId)
    expect(await heard(urlFor(amei, photoId))).toEqual([200, true])
    expect(await heard(urlFor(laowu, photoId))).toEqual(NOT_FOUND)
    expect(await heard(urlFor(staff, photoId))).toEqual(NOT_FOUND)
  })

  it('once it belongs to something, who may see that thing at that moment', async () => {
    const { photoId } = await attached()
    readers.add(laowu.personId)
    expect(await heard(urlFor(laowu, photoId))).toEqual([200, true])
    expect(await heard(urlFor(staff, photoId))).toEqual(NOT_FOUND)
    readers.clear()
    expect(await heard(urlFor(laowu, photoId))).toEqual(NOT_FOUND)
  })

  it('while it is being cleared away, nobody', async () => {
    const { photoId } = await upload(amei)
    await server.db.updateTable('photos').set({ state: 'removing' }).where('photo_id', '=', photoId).execute()
    expect(await heard(urlFor(amei, photoId))).toEqual(NOT_FOUND)
  })
})
