import type { MembershipView } from '#core/people'
import type { Role } from '#core/permissions'
import { joinMatter } from '#server/matters/index'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { whenHomeLeft } from '#server/when-home-left'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { handling } from '../../tests/builders/matters'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { actOnMembership, type ActOnMembership } from './act-on-membership'
import { askForHome } from './ask-for-home'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let database: TestDatabase
let db: Database
let place: Neighbourhood
let owner: SignedInPerson
let worker: SignedInPerson

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
  owner = await place.resident(place.community.homeId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
afterAll(() => database.drop())

const as = (person: SignedInPerson) => acting(db, person.personId, place.community.communityId, NOW)
const homeOf = async ({ personId }: SignedInPerson) =>
  db
    .selectFrom('memberships')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('membership_id', 'desc')
    .executeTakeFirstOrThrow()
const act = async (
  by: SignedInPerson,
  whose: SignedInPerson,
  name: ActOnMembership['act'],
  reason?: string,
): Promise<MembershipView> => {
  const { membership_id: membershipId } = await homeOf(whose)
  return actOnMembership(await as(by), { membershipId, act: name, reason }, whenHomeLeft)
}
const messagesTo = async ({ personId }: SignedInPerson) =>
  (
    await db
      .selectFrom('inbox_items')
      .select('kind')
      .where('person_id', '=', personId)
      .orderBy('item_id')
      .execute()
  ).map(({ kind }) => kind)
const tenant = () => place.resident(place.community.homeId, { relation: 'tenant' })
const homesJoined = async (matterId: string) =>
  (
    await db
      .selectFrom('matters')
      .select('joined_homes')
      .where('matter_id', '=', matterId)
      .executeTakeFirstOrThrow()
  ).joined_homes
const report = () => handling(db, place, { now: NOW }).report(owner)

async function office(holder: SignedInPerson, role: Role, placeId: string): Promise<void> {
  const { communityId } = place.community
  await db
    .insertInto('role_grants')
    .values({
      region_id: communityId,
      grant_id: newId(),
      person_id: holder.personId,
      role,
      place_id: placeId,
      place_name: '3号楼',
      jurisdiction: [communityId, placeId],
      official_name: '老何',
      is_lead: false,
      starts_at: new Date('2026-11-01T00:00:00.000Z'),
      ends_at: new Date('2027-11-01T00:00:00.000Z'),
      evidence: '推选记录',
      state: 'granted',
      proposed_by: worker.personId,
      proposed_as: 'community_staff',
      created_at: NOW,
    })
    .execute()
}
const officesOf = async ({ personId }: SignedInPerson) =>
  (
    await db.selectFrom('role_grants').select(['role', 'state']).where('person_id', '=', personId).execute()
  ).map(({ role, state }) => `${role} ${state}`)

describe('a home is left', () => {
  it('by oneself: the others are told, and moving back is asking again', async () => {
    const lodger = await tenant()
    const before = await messagesTo(owner)
    expect(await act(lodger, lodger, 'leave')).toMatchObject({
      state: 'left',
      endedAt: NOW.toISOString(),
      acts: [],
    })
    expect((await messagesTo(owner)).slice(before.length)).toEqual(['membership_left'])
    expect(await messagesTo(lodger)).toEqual([])
    expect(await homeOf(lodger)).toMatchObject({ ended_by: lodger.personId })
    expect((await as(lodger)).actor.homes).toEqual([])
    const { homeId } = place.community
    const again = await askForHome(await as(lodger), { homeId, relation: 'tenant', isAdult: true })
    expect(again.state).toBe('asked')
  })

  it('as its owner says of a tenant, with a reason that the tenant is told; never of another owner', async () => {
    const lodger = await tenant()
    await expect(act(owner, lodger, 'end')).rejects.toMatchObject({ code: 'REASON_REQUIRED' })
    await act(owner, lodger, 'end', '上个月搬走了')
    expect(await homeOf(lodger)).toMatchObject({
      state: 'ended',
      reason: '上个月搬走了',
      ended_by: owner.personId,
    })
    expect(await messagesTo(lodger)).toEqual(['membership_ended'])
    const second = await place.resident(place.community.homeId)
    await expect(act(owner, second, 'end', '搬走了')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const child = await place.resident(place.community.homeId, { relation: 'owner', isAdult: false })
    const other = await tenant()
    await expect(act(child, other, 'end', '搬走了')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(act(other, owner, 'end', '搬走了')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('as staff say who confirm residents there; next door finds nothing', async () => {
    const lodger = await tenant()
    const stranger = await place.resident(place.community.otherHomeId)
    await expect(act(stranger, lodger, 'end', '搬走了')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act(worker, lodger, 'end', '房东说搬走了')
    expect((await homeOf(lodger)).state).toBe('ended')
    const { rows } = await handlingEntries(lodger)
    expect(rows).toEqual([['membership.end', 'grid_worker', '房东说搬走了']])
  })
})

async function handlingEntries(person: SignedInPerson) {
  const { membership_id: id } = await homeOf(person)
  const entries = await db.selectFrom('audit_entries').selectAll().where('subject_id', '=', id).execute()
  return { rows: entries.map(({ act: name, role, reason }) => [name, role, reason]) }
}

describe('what hangs on a home ends with it', () => {
  it('matters that are open lose what was joined from there; those that are over keep it', async () => {
    const neighbour = await place.resident(place.community.neighbourHomeId)
    const open = await report()
    const closed = await report()
    for (const { matterId } of [open, closed]) await joinMatter(await as(neighbour), matterId)
    await db
      .updateTable('matters')
      .set({ state: 'withdrawn' })
      .where('matter_id', '=', closed.matterId)
      .execute()
    expect(await homesJoined(open.matterId)).toBe(1)
    await act(neighbour, neighbour, 'leave')
    expect([await homesJoined(open.matterId), await homesJoined(closed.matterId)]).toEqual([0, 1])
  })

  it('what was joined from another home of theirs stays', async () => {
    const neighbour = await place.resident(place.community.otherHomeId)
    const open = await report()
    await joinMatter(await as(neighbour), open.matterId)
    const { communityId, neighbourHomeId: homeId } = place.community
    const asked = await askForHome(await as(neighbour), { homeId, relation: 'owner', isAdult: true })
    const staff = await place.inOffice('community_staff', communityId)
    await act(staff, neighbour, 'confirm')
    await actOnMembership(
      await as(neighbour),
      { membershipId: asked.membershipId, act: 'leave' },
      whenHomeLeft,
    )
    expect(await homesJoined(open.matterId)).toBe(1)
  })

  it('the office of a building head there ends, and the clock looks at once whether its team is empty', async () => {
    const head = await place.resident(place.community.neighbourHomeId)
    await office(head, 'building_head', place.community.buildingId)
    await office(head, 'grid_worker', place.community.gridId)
    await office(head, 'building_head', place.community.otherBuildingId)
    await act(head, head, 'leave')
    expect((await officesOf(head)).sort()).toEqual([
      'building_head ended',
      'building_head granted',
      'grid_worker granted',
    ])
    expect(await messagesTo(head)).toEqual(['grant_changed'])
    const { rows } = await database.pool.query<{ key: string }>(
      `select key from graphile_worker.jobs where task_identifier = 'office_ended'`,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('at the very same moment', () => {
  const holding = (membershipId: string) => (tx: Transaction) =>
    tx
      .selectFrom('memberships')
      .select('state')
      .where('membership_id', '=', membershipId)
      .forUpdate()
      .execute()

  it('leaving and being ended is one ending', async () => {
    const lodger = await tenant()
    const { membership_id: id } = await homeOf(lodger)
    const endings = await atOnce(db, holding(id), [
      () => act(lodger, lodger, 'leave'),
      () => act(owner, lodger, 'end', '搬走了'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect((await handlingEntries(lodger)).rows).toHaveLength(1)
  })

  it('leaving and joining a matter leaves nothing joined from there', async () => {
    const neighbour = await place.resident(place.community.neighbourHomeId)
    const open = await report()
    const { membership_id: id } = await homeOf(neighbour)
    const joining = await as(neighbour)
    const endings = await atOnce(db, holding(id), [
      () => act(neighbour, neighbour, 'leave'),
      () => joinMatter(joining, open.matterId),
    ])
    expect(endings[0]).toBe('done')
    expect(await homesJoined(open.matterId)).toBe(0)
  })
})
