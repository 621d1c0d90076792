import type { OrganisationView } from '#core/organisations'
import {
  actOnMember,
  askToJoin,
  createOrganisation,
  type LeftMembers,
  type MemberLeft,
} from '#server/organisations/index'
import type { Context } from '#server/platform/context'
import { acting } from './acting'
import type { SignedInPerson } from './neighbourhood'
import { db, place, setNeighbourhoodStage } from './neighbourhood-stage'

/** When the tests of organisations play. */
export const NOW = new Date('2026-11-18T02:00:00.000Z')

export { db, place }
export let staff: SignedInPerson
/** Who leads what is created: somebody new in each test. */
export let lead: SignedInPerson
/** Who left in this test, as it was told. */
export let left: LeftMembers[]

/** A neighbourhood, and who founds and leads organisations there. Called once at the head of a file. */
export function setOrganisationStage(): void {
  setNeighbourhoodStage(async () => {
    staff = await place.inOffice('community_staff', place.community.communityId)
  })
  beforeEach(async () => {
    lead = await place.person('老周')
    left = []
  })
}

/** From now on this one leads what is created. */
export function letLead(person: SignedInPerson): void {
  lead = person
}

export const listeners: MemberLeft[] = [
  (_tx, one) => {
    left.push(one)
    return Promise.resolve()
  },
]

export function here(): string {
  return place.community.communityId
}

/** The context in which somebody acts here. */
export function as({ personId }: SignedInPerson): Promise<Context> {
  return acting(db, personId, here(), NOW)
}

export async function codeOf({ personId }: SignedInPerson): Promise<string> {
  const { person_code } = await db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return person_code
}

let made = 0

export async function create(by = staff, name = `第${(made += 1)}志愿队`): Promise<OrganisationView> {
  return createOrganisation(await as(by), {
    kind: 'volunteer_team',
    name,
    does: '周末帮老人跑腿',
    personCode: await codeOf(lead),
  })
}

type Named = Pick<OrganisationView, 'organisationId'>

export async function join(
  who: SignedInPerson,
  { organisationId }: Named,
  note?: string,
): Promise<OrganisationView> {
  return askToJoin(await as(who), { organisationId, note })
}

export async function act(by: SignedInPerson, input: Parameters<typeof actOnMember>[2]) {
  return actOnMember(await as(by), listeners, input)
}

/** Somebody's latest part in an organisation, as acts on it name it. */
export async function partOf({ personId }: SignedInPerson, { organisationId }: Named) {
  const { member_id } = await db
    .selectFrom('organisation_members')
    .select('member_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('member_id', 'desc')
    .executeTakeFirstOrThrow()
  return { organisationId, memberId: member_id }
}

/** The kinds of what somebody was told of an organisation, in the order of telling. */
export async function messagesTo({ personId }: SignedInPerson, { organisationId }: Named): Promise<string[]> {
  const query = db.selectFrom('inbox_items').select('kind').where('subject_id', '=', organisationId)
  const rows = await query.where('person_id', '=', personId).orderBy('item_id').execute()
  return rows.map(({ kind }) => kind)
}

/** Somebody who asked and was confirmed. */
export async function memberOf(organisation: Named): Promise<SignedInPerson> {
  const person = await place.person()
  await join(person, organisation)
  await act(lead, { ...(await partOf(person, organisation)), act: 'confirm' })
  return person
}
