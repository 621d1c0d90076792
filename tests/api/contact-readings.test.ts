import { PAGE_SIZE } from '#core/contract'
import { listContactReadingsEndpoint, removePhoneEndpoint, withdrawConsentEndpoint } from '#core/people'
import { newId } from '#server/platform/db/index'
import { openContact, openPhone, readPhoneOf, sealPhone } from '#server/people/index'
import { CONTACT_BOX } from '../builders/contact-box'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
let place: Neighbourhood
let amei: SignedInPerson
let worker: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
afterAll(() => server.close())
beforeEach(async () => {
  amei = await place.resident(place.community.homeId, { name: '阿梅' })
})

const open = (owner: SignedInPerson, matterId = newId(), community = place.community) =>
  server.db.transaction().execute((tx) =>
    openContact(tx, CONTACT_BOX, {
      communityId: community.communityId,
      ownerId: owner.personId,
      readerId: worker.personId,
      readerName: '张师傅',
      readerRole: 'grid_worker',
      subject: { kind: 'matter', id: matterId },
      about: '楼道灯不亮',
      at: server.clock.now,
    }),
  )
const list = (owner: SignedInPerson, { communityId } = place.community, cursor?: string) =>
  server.ok(listContactReadingsEndpoint, { as: owner.token, params: { communityId }, query: { cursor } })
const onRecord = (subjectId: string) =>
  server.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', subjectId).execute()

it('answers the phone, and puts the reading on record and before its owner', async () => {
  const matterId = newId()
  const phone = await readPhoneOf(server.db, CONTACT_BOX, amei.personId)
  expect(await open(amei, matterId)).toEqual({ phone })
  expect(await onRecord(matterId)).toEqual([
    expect.objectContaining({
      community_id: place.community.communityId,
      act: 'contact.read',
      subject_kind: 'matter',
      person_id: worker.personId,
      role: 'grid_worker',
    }),
  ])
  expect((await list(amei)).items).toEqual([
    {
      readingId: expect.any(String) as string,
      readerName: '张师傅',
      readerRole: 'grid_worker',
      subject: { kind: 'matter', id: matterId },
      about: '楼道灯不亮',
      at: server.clock.now.toISOString(),
    },
  ])
})

it('has nothing to read, and nothing on record, when there is no phone or it is gone', async () => {
  const without = await place.person('小顾', { verified: false })
  const removed = await place.person()
  await server.ok(removePhoneEndpoint, { as: removed.token })
  const withdrawn = await place.person()
  await server.ok(withdrawConsentEndpoint, { as: withdrawn.token, params: { document: 'privacy' } })
  for (const owner of [without, removed, withdrawn]) {
    const matterId = newId()
    expect(await open(owner, matterId)).toBeNull()
    expect(await onRecord(matterId)).toEqual([])
    expect((await list(owner)).items).toEqual([])
  }
})

it('tells each owner of their own phone only, in the community where it was read', async () => {
  const laowu = await place.person('老吴')
  await open(amei)
  await open(laowu, newId(), place.otherCommunity)
  expect((await list(amei)).items).toHaveLength(1)
  expect((await list(amei, place.otherCommunity)).items).toEqual([])
  expect((await list(laowu)).items).toEqual([])
  expect((await list(laowu, place.otherCommunity)).items).toHaveLength(1)
  expect((await list(worker)).items).toEqual([])
})

it('lists page by page, the newest first, each once', async () => {
  const matterIds: string[] = []
  for (let made = 0; made < PAGE_SIZE + 5; made += 1) {
    const matterId = newId()
    await open(amei, matterId)
    matterIds.unshift(matterId)
  }
  const first = await list(amei)
  const second = await list(amei, place.community, first.nextCursor ?? '')
  expect([...first.items, ...second.items].map(({ subject }) => subject.id)).toEqual(matterIds)
  expect([first.items.length, second.nextCursor]).toEqual([PAGE_SIZE, null])
})

it('refuses a cursor it did not give, and is for who is signed in', async () => {
  const params = { communityId: place.community.communityId }
  const bad = await server.call(listContactReadingsEndpoint, {
    as: amei.token,
    params,
    query: { cursor: 'x' },
  })
  expect(bad).toMatchObject({ status: 400, body: { code: 'CURSOR_INVALID' } })
  const stranger = await server.call(listContactReadingsEndpoint, { params, query: {} })
  expect(stranger.status).toBe(401)
})

it('a caller’s phone opens beside what it was left for, and nowhere else', () => {
  const matterId = newId()
  const sealed = sealPhone(CONTACT_BOX, '02787654321', matterId)
  expect(openPhone(CONTACT_BOX, sealed, matterId)).toBe('02787654321')
  expect(() => openPhone(CONTACT_BOX, sealed, newId())).toThrow()
})
