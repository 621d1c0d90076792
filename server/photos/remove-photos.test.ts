import { newId } from '#server/platform/db/index'
import { acting } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../../tests/photos/memory-store'
import * as samples from '../../tests/photos/samples'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { attachPhotos, listPhotosOf, releasePhotos, sweepPhotos, type SubjectOfPhotos } from './index'
import { uploadPhoto } from './upload-photo'

const START = new Date('2026-11-18T02:00:00.000Z')
const hours = (count: number) => new Date(START.getTime() + count * 3_600_000)

let database: TestDatabase
let place: Neighbourhood
let store: MemoryStore
let amei: SignedInPerson
let file: Buffer

beforeAll(async () => {
  database = await createTestDatabase()
  place = await buildNeighbourhood(database.db, START)
  amei = await place.person()
  file = await samples.jpeg()
})
afterAll(() => database.drop())
beforeEach(async () => {
  store = createMemoryStore()
  await database.db.deleteFrom('photos').execute()
})

const upload = async (communityId = place.community.communityId) =>
  (await uploadPhoto(await acting(database.db, amei.personId, communityId, START), store, file)).photoId
const sweep = (now: Date) => sweepPhotos(database.db, store, now)
const setState = (photoId: string, state: 'storing' | 'removing') =>
  database.db.updateTable('photos').set({ state }).where('photo_id', '=', photoId).execute()
const left = async () => {
  const rows = await database.db.selectFrom('photos').select('photo_id').execute()
  return { rows: rows.map((row) => row.photo_id), files: store.files.size }
}
const NOTHING = { rows: [], files: 0 }

it('a photo that nobody used is gone after a day, in every community', async () => {
  const here = await upload()
  const there = await upload(place.otherCommunity.communityId)
  await sweep(hours(23.9))
  expect(await left()).toEqual({ rows: [here, there], files: 4 })
  await sweep(hours(24))
  expect(await left()).toEqual(NOTHING)
})

const attach = (photoId: string, subject: SubjectOfPhotos, communityId = place.community.communityId) =>
  database.db.transaction().execute((tx) =>
    attachPhotos(tx, {
      communityId,
      personId: amei.personId,
      photoIds: [photoId],
      subject,
      moment: 'before',
      at: START,
    }),
  )

it('those of a deleted thing are seen no more at once, and gone with the next sweep; others stay', async () => {
  const communityId = place.community.communityId
  const gone: SubjectOfPhotos = { kind: 'post', id: newId() }
  const kept: SubjectOfPhotos = { kind: 'post', id: newId() }
  const [photo, other, elsewhere] = [
    await upload(),
    await upload(),
    await upload(place.otherCommunity.communityId),
  ]
  await attach(photo, gone)
  await attach(other, kept)
  await attach(elsewhere, gone, place.otherCommunity.communityId)
  await database.db.transaction().execute((tx) => releasePhotos(tx, { communityId, subject: gone }))
  expect(await listPhotosOf(database.db, communityId, [gone])).toEqual([])
  await sweep(START)
  expect(await left()).toEqual({ rows: [other, elsewhere], files: 4 })
})

it('one that belongs to something stays for good', async () => {
  const photoId = await upload()
  await attach(photoId, { kind: 'matter', id: newId() })
  await sweep(hours(24 * 365))
  expect(await left()).toEqual({ rows: [photoId], files: 2 })
})

it('what a server left that was killed while storing is gone after an hour', async () => {
  const photoId = await upload()
  await setState(photoId, 'storing')
  store.files.delete([...store.files.keys()].find((key) => key.includes('thumb')) as string)
  await sweep(hours(0.9))
  expect((await left()).rows).toEqual([photoId])
  await sweep(hours(1))
  expect(await left()).toEqual(NOTHING)
})

it('what a server began to clear away is finished', async () => {
  await setState(await upload(), 'removing')
  await sweep(START)
  expect(await left()).toEqual(NOTHING)
})

it('a store that is away keeps the row, so that its files are not forgotten', async () => {
  const photoId = await upload()
  store.refuse('EIO')
  await expect(sweep(hours(25))).rejects.toThrow()
  expect(await left()).toEqual({ rows: [photoId], files: 2 })
  store.refuse(undefined)
  await sweep(hours(25))
  expect(await left()).toEqual(NOTHING)
})

it('more than one batch, by several servers at once and again, is cleared away once', async () => {
  const communityId = place.community.communityId
  const values = Array.from({ length: 230 }, () => ({
    community_id: communityId,
    photo_id: newId(),
    owner_id: amei.personId,
    state: 'waiting' as const,
    width: 1,
    height: 1,
    created_at: START,
  }))
  await database.db.insertInto('photos').values(values).execute()
  await Promise.all([1, 2, 3].map(() => sweep(hours(25))))
  await sweep(hours(25))
  expect(await left()).toEqual(NOTHING)
})

it('one that somebody is just attaching is left to them', async () => {
  const photoId = await upload()
  const communityId = place.community.communityId
  await database.db.transaction().execute(async (tx) => {
    await attachPhotos(tx, {
      communityId,
      personId: amei.personId,
      photoIds: [photoId],
      subject: { kind: 'matter', id: newId() },
      moment: 'before',
      at: hours(24),
    })
    await sweep(hours(25))
  })
  expect(await left()).toEqual({ rows: [photoId], files: 2 })
})

it('an upload so slow that it was cleared away meanwhile is refused, and leaves nothing', async () => {
  const { put } = store
  store.put = async (key, bytes) => {
    await put(key, bytes)
    await sweep(hours(2))
  }
  await expect(upload()).rejects.toMatchObject({ code: 'PHOTO_STORE_AWAY' })
  expect(await left()).toEqual(NOTHING)
})
