import { sql } from 'kysely'
import type { GrantView } from '#core/people'
import type { Role } from '#core/permissions'
import type { Database } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { actOnGrant, type ActOnGrant } from './act-on-grant'
import { grantFirstAdministrator } from './found-district'
import { proposeGrant } from './propose-grant'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const ONE_YEAR_ON = new Date('2027-11-18T02:00:00.000Z')

let database: TestDatabase
let db: Database
let place: Neighbourhood
let secretary: SignedInPerson
let otherSecretary: SignedInPerson
let staff: SignedInPerson
let otherStaff: SignedInPerson
let district: SignedInPerson
let admin: SignedInPerson
let otherAdmin: SignedInPerson

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
  const { communityId } = place.community
  const above = { community: null }
  secretary = await place.inOffice('community_secretary', communityId)
  otherSecretary = await place.inOffice('community_secretary', communityId)
  staff = await place.inOffice('community_staff', communityId)
  otherStaff = await place.inOffice('community_staff', communityId)
  district = await place.inOffice('district_staff', place.districtId, above)
  admin = await place.inOffice('administrator', place.districtId, above)
  otherAdmin = await place.inOffice('administrator', place.districtId, above)
})
afterAll(() => database.drop())

interface Office {
  role: Role
  regionId: string
  placeId: string
}
const inCommunity = (role: Role, placeId = place.community.communityId): Office => ({
  role,
  regionId: place.community.communityId,
  placeId,
})
const inDistrict = (role: Role): Office => ({ role, regionId: place.districtId, placeId: place.districtId })

async function propose(
  by: SignedInPerson,
  to: SignedInPerson,
  office: Office,
  { now = NOW, endsAt = ONE_YEAR_ON, where = db } = {},
) {
  const { person_code: personCode } = await where
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', to.personId)
    .executeTakeFirstOrThrow()
  const { role, placeId } = office
  const context = await acting(where, by.personId, office.regionId, now)
  return proposeGrant(context, {
    personCode,
    role,
    placeId,
    officialName: '李明',
    isLead: false,
    endsAt: endsAt.toISOString(),
    evidence: '任用文件',
  })
}

const act = async (
  by: SignedInPerson,
  { regionId, grantId }: GrantView,
  name: ActOnGrant['act'],
  reason?: string,
) => actOnGrant(await acting(db, by.personId, regionId, NOW), { grantId, act: name, reason })

const inserting = (tx: Database) => sql`lock table role_grants in share mode`.execute(tx)
const holding =
  ({ grantId }: GrantView) =>
  (tx: Database) =>
    tx.selectFrom('role_grants').select('state').where('grant_id', '=', grantId).forUpdate().execute()

const grantsOf = (person: SignedInPerson, role: Role) =>
  db
    .selectFrom('role_grants')
    .select(['state', 'grant_id'])
    .where('person_id', '=', person.personId)
    .where('role', '=', role)
    .execute()
async function recordOf({ grantId }: GrantView): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select('act')
    .where('subject_id', '=', grantId)
    .orderBy('entry_id')
    .execute()
  return rows.map((entry) => entry.act)
}

describe('of two who grant the same office at the very same moment one wins', () => {
  it('and the person holds it once', async () => {
    const person = await place.person()
    const office = inCommunity('community_staff')
    const endings = await atOnce(db, inserting, [
      () => propose(secretary, person, office),
      () => propose(otherSecretary, person, office),
    ])
    expect(sorted(endings)).toEqual(['GRANT_EXISTS', 'done'])
    const held = await grantsOf(person, 'community_staff')
    expect(held.map(({ state }) => state)).toEqual(['granted'])
    const messages = await db
      .selectFrom('inbox_items')
      .select('kind')
      .where('person_id', '=', person.personId)
      .execute()
    expect(messages).toEqual([{ kind: 'grant_changed' }])
  })

  it('of two proposals that wait for a second person there is one', async () => {
    const person = await place.person()
    const office = inDistrict('auditor')
    const endings = await atOnce(db, inserting, [
      () => propose(admin, person, office),
      () => propose(district, person, office),
    ])
    expect(sorted(endings)).toEqual(['GRANT_EXISTS', 'done'])
    expect((await grantsOf(person, 'auditor')).map(({ state }) => state)).toEqual(['proposed'])
  })
})

describe('an office that needs two persons', () => {
  const property = () => inCommunity('property_staff', place.community.estateId)

  it('is confirmed once when two confirm at the very same moment', async () => {
    const proposed = await propose(secretary, await place.person(), property())
    expect(proposed.state).toBe('proposed')
    const endings = await atOnce(db, holding(proposed), [
      () => act(staff, proposed, 'confirm'),
      () => act(otherStaff, proposed, 'confirm'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect(await recordOf(proposed)).toEqual(['grant.propose', 'grant.confirm'])
  })

  it('is confirmed or refused, never both', async () => {
    const person = await place.person()
    const proposed = await propose(secretary, person, property())
    const endings = await atOnce(db, holding(proposed), [
      () => act(staff, proposed, 'confirm'),
      () => act(otherStaff, proposed, 'refuse', '合同已经到期'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    const [grant] = await grantsOf(person, 'property_staff')
    expect(grant?.state).toBe(endings[0] === 'done' ? 'granted' : 'refused')
    expect(await recordOf(proposed)).toHaveLength(2)
  })

  it('gives no power before the second person said yes', async () => {
    const person = await place.person()
    const proposed = await propose(secretary, person, property())
    expect((await acting(db, person.personId, proposed.regionId, NOW)).actor.roles).toEqual([])
    await act(staff, proposed, 'confirm')
    expect((await acting(db, person.personId, proposed.regionId, NOW)).actor.roles).toMatchObject([
      { role: 'property_staff' },
    ])
  })

  it('needs one of district staff and one administrator: neither two of one office nor one alone', async () => {
    const proposed = await propose(admin, await place.person(), inDistrict('auditor'))
    await expect(act(admin, proposed, 'confirm')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(act(otherAdmin, proposed, 'confirm')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await act(district, proposed, 'confirm')).state).toBe('granted')
  })

  it('is never confirmed by who gets it, whatever else they are', async () => {
    const proposed = await propose(admin, district, inDistrict('auditor'))
    await expect(act(district, proposed, 'confirm')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(propose(admin, admin, inDistrict('auditor'))).rejects.toMatchObject({ code: 'GRANT_SELF' })
  })
})

describe('an office is held for a period', () => {
  const soon = new Date('2026-12-01T00:00:00.000Z')
  const later = new Date('2026-12-02T00:00:00.000Z')

  it('and is granted again when the period is over', async () => {
    const person = await place.person()
    const office = inCommunity('community_staff')
    const first = await propose(secretary, person, office, { endsAt: soon })
    await expect(propose(secretary, person, office)).rejects.toMatchObject({ code: 'GRANT_EXISTS' })
    expect((await acting(db, person.personId, office.regionId, later)).actor.roles).toEqual([])

    const again = await propose(secretary, person, office, { now: later })
    expect(again.state).toBe('granted')
    const states = new Map(
      (await grantsOf(person, 'community_staff')).map((grant) => [grant.grant_id, grant.state]),
    )
    expect([states.get(first.grantId), states.get(again.grantId)]).toEqual(['ended', 'granted'])
  })

  it('a proposal nobody answered until its end makes way as well', async () => {
    const person = await place.person()
    const office = inCommunity('property_staff', place.community.estateId)
    const first = await propose(secretary, person, office, { endsAt: soon })
    const again = await propose(secretary, person, office, { now: later })
    const states = new Map(
      (await grantsOf(person, 'property_staff')).map((grant) => [grant.grant_id, grant.state]),
    )
    expect([states.get(first.grantId), states.get(again.grantId)]).toEqual(['refused', 'proposed'])
  })

  it('ending it takes the power at once, and it may be granted again', async () => {
    const person = await place.person()
    const office = inCommunity('community_staff')
    const first = await propose(secretary, person, office)
    await act(secretary, first, 'end', '调走了')
    expect((await acting(db, person.personId, office.regionId, NOW)).actor.roles).toEqual([])
    expect((await propose(secretary, person, office)).state).toBe('granted')
  })
})

describe('the first administrators', () => {
  const found = ({ db: where }: TestDatabase, districtId: string, { personId }: SignedInPerson, now = NOW) =>
    where
      .transaction()
      .execute((tx) => grantFirstAdministrator(tx, { districtId, personId, officialName: '林管理员', now }))

  it('may have proposed one another: nobody could confirm that, so the command goes on', async () => {
    const alone = await createTestDatabase()
    const { districtId, person } = await buildNeighbourhood(alone.db, NOW)
    const [first, second] = [await person(), await person()]
    await found(alone, districtId, first)
    const office = { role: 'administrator', regionId: districtId, placeId: districtId } as const
    expect((await propose(first, second, office, { where: alone.db })).state).toBe('proposed')
    await found(alone, districtId, second)
    const { actor } = await acting(alone.db, second.personId, districtId, NOW)
    expect(actor.roles).toMatchObject([{ role: 'administrator' }])
    await alone.drop()
  })

  let empty: TestDatabase
  let district2: Neighbourhood
  beforeAll(async () => {
    empty = await createTestDatabase()
    district2 = await buildNeighbourhood(empty.db, NOW)
  })
  afterAll(() => empty.drop())

  it('are two, however many commands run at the very same moment', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => district2.person()))
    const hold = (tx: Database) =>
      tx.selectFrom('regions').select('kind').where('kind', '=', 'district').forUpdate().execute()
    const endings = await atOnce(
      empty.db,
      hold,
      people.map((person) => () => found(empty, district2.districtId, person)),
    )
    expect(sorted(endings)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'done', 'done'])
    const entries = await empty.db.selectFrom('audit_entries').select('act').execute()
    expect(entries).toEqual([{ act: 'grant.found' }, { act: 'grant.found' }])
  })

  it('can be made anew when the period of the first ones is over, the same persons too', async () => {
    const [again] = await empty.db
      .selectFrom('role_grants')
      .select('person_id')
      .where('role', '=', 'administrator')
      .execute()
    const person = { personId: again?.person_id as string, token: '' }
    await expect(found(empty, district2.districtId, person, ONE_YEAR_ON)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await found(empty, district2.districtId, person, new Date('2032-01-01T00:00:00.000Z'))
  })
})
