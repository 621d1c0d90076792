import { createVoteEndpoint } from '#core/votes'
import { applicantUnit, business, li, setBusinessStage } from '../../tests/builders/business-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  head,
  neighbour,
  place,
  resident,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()
setBusinessStage()

/** In office as head of the building as well. */
async function asHead(person: SignedInPerson): Promise<void> {
  const { personId } = await place.inOffice('building_head', place.community.buildingId, { name: '钱大爷' })
  await server.db
    .updateTable('role_grants')
    .set({ person_id: person.personId })
    .where('person_id', '=', personId)
    .execute()
}

const drafting = async (by: SignedInPerson, applicantUnitId: string) => {
  const { status, body } = await server.call(createVoteEndpoint, {
    as: by.token,
    params: { communityId: place.community.communityId },
    body: votes.input(business({ applicantUnitId })),
  })
  return status === 200 ? 'drafted' : body.code
}

/** The unit that is somebody’s home. */
const unitOf = async (homeId: string) =>
  (
    await server.db
      .selectFrom('unit_homes')
      .select('unit_id')
      .where('home_id', '=', homeId)
      .executeTakeFirstOrThrow()
  ).unit_id

it('who owns the home, by the phone in the register, convenes no vote about its becoming a business', async () => {
  await asHead(li)
  expect(await drafting(li, applicantUnit)).toBe('VOTE_CONVENER_APPLIES')
  expect(await drafting(head, applicantUnit)).toBe('drafted')
})

it('nor does who owns it as a member of the home; of a neighbour’s they do', async () => {
  const { homeId, neighbourHomeId } = place.community
  await asHead(resident)
  expect(await drafting(resident, await unitOf(homeId))).toBe('VOTE_CONVENER_APPLIES')
  expect(await drafting(resident, await unitOf(neighbourHomeId))).toBe('drafted')
})

it('gives no notice of it, who came to own it since the draft', async () => {
  const { neighbourHomeId } = place.community
  await asHead(neighbour)
  const setRelation = (relation: 'tenant' | 'owner') =>
    server.db
      .updateTable('memberships')
      .set({ relation })
      .where('person_id', '=', neighbour.personId)
      .execute()
  await setRelation('tenant')
  const draft = await votes.draft(neighbour, business({ applicantUnitId: await unitOf(neighbourHomeId) }))
  await setRelation('owner')
  await expect(votes.act(neighbour, draft, 'give_notice')).rejects.toThrow('VOTE_CONVENER_APPLIES')
})
