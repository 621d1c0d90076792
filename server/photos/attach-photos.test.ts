import { DomainError } from '#core/errors'
import { newId, type Transaction } from '#server/platform/db/index'
import { atOnce, sorted } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { attachPhotos, listPhotosOf, type Attaching, type SubjectOfPhotos } from './index'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let database: TestDatabase
let place: Neighbourhood
let communityId: string
let amei: SignedInPerson
let laowu: SignedInPerson
let matter: SubjectOfPhotos

beforeAll(async () => {
  database = await createTestDatabase()
  place = await buildNeighbourhood(database.db, NOW)
  communityId = place.community.communityId
  amei = await place.person()
  laowu = await place.person()
})
afterAll(() => database.drop())
beforeEach(() => {
  matter = { kind: 'matter', id: newId() }
})

async function waiting(by: SignedInPerson, count = 1, where = communityId): Promise<string[]> {
  const photoIds = Array.from({ length: count }, newId)
  await database.db
    .insertInto('photos')
    .values(
      photoIds.map((photo_id) => ({
        community_id: where,
        photo_id,
        owner_id: by.personId,
        state: 'waiting' as const,
        width: 4,
        height: 3,
        created_at: NOW,
      })),
    )
    .execute()
  return photoIds
}

const attach = (photoIds: string[], more: Partial<Attaching> = {}) =>
  database.db.transaction().execute((tx) =>
    attachPhotos(tx, {
      communityId,
      personId: amei.personId,
      photoIds,
      subject: matter,
      moment: 'before',
      at: NOW,
      ...more,
    }),
  )
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'attached',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  )
const shown = async (subject = matter) =>
  (await listPhotosOf(database.db, communityId, [subject])).map(({ photoId }) => photoId)

it('photos belong to the thing from then on, in the order in which they were given', async () => {
  const [first, second, third] = await waiting(amei, 3)
  await attach([third, first].map(String))
  await attach([String(second)], { moment: 'after', seq: 4 })
  expect(await listPhotosOf(database.db, communityId, [matter])).toMatchObject([
    { photoId: third, moment: 'before', seq: 0, ownerId: amei.personId, subject: matter },
    { photoId: first, moment: 'before', seq: 0 },
    { photoId: second, moment: 'after', seq: 4 },
  ])
})

it('none is nothing to do', async () => {
  await attach([])
  expect(await shown()).toEqual([])
})

it('of several things they are listed in one go, each with its own', async () => {
  const other: SubjectOfPhotos = { kind: 'post', id: newId() }
  await attach(await waiting(amei, 2))
  await attach(await waiting(amei, 1), { subject: other, moment: 'other' })
  const all = await listPhotosOf(database.db, communityId, [matter, other, { kind: 'notice', id: matter.id }])
  expect(all.map(({ subject }) => subject.kind).sort()).toEqual(['matter', 'matter', 'post'])
  expect(await listPhotosOf(database.db, communityId, [])).toEqual([])
  expect(await listPhotosOf(database.db, place.otherCommunity.communityId, [matter])).toEqual([])
})

describe('refused alike, with nothing attached:', () => {
  it('somebody else’s, one that is not there, one of another community', async () => {
    const [own] = await waiting(amei)
    const [theirs] = await waiting(laowu)
    const [elsewhere] = await waiting(amei, 1, place.otherCommunity.communityId)
    for (const wrong of [theirs, newId(), elsewhere])
      expect(await refusalOf(attach([String(own), String(wrong)]))).toBe('PHOTO_UNKNOWN')
    expect(await shown()).toEqual([])
    await attach([String(own)])
  })

  it('one that belongs to something already, or is being stored or cleared away', async () => {
    const [used] = await waiting(amei)
    await attach([String(used)])
    expect(await refusalOf(attach([String(used)]))).toBe('PHOTO_UNKNOWN')
    expect(await refusalOf(attach([String(used)], { subject: { kind: 'post', id: newId() } }))).toBe(
      'PHOTO_UNKNOWN',
    )
    for (const state of ['storing', 'removing'] as const) {
      const [photo] = await waiting(amei)
      await database.db.updateTable('photos').set({ state }).where('photo_id', '=', String(photo)).execute()
      expect(await refusalOf(attach([String(photo)]))).toBe('PHOTO_UNKNOWN')
    }
  })
})

it('nine to a moment and not one more; each step of the timeline has nine of its own', async () => {
  await attach(await waiting(amei, 7))
  expect(await refusalOf(attach(await waiting(amei, 3)))).toBe('PHOTOS_TOO_MANY')
  await attach(await waiting(amei, 2))
  expect(await refusalOf(attach(await waiting(amei, 1)))).toBe('PHOTOS_TOO_MANY')
  await attach(await waiting(amei, 9), { moment: 'after', seq: 5 })
  await attach(await waiting(amei, 9), { moment: 'after', seq: 9 })
  expect(await shown()).toHaveLength(27)
})

describe('at once', () => {
  const hold = (photoIds: string[]) => (tx: Transaction) =>
    tx
      .selectFrom('photos')
      .select('photo_id')
      .where('community_id', '=', communityId)
      .where('photo_id', 'in', photoIds)
      .forUpdate()
      .execute()

  it('one photo goes to one thing only', async () => {
    const photoIds = await waiting(amei)
    const other: SubjectOfPhotos = { kind: 'post', id: newId() }
    const endings = await atOnce(database.db, hold(photoIds), [
      () => attach(photoIds),
      () => attach(photoIds, { subject: other }),
    ])
    expect(sorted(endings)).toEqual(['PHOTO_UNKNOWN', 'done'])
    expect([...(await shown()), ...(await shown(other))]).toEqual(photoIds)
  })

  it('two who attach to one thing that neither locked never get beyond nine', async () => {
    const [mine, theirs] = [await waiting(amei, 5), await waiting(laowu, 5)]
    const endings = await atOnce(database.db, hold([...mine, ...theirs]), [
      () => attach(mine),
      () => attach(theirs, { personId: laowu.personId }),
    ])
    expect(endings.filter((ending) => ending === 'done')).toHaveLength(1)
    expect(endings.some((ending) => ending === 'STATE_CHANGED' || ending === 'PHOTOS_TOO_MANY')).toBe(true)
    expect(await shown()).toHaveLength(5)
  })
})
