import { listMissingEndpoint, printVoteEndpoint, type VotePersonAct } from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { codeOf, giveBack, listed, receive, tellerIds, voterOf } from '../../tests/builders/paper-votes'
import { saveOwner, saveUnit } from '../../tests/builders/units'
import {
  atTime,
  CLOSES_AT,
  head,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'

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

describe('who left office while the vote they convened is open', () => {
  const atDoors = async (by: SignedInPerson, vote: { voteId: string }) => {
    const asked = { as: by.token, params: votes.params(vote) }
    return {
      missing: await codeOf(server.call(listMissingEndpoint, { ...asked, query: {} })),
      printMissing: await codeOf(server.call(printVoteEndpoint, { ...asked, body: { print: 'missing' } })),
      printBallots: await codeOf(server.call(printVoteEndpoint, { ...asked, body: { print: 'ballots' } })),
      receive: await codeOf(receive(by, vote, { number: 1 })),
    }
  }
  const refused = 'NOT_ALLOWED'

  it('hears of nobody any more, hands out no paper and takes none; who comes after them does, and it is counted', async () => {
    const former = await place.inOffice('building_head', place.community.buildingId, { name: '郑大爷' })
    const vote = await votes.notice(former, { tellerIds: tellerIds() })
    await atTime(OPENS_AT, vote, 'open')
    await leaveOffice(former)
    expect(await atDoors(former, vote)).toEqual({
      missing: refused,
      printMissing: refused,
      printBallots: refused,
      receive: refused,
    })
    await expect(listed(former, vote)).rejects.toThrow(refused)
    expect(await codeOf(giveBack(former, vote, await voterOf(resident, vote)))).toBe(refused)
    const page = await votes.read(former, vote)
    expect(page.may).toMatchObject({ seeMissing: false, printBallots: false, receiveEnvelopes: false })
    expect(page.may).toMatchObject({ follow: true, readBulletin: false, seeDeliveries: false })
    const successor = await place.inOffice('building_head', place.community.buildingId, { name: '钱大爷' })
    const done = { missing: 'ok', printMissing: 'ok', printBallots: 'ok', receive: 'ok' }
    expect(await atDoors(successor, vote)).toEqual(done)
    expect((await votes.read(successor, vote)).paper).toMatchObject({ received: 1 })
  })

  it('reads its bulletin all the same once it was counted', async () => {
    const former = await place.inOffice('building_head', place.community.buildingId, { name: '冯大爷' })
    const vote = await votes.notice(former)
    await atTime(OPENS_AT, vote, 'open')
    await leaveOffice(former)
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(former, vote)).may).toMatchObject({ readBulletin: true, seeMissing: false })
  })

  it('leaves it to the owners’ committee, where that convened it and its member is gone', async () => {
    const { communityId, estateId, buildingId, homeId } = place.community
    const ownerIds = [await saveOwner(server.db, { communityId, name: '李阿姨' })]
    const unit = { communityId, placeId: buildingId, name: '101', areaCentiM2: 8950, ownerIds, homeId }
    await saveUnit(server.db, unit)
    const former = await place.inOffice('owners_committee', estateId, { name: '韩主任' })
    const after = await place.inOffice('owners_committee', estateId, { name: '杨委员' })
    const vote = await votes.notice(former, {
      placeId: estateId,
      electorate: 'owners',
      opensOn: '2026-12-04',
      closesOn: '2026-12-13',
      items: [{ subject: 'fund_use', title: '用维修资金修屋顶' }],
    })
    await atTime(new Date('2026-12-03T16:00:00.000Z'), vote, 'open')
    await leaveOffice(former)
    expect((await votes.read(former, vote)).may.seeMissing).toBe(false)
    expect((await votes.read(after, vote)).may.seeMissing).toBe(true)
    // No building’s head is in office over the whole estate: without the committee nobody would go.
    await expect(votes.read(head, vote)).rejects.toThrow('NOT_FOUND')
  })
})
