import type { VotePersonAct } from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { head, place, server, setVoteStage, votes } from '../../tests/builders/vote-stage'

setVoteStage()

/** What the server says to the notice of a draft, or to another act. */
async function notice(
  by: SignedInPerson,
  draft: { voteId: string },
  act: VotePersonAct = 'give_notice',
  note?: string,
): Promise<string | undefined> {
  try {
    return (await votes.act(by, draft, act, { note })).state
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

const leaveOffice = ({ personId }: SignedInPerson) =>
  server.db.updateTable('role_grants').set({ state: 'ended' }).where('person_id', '=', personId).execute()

it('who left office takes back nothing that was posted: neither to change it nor to give it up', async () => {
  const former = await place.inOffice('building_head', place.community.buildingId, { name: '吴大爷' })
  const posted = await votes.notice(former)
  const draft = await votes.draft(former)
  await leaveOffice(former)
  expect((await votes.read(former, posted)).acts).toEqual([])
  for (const act of ['revise', 'withdraw'] as const)
    expect(await notice(former, posted, act, '不办了')).toBe('NOT_ALLOWED')
  // Another head of the building did not convene it.
  expect(await notice(head, posted, 'withdraw', '不办了')).toBe('NOT_ALLOWED')
  expect((await votes.read(head, posted)).state).toBe('notice')
  expect((await votes.read(former, draft)).acts).toEqual(['withdraw'])
  expect(await notice(former, draft, 'withdraw', '不办了')).toBe('withdrawn')
})
