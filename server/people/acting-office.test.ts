import { sql } from 'kysely'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { listGrantsFor } from './act-on-grant'
import { proposeGrant } from './propose-grant'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

let database: TestDatabase
let place: Neighbourhood
let staff: SignedInPerson

beforeEach(async () => {
  database = await createTestDatabase()
  place = await buildNeighbourhood(database.db, new Date('2026-11-01T00:00:00.000Z'))
  staff = await place.inOffice('community_staff', place.community.communityId)
})
afterEach(() => database.drop())

interface Wanted {
  isActing: boolean
  startsAt?: Date
  endsAt?: Date
  at?: Date
}

/** Names somebody head of a building. */
async function name(to: SignedInPerson, { isActing, startsAt, endsAt = inDays(90), at = NOW }: Wanted) {
  const { communityId } = place.community
  const { person_code: personCode } = await database.db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', to.personId)
    .executeTakeFirstOrThrow()
  return proposeGrant(await acting(database.db, staff.personId, communityId, at), {
    personCode,
    role: 'building_head',
    placeId: place.community.buildingId,
    officialName: '陈阿姨',
    isLead: false,
    isActing,
    startsAt: startsAt?.toISOString(),
    endsAt: endsAt.toISOString(),
    evidence: '上一位搬走了',
  })
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

const heads = async () =>
  (
    await database.db
      .selectFrom('role_grants')
      .select(['state', 'is_acting', 'ends_at'])
      .where('place_id', '=', place.community.buildingId)
      .where('role', '=', 'building_head')
      .orderBy('grant_id')
      .execute()
  ).map((row) => [row.state, row.is_acting, row.ends_at.toISOString()])

const signs = async (person: SignedInPerson, at: Date) =>
  (await acting(database.db, person.personId, place.community.communityId, at)).actor.roles.map(
    ({ role, isActing }) => [role, isActing],
  )

describe('acting in a vacant office', () => {
  it('is named by the level above while it is vacant, signs as such, and is in the list', async () => {
    const next = await place.person()
    expect(await name(next, { isActing: true })).toMatchObject({ isActing: true, state: 'granted' })
    expect(await signs(next, NOW)).toEqual([['building_head', true]])
    const { items } = await listGrantsFor(
      await acting(database.db, staff.personId, place.community.communityId, NOW),
      undefined,
    )
    expect(items.find(({ role }) => role === 'building_head')).toMatchObject({ isActing: true })
  })

  it('is refused while somebody is in that office, who acts included, and after them allowed', async () => {
    await name(await place.person(), { isActing: false, endsAt: inDays(10) })
    const next = await place.person()
    expect(await codeOf(name(next, { isActing: true }))).toBe('GRANT_NOT_VACANT')
    expect(await codeOf(name(next, { isActing: true, at: inDays(10), endsAt: inDays(50) }))).toBe('done')
    const third = await place.person()
    expect(await codeOf(name(third, { isActing: true, at: inDays(11), endsAt: inDays(50) }))).toBe(
      'GRANT_NOT_VACANT',
    )
    expect(await codeOf(name(third, { isActing: true, at: inDays(51), endsAt: inDays(80) }))).toBe('done')
  })

  it('has one of two who are named at the very same moment', async () => {
    const [one, other] = [await place.person(), await place.person()]
    const outcomes = await atOnce(
      database.db,
      (tx) => sql`lock table role_grants in share mode`.execute(tx),
      [() => name(one, { isActing: true }), () => name(other, { isActing: true })],
    )
    expect(sorted(outcomes)).toEqual(['GRANT_NOT_VACANT', 'done'])
  })

  it('ends when somebody is in the office, at once or from their first day', async () => {
    const stand = await place.person()
    await name(stand, { isActing: true })
    await name(await place.person(), { isActing: false, startsAt: inDays(5), endsAt: inDays(300) })
    expect(await heads()).toEqual([
      ['granted', true, inDays(5).toISOString()],
      ['granted', false, inDays(300).toISOString()],
    ])
    expect(await signs(stand, inDays(4))).toEqual([['building_head', true]])
    expect(await signs(stand, inDays(5))).toEqual([])
  })

  it('makes way for the same person, elected now', async () => {
    const stand = await place.person()
    await name(stand, { isActing: true })
    await name(stand, { isActing: false, at: inDays(1), endsAt: inDays(300) })
    expect(await signs(stand, inDays(2))).toEqual([['building_head', false]])
    expect((await heads())[0]).toEqual(['ended', true, inDays(1).toISOString()])
  })
})
