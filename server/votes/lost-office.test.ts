import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { place, server, setVoteStage, votes } from '../../tests/builders/vote-stage'

setVoteStage()

/** What the server says to the notice of a draft. */
async function notice(by: SignedInPerson, draft: { voteId: string }): Promise<string | undefined> {
  try {
    return (await votes.act(by, draft, 'give_notice')).state
  } catch (error) {
    return /"code":"(\w+)"/.exec(String(error))?.[1]
  }
}

it('gives no notice for who was in office when they wrote the draft, and no longer is', async () => {
  const former = await place.inOffice('building_head', place.community.buildingId, { name: '钱大爷' })
  const draft = await votes.draft(former)
  await server.db
    .updateTable('role_grants')
    .set({ state: 'ended' })
    .where('person_id', '=', former.personId)
    .execute()
  expect(await notice(former, draft)).toBe('NOT_ALLOWED')
})

it('gives the notice of who holds the office, with another beside it', async () => {
  const { buildingId, estateId } = place.community
  const both = await place.inOffice('building_head', buildingId, { name: '孙大爷' })
  const draft = await votes.draft(both)
  const committee = await place.inOffice('owners_committee', estateId, { name: '孙大爷' })
  await server.db
    .updateTable('role_grants')
    .set({ person_id: both.personId })
    .where('person_id', '=', committee.personId)
    .execute()
  expect(await notice(both, draft)).toBe('notice')
})
