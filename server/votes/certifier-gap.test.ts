import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  atTime,
  CERTIFIABLE_AT,
  CLOSES_AT,
  head,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const gapFor = async (who: SignedInPerson, vote: { voteId: string }) =>
  (await votes.read(who, vote)).certifierGap

const end = ({ personId }: SignedInPerson) =>
  server.db
    .updateTable('role_grants')
    .set({ state: 'ended' })
    .where('person_id', '=', personId)
    .where('role', '=', 'community_secretary')
    .execute()

async function counted(by: SignedInPerson) {
  const vote = await votes.notice(by)
  await atTime(OPENS_AT, vote, 'open')
  expect(await gapFor(resident, vote)).toBeNull()
  await atTime(CLOSES_AT, vote, 'count')
  return vote
}

/** The secretary is the head of the building, too, and convenes as such. */
async function convenedBySecretary() {
  const grant = await server.db
    .selectFrom('role_grants')
    .selectAll()
    .where('person_id', '=', head.personId)
    .executeTakeFirstOrThrow()
  await server.db
    .insertInto('role_grants')
    .values({ ...grant, grant_id: newId(), person_id: secretary.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return counted(secretary)
}

describe('a result that the secretary certifies', () => {
  it('says so to everybody when the only one convened it, until another is in office, who certifies', async () => {
    const vote = await convenedBySecretary()
    for (const who of [resident, head, secretary]) expect(await gapFor(who, vote)).toBe('convener_alone')
    server.clock.now = CERTIFIABLE_AT
    await expect(votes.act(secretary, vote, 'certify')).rejects.toThrow('NOT_ALLOWED')
    const another = await place.inOffice('community_secretary', place.community.communityId, {
      name: '吴书记',
    })
    expect(await gapFor(resident, vote)).toBeNull()
    expect(await votes.act(another, vote, 'certify')).toMatchObject({
      state: 'certified',
      certifierGap: null,
    })
    await end(another)
  })

  it('says so when the office is vacant', async () => {
    const vote = await counted(head)
    expect(await gapFor(resident, vote)).toBeNull()
    await end(secretary)
    expect(await gapFor(resident, vote)).toBe('vacant')
    const after = await place.inOffice('community_secretary', place.community.communityId, { name: '何书记' })
    expect(await gapFor(resident, vote)).toBeNull()
    await end(after)
  })
})
