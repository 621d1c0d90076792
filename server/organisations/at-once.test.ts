import type { OrganisationView } from '#core/organisations'
import type { Database } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { organisationLedBy } from '../../tests/builders/organisations'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { actOnMember, type ActOnMember } from './act-on-member'
import { endOrganisation } from './act-on-organisation'
import { askToJoin } from './ask-to-join'
import { createOrganisation } from './create-organisation'
import { readOrganisation } from './list-organisations'
import type { LeftMembers, MemberLeft } from './member-left'
import { isMemberOf, listMemberIds } from './membership'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let database: TestDatabase
let db: Database
let place: Neighbourhood
let staff: SignedInPerson
let lead: SignedInPerson
let left: LeftMembers[]

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
  staff = await place.inOffice('community_staff', place.community.communityId)
})
afterAll(() => database.drop())
beforeEach(async () => {
  lead = await place.person('老周')
  left = []
})

const here = () => place.community.communityId
const as = (person: SignedInPerson) => acting(db, person.personId, here(), NOW)
const listeners: MemberLeft[] = [
  (_tx, one) => {
    left.push(one)
    return Promise.resolve()
  },
]
const codeOf = async ({ personId }: SignedInPerson) =>
  (
    await db
      .selectFrom('people')
      .select('person_code')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).person_code

let made = 0
const create = async (by = staff, name = `第${(made += 1)}志愿队`): Promise<OrganisationView> =>
  createOrganisation(await as(by), {
    kind: 'volunteer_team',
    name,
    does: '周末帮老人跑腿',
    personCode: await codeOf(lead),
  })
const join = async (who: SignedInPerson, { organisationId }: OrganisationView, note?: string) =>
  askToJoin(await as(who), { organisationId, note })
const act = async (by: SignedInPerson, input: ActOnMember) => actOnMember(await as(by), listeners, input)
const partOf = async (who: SignedInPerson, { organisationId }: OrganisationView) => {
  const { standing } = await readOrganisation(await as(who), organisationId)
  return { organisationId, memberId: standing?.memberId ?? '' }
}
const messagesTo = async ({ personId }: SignedInPerson, { organisationId }: OrganisationView) => {
  const query = db.selectFrom('inbox_items').select('kind').where('subject_id', '=', organisationId)
  const rows = await query.where('person_id', '=', personId).orderBy('item_id').execute()
  return rows.map(({ kind }) => kind)
}
/** Somebody who asked and was confirmed. */
const memberOf = async (organisation: OrganisationView) => {
  const person = await place.person()
  await join(person, organisation)
  await act(lead, { ...(await partOf(person, organisation)), act: 'confirm' })
  return person
}
describe('at the very same moment', () => {
  const holding = (organisationId: string) => (tx: Database) =>
    tx
      .selectFrom('organisations')
      .select('state')
      .where('organisation_id', '=', organisationId)
      .forUpdate()
      .execute()

  it('two leads leave: one stays', async () => {
    const [first, second] = [await place.person(), await place.person()]
    const organisationId = await organisationLedBy(
      db,
      { communityId: here(), at: NOW },
      first.personId,
      second.personId,
    )
    const leave = async (who: SignedInPerson) => {
      const { standing } = await readOrganisation(await as(who), organisationId)
      return act(who, { organisationId, memberId: standing?.memberId ?? '', act: 'leave' })
    }
    const endings = await atOnce(db, holding(organisationId), [() => leave(first), () => leave(second)])
    expect(sorted(endings)).toEqual(['ORGANISATION_LAST_LEAD', 'done'])
    expect(await listMemberIds(db, here(), organisationId)).toHaveLength(1)
    expect(left).toHaveLength(1)
  })

  it('lead and staff answer the same asker: one wins', async () => {
    const organisation = await create()
    const asker = await place.person()
    await join(asker, organisation)
    const part = await partOf(asker, organisation)
    const endings = await atOnce(db, holding(organisation.organisationId), [
      () => act(lead, { ...part, act: 'confirm' }),
      () => act(staff, { ...part, act: 'refuse', reason: '不是这里的' }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect(await messagesTo(asker, organisation)).toEqual(['organisation_decided'])
  })

  it('somebody asks twice: they wait once', async () => {
    const organisation = await create()
    const asker = await place.person()
    const endings = await atOnce(db, holding(organisation.organisationId), [
      () => join(asker, organisation),
      () => join(asker, organisation),
    ])
    expect(sorted(endings)).toEqual(['ORGANISATION_ALREADY_ASKED', 'done'])
  })

  it('somebody asks while it ends: they are answered, or find nothing', async () => {
    const organisation = await create()
    const asker = await place.person()
    const { organisationId } = organisation
    const endings = await atOnce(db, holding(organisationId), [
      () => join(asker, organisation),
      async () => endOrganisation(await as(staff), listeners, { organisationId, reason: '散了' }),
    ])
    expect(endings[1]).toBe('done')
    const waiting = await db
      .selectFrom('organisation_members')
      .select('member_id')
      .where('organisation_id', '=', organisationId)
      .where('state', 'in', ['asked', 'member', 'lead'])
      .execute()
    expect(waiting).toEqual([])
  })

  it('a member leaves while something is hung on their being there: it waits, then hands it on', async () => {
    const organisation = await create()
    const member = await memberOf(organisation)
    const part = await partOf(member, organisation)
    const { organisationId } = organisation
    const endings = await atOnce(
      db,
      (tx) => isMemberOf(tx, { communityId: here(), organisationId, personId: member.personId }),
      [() => act(member, { ...part, act: 'leave' })],
    )
    expect(endings).toEqual(['done'])
  })
})
