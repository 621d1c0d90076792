import { acting, atOnce } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { db, place, setNeighbourhoodStage } from '../../tests/builders/neighbourhood-stage'
import type { GrantView } from '#core/people'
import type { Transaction } from '#server/platform/db/index'
import { actOnGrant } from './act-on-grant'
import { cutOffPerson, listOfficesOf, lockPerson } from './close-person'
import { grantOnRequest } from './grant-on-request'
import { proposeGrant } from './propose-grant'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const ONE_YEAR_ON = new Date('2027-11-18T02:00:00.000Z')

let secretary: SignedInPerson
let staff: SignedInPerson

setNeighbourhoodStage(async () => {
  secretary = await place.inOffice('community_secretary', place.community.communityId)
  staff = await place.inOffice('community_staff', place.community.communityId)
})

const here = () => place.community.communityId
async function propose(to: SignedInPerson): Promise<GrantView> {
  const { person_code: personCode } = await db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', to.personId)
    .executeTakeFirstOrThrow()
  return proposeGrant(await acting(db, secretary.personId, here(), NOW), {
    personCode,
    role: 'property_staff',
    placeId: place.community.estateId,
    officialName: '李明',
    isLead: false,
    endsAt: ONE_YEAR_ON.toISOString(),
    evidence: '任用文件',
  })
}
const confirm = async ({ grantId }: GrantView) =>
  actOnGrant(await acting(db, staff.personId, here(), NOW), { grantId, act: 'confirm' })
const grantsOf = ({ personId }: SignedInPerson) =>
  db.selectFrom('role_grants').select('state').where('person_id', '=', personId).execute()

describe('an office that needs two persons', () => {
  const closing = (person: SignedInPerson) => () =>
    db.transaction().execute(async (tx) => {
      await lockPerson(tx, person.personId)
      if ((await listOfficesOf(tx, person.personId, NOW)).length === 0)
        await cutOffPerson(tx, person.personId, NOW)
    })

  it('is confirmed or the account is closed, never both', async () => {
    const person = await place.person()
    const proposed = await propose(person)
    const holdingPerson = (tx: Transaction) => lockPerson(tx, person.personId)
    await atOnce(db, holdingPerson, [closing(person), () => confirm(proposed)])
    const { closed_at: closedAt } = await db
      .selectFrom('people')
      .select('closed_at')
      .where('person_id', '=', person.personId)
      .executeTakeFirstOrThrow()
    const [grant] = await grantsOf(person)
    expect(grant?.state).toBe(closedAt ? 'refused' : 'granted')
  })

  it('is confirmed onto nobody who closed their account, nor is another given to them', async () => {
    const person = await place.person()
    const proposed = await propose(person)
    await closing(person)()
    expect((await grantsOf(person)).map(({ state }) => state)).toEqual(['refused'])
    await expect(confirm(proposed)).rejects.toMatchObject({ code: 'STATE_CHANGED' })
    await expect(propose(person)).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
    const asked = {
      personId: person.personId,
      role: 'volunteer' as const,
      officialName: '李明',
      evidence: '申请',
    }
    const context = await acting(db, staff.personId, here(), NOW)
    const granting = context.transact((tx) => grantOnRequest(tx, context, { ...asked, endsAt: ONE_YEAR_ON }))
    await expect(granting).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
  })
})
