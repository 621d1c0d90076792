import { randomUUID } from 'node:crypto'
import { messageOf, type ErrorCode } from '#core/errors'
import { PHOTO_BYTES, PHOTOS_WAITING, uploadPhotoEndpoint } from '#core/photos'
import { newId } from '#server/platform/db/index'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../photos/memory-store'
import * as samples from '../photos/samples'
import { formOf, startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let store: MemoryStore
let place: Neighbourhood
let amei: SignedInPerson
let params: { communityId: string }

beforeAll(async () => {
  store = createMemoryStore()
  server = await startTestServer({ parts: { photos: store } })
  place = await buildNeighbourhood(server.db, server.clock.now)
  params = { communityId: place.community.communityId }
})
afterAll(() => server.close())
beforeEach(async () => {
  store.refuse(undefined)
  store.files.clear()
  await server.db.deleteFrom('photos').execute()
  amei = await place.resident(place.community.homeId)
})

const rows = () =>
  server.db.selectFrom('photos').select(['photo_id', 'owner_id', 'state', 'width', 'height']).execute()
const upload = (file: Buffer, options: { as?: string; key?: string } = {}) =>
  server.call(uploadPhotoEndpoint, { as: amei.token, params, file, ...options })
/** A form of our own making. */
const send = (payload: Buffer, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: `/api/communities/${params.communityId}/photos`,
    headers: {
      authorization: `Bearer ${amei.token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=test-boundary',
      ...headers,
    },
    payload,
  })
const expectNothingLeft = async () => {
  expect(await rows()).toEqual([])
  expect([...store.files.keys()]).toEqual([])
}
const refusal = (code: ErrorCode) => ({ code, message: messageOf(code) })

describe('a photo', () => {
  it('waits for its owner, with two pictures in the store', async () => {
    const { status, body } = await upload(await samples.jpeg())
    expect(status).toBe(200)
    expect(body).toMatchObject({ moment: 'other', seq: 0, width: 60, height: 40, mine: true })
    expect(await rows()).toEqual([
      { photo_id: body.photoId, owner_id: amei.personId, state: 'waiting', width: 60, height: 40 },
    ])
    expect([...store.files.keys()].map((key) => key.replace(/^.*-/, '')).sort()).toEqual([
      'display.jpg',
      'thumb.jpg',
    ])
  })

  it('waits for consent, like everything personal', async () => {
    const newcomer = await place.person('小顾', { consented: false })
    const answer = await upload(await samples.jpeg(), { as: newcomer.token })
    expect(answer).toEqual({ status: 403, body: refusal('CONSENT_REQUIRED') })
    await expectNothingLeft()
  })

  it('may be uploaded by whoever is signed in: a visitor reports by a door code', async () => {
    const visitor = await place.person()
    expect((await upload(await samples.png(), { as: visitor.token })).status).toBe(200)
  })

  it('is one photo when the same call comes twice, one after the other or at once', async () => {
    const file = await samples.jpeg()
    const key = randomUUID()
    const first = await upload(file, { key })
    const later = await Promise.all([upload(file, { key }), upload(file, { key })])
    expect(later.map(({ body }) => body.photoId)).toEqual([first.body.photoId, first.body.photoId])
    expect(await rows()).toHaveLength(1)
    expect(store.files.size).toBe(2)
    const other = randomUUID()
    const atOnce = await Promise.all([1, 2, 3].map(() => upload(file, { key: other })))
    expect(new Set(atOnce.map(({ body }) => body.photoId)).size).toBe(1)
    expect(await rows()).toHaveLength(2)
    expect(store.files.size).toBe(4)
  })

  it('is another one under the same key: refused, and nothing of it is left', async () => {
    const key = randomUUID()
    await upload(await samples.jpeg(), { key })
    const second = await upload(await samples.png(), { key })
    expect([second.status, second.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED'])
    expect(await rows()).toHaveLength(1)
    expect(store.files.size).toBe(2)
  })
})

describe('refused, with nothing left behind:', () => {
  afterEach(expectNothingLeft)

  it.each([
    ['SVG', samples.SVG, 415, 'PHOTO_TYPE_UNSUPPORTED'],
    ['HEIC', samples.HEIC, 415, 'PHOTO_TYPE_UNSUPPORTED'],
    ['no bytes', Buffer.alloc(0), 400, 'UPLOAD_MISSING'],
    ['one byte more than allowed', Buffer.alloc(PHOTO_BYTES + 1, 1), 413, 'UPLOAD_TOO_LARGE'],
  ] as const)('%s', async (_name, file, status, code) => {
    expect(await upload(file)).toEqual({ status, body: refusal(code) })
  })

  it('a GIF, a bomb, and half a photo', async () => {
    const whole = await samples.jpeg(300, 200)
    const half = whole.subarray(0, whole.length / 2)
    const answers = [
      await upload(await samples.gif()),
      await upload(await samples.bomb()),
      await upload(half),
    ]
    expect(answers).toEqual([
      { status: 415, body: refusal('PHOTO_TYPE_UNSUPPORTED') },
      { status: 413, body: refusal('PHOTO_TOO_MANY_PIXELS') },
      { status: 400, body: refusal('PHOTO_BROKEN') },
    ])
  })

  it('as many bytes as allowed are read; that they are no photo is said then', async () => {
    expect((await upload(Buffer.alloc(PHOTO_BYTES, 1))).body.code).toBe('PHOTO_TYPE_UNSUPPORTED')
  })

  it('two photos in one form', async () => {
    const answer = await send(formOf(await samples.jpeg(), await samples.png()))
    expect([answer.statusCode, answer.json()]).toEqual([400, refusal('UPLOAD_NOT_ALONE')])
  })

  it('three large ones: the connection is not stuck', async () => {
    const large = Buffer.alloc(2_000_000, 1)
    const answer = await send(formOf(large, large, large))
    expect([answer.statusCode, answer.json()]).toEqual([400, refusal('UPLOAD_NOT_ALONE')])
  })

  it('a form without a photo, with a text in its place, or with a great many fields', async () => {
    const field = (name: string) =>
      `--test-boundary\r\ncontent-disposition: form-data; name="${name}"\r\n\r\ntext\r\n`
    const form = (...names: string[]) => Buffer.from(`${names.map(field).join('')}--test-boundary--\r\n`)
    const many = Array.from({ length: 50 }, (_, index) => `field${index}`)
    const answers = [await send(form()), await send(form('photo')), await send(form(...many))]
    expect(answers.map((answer) => answer.json<object>())).toEqual([
      refusal('UPLOAD_MISSING'),
      refusal('UPLOAD_MISSING'),
      refusal('UPLOAD_NOT_ALONE'),
    ])
  })

  it('a form that ends in the middle, or is none', async () => {
    const whole = formOf(await samples.jpeg())
    const answers = [
      await send(whole.subarray(0, whole.length - 40)),
      await send(Buffer.from('no form at all')),
      await send(whole, { 'content-type': 'multipart/form-data' }),
      await send(Buffer.from('{}'), { 'content-type': 'application/json' }),
    ]
    expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual([
      [400, 'UPLOAD_CUT_OFF'],
      [400, 'UPLOAD_CUT_OFF'],
      [400, 'UPLOAD_CUT_OFF'],
      [415, 'BODY_UNSUPPORTED'],
    ])
  })

  it('a full disk, at the first or at the second picture', async () => {
    for (const after of [0, 1]) {
      store.refuse('ENOSPC', after)
      expect(await upload(await samples.jpeg())).toEqual({ status: 503, body: refusal('PHOTO_STORE_FULL') })
      store.refuse(undefined)
      await expectNothingLeft()
    }
  })

  it('without a session, without a key, in no community', async () => {
    const file = await samples.jpeg()
    const noKey = await send(formOf(file), { 'idempotency-key': '' })
    const nowhere = await server.call(uploadPhotoEndpoint, {
      as: amei.token,
      params: { communityId: newId() },
      file,
    })
    const nobody = await server.call(uploadPhotoEndpoint, { params, file })
    expect([noKey.statusCode, nowhere.status, nobody.status]).toEqual([400, 404, 401])
  })

  it('under a key of an earlier refusal it may simply be tried again', async () => {
    const key = randomUUID()
    store.refuse('ENOSPC')
    await upload(await samples.jpeg(), { key })
    store.refuse(undefined)
    expect((await upload(await samples.jpeg(), { key })).status).toBe(200)
    await server.db.deleteFrom('photos').execute()
    store.files.clear()
  })
})

it('a store that is away keeps its row for the hourly job, and says to try later', async () => {
  store.refuse('EIO', 1)
  expect(await upload(await samples.jpeg())).toEqual({ status: 503, body: refusal('PHOTO_STORE_AWAY') })
  expect(await rows()).toMatchObject([{ state: 'removing' }])
})

it('a person may leave only so many unused', async () => {
  const waiting = Array.from({ length: PHOTOS_WAITING }, () => ({
    community_id: params.communityId,
    photo_id: newId(),
    owner_id: amei.personId,
    state: 'waiting' as const,
    width: 1,
    height: 1,
    created_at: server.clock.now,
  }))
  await server.db.insertInto('photos').values(waiting).execute()
  expect(await upload(await samples.jpeg())).toEqual({
    status: 429,
    body: refusal('PHOTOS_WAITING_TOO_MANY'),
  })
  const other = await place.resident(place.community.homeId)
  expect((await upload(await samples.jpeg(), { as: other.token })).status).toBe(200)
  await server.db.deleteFrom('photos').where('photo_id', '=', String(waiting[0]?.photo_id)).execute()
  const file = await samples.jpeg()
  const atOnce = await Promise.all([upload(file), upload(file), upload(file)])
  expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 429, 429])
})
