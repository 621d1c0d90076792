import type { VoteView } from '#core/votes'
import { demandSilentAt } from '#core/votes'
import { clearDemands, doAct, flat, readBy, unknownOwner, written } from '../../../tests/builders/demands'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  atTime,
  committee,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  subdistrict,
  toldOf,
  votes,
} from '../../../tests/builders/vote-stage'
import { demandClock } from './clock'

setVoteStage()

const VOID_AT = new Date('2026-12-14T02:00:00.000Z')

interface Named {
  demandId: string
}
const told = ({ demandId }: Named, who: SignedInPerson) => toldOf({ voteId: demandId }, who)
const silence = ({ demandId }: Named, at: Date) =>
  demandClock(
    server.db,
    { communityId: place.community.communityId, demandId, act: 'silent', dueAt: at.toISOString() },
    at,
  )

/** Two of ten owners demand a vote of the building. */
async function demanded() {
  const demand = await written(resident)
  return doAct(neighbour, demand, 'sign')
}

/** The same vote by somebody in office, from the notice to its result. */
async function convened(by: SignedInPerson, { demandId, placeId }: Named & { placeId: string }) {
  const vote = await votes.notice(by, {
    ...{ placeId, demandId, electorate: 'owners' },
    opensOn: '2026-12-04',
    closesOn: '2026-12-13',
    items: [{ subject: 'owners_other', title: '换物业' }],
  })
  await atTime(new Date('2026-12-03T16:00:00.000Z'), vote, 'open')
  await atTime(new Date('2026-12-13T12:00:00.000Z'), vote, 'count')
  return vote
}

/** By an order from outside, asked for by the certifier and agreed to by a second official. */
async function voided(vote: VoteView, certifier = secretary): Promise<void> {
  server.clock.now = VOID_AT
  await votes.act(certifier, vote, 'ask_void', { note: '法院判的', ground: 'order' })
  expect(await votes.act(subdistrict, vote, 'agree_void')).toMatchObject({ state: 'void' })
}

beforeEach(async () => {
  await clearDemands()
  await flat('101', [await unknownOwner()], place.community.homeId)
  await flat('102', [neighbour])
  for (let count = 0; count < 8; count += 1) await flat(`2${count}`, [await unknownOwner()])
})

describe('a demand whose vote becomes void', () => {
  it('waits anew, names the void vote, tells who signed and who must convene, and is convened again', async () => {
    const demand = await demanded()
    const vote = await convened(committee, demand)
    await voided(vote)
    expect(await readBy(neighbour, demand)).toMatchObject({
      state: 'met',
      metAt: demand.metAt,
      waitsSince: VOID_AT.toISOString(),
      voteId: null,
      voidVoteId: vote.voteId,
      personsSigned: 2,
    })
    expect(await told(demand, neighbour)).toEqual(['demand_met', 'demand_convened', 'demand_reopened'])
    expect(await told(demand, committee)).toEqual(['demand_waits', 'demand_waits'])
    expect(await readBy(committee, demand)).toMatchObject({ may: { convene: true }, acts: ['answer'] })
    const again = await votes.notice(committee, {
      ...{ placeId: demand.placeId, demandId: demand.demandId, electorate: 'owners' },
      opensOn: '2027-01-04',
      closesOn: '2027-01-13',
      items: [{ subject: 'owners_other', title: '换物业' }],
    })
    expect(await readBy(neighbour, demand)).toMatchObject({
      state: 'convened',
      voteId: again.voteId,
      voidVoteId: vote.voteId,
    })
    // Taken back it waits as before: its days are counted from the void vote on.
    await votes.act(committee, again, 'withdraw', { note: '不办了' })
    expect(await readBy(neighbour, demand)).toMatchObject({
      state: 'met',
      waitsSince: VOID_AT.toISOString(),
    })
  })

  it('stays convened where voiding was asked for and refused', async () => {
    const demand = await demanded()
    const vote = await convened(committee, demand)
    server.clock.now = VOID_AT
    await votes.act(secretary, vote, 'ask_void', { note: '法院判的', ground: 'order' })
    expect((await readBy(neighbour, demand)).state).toBe('convened')
    await votes.act(subdistrict, vote, 'refuse_void', { note: '没有这个判决' })
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'convened', voidVoteId: null })
  })

  it('gives an owners’ committee that convened 30 days anew before the residents’ committee steps in', async () => {
    const owners = await place.inOffice('owners_committee', place.community.estateId, { name: '钱主任' })
    const demand = await demanded()
    await voided(await convened(owners, demand))
    // What would have been silence before the vote is none.
    await silence(demand, demandSilentAt(new Date(demand.metAt ?? '')))
    expect(await told(demand, committee)).toEqual([])
    await silence(demand, demandSilentAt(VOID_AT))
    expect(await told(demand, committee)).toEqual(['demand_silent'])
    await server.db.deleteFrom('role_grants').where('person_id', '=', owners.personId).execute()
  })

  it('doesn’t wait again for a committee that stayed silent: who convened in its place goes on', async () => {
    const owners = await place.inOffice('owners_committee', place.community.estateId, { name: '孙主任' })
    const other = await place.inOffice('owners_committee', place.community.estateId, { name: '李委员' })
    const demand = await demanded()
    await server.db
      .updateTable('owners_demands')
      .set({ silent_at: server.clock.now })
      .where('demand_id', '=', demand.demandId)
      .execute()
    await voided(await convened(committee, demand), other)
    expect(await readBy(committee, demand)).toMatchObject({ state: 'met', may: { convene: true } })
    expect(await told(demand, committee)).toContain('demand_waits')
    expect(await told(demand, owners)).toContain('demand_waits')
    for (const { personId } of [owners, other])
      await server.db.deleteFrom('role_grants').where('person_id', '=', personId).execute()
  })
})

it('the void of a vote that nobody demanded opens no demand', async () => {
  const demand = await demanded()
  const vote = await votes.notice(committee, {
    ...{ placeId: demand.placeId, electorate: 'owners' },
    opensOn: '2026-12-04',
    closesOn: '2026-12-13',
    items: [{ subject: 'owners_other', title: '换物业' }],
  })
  await atTime(new Date('2026-12-03T16:00:00.000Z'), vote, 'open')
  await atTime(new Date('2026-12-13T12:00:00.000Z'), vote, 'count')
  await voided(vote)
  expect(await readBy(neighbour, demand)).toMatchObject({ state: 'met', waitsSince: null, voidVoteId: null })
})
