import { listDemandsEndpoint, listDemandSignersEndpoint, listDemandPlacesEndpoint } from '#core/votes'
import {
  clearDemands,
  demandParams,
  doAct,
  flat,
  readBy,
  registered,
  tryAct,
  tryWrite,
  unknownOwner,
  written,
} from '../../../tests/builders/demands'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  committee,
  head,
  neighbour,
  NOW,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
  toldOf,
  votes,
} from '../../../tests/builders/vote-stage'
import { demandClock } from './clock'

setVoteStage()

const toldOfDemand = ({ demandId }: { demandId: string }, who: SignedInPerson) =>
  toldOf({ voteId: demandId }, who)

const OF_OWNERS = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  items: [{ subject: 'owners_other' as const, title: '换物业' }],
}

/** Ten persons in all: the resident by their home, the neighbour by their phone, eight whom nobody knows. */
async function tenOwners() {
  await flat('101', [await unknownOwner()], place.community.homeId)
  await flat('102', [neighbour])
  for (let count = 0; count < 8; count += 1) await flat(`2${count}`, [await unknownOwner()])
}

const clock = (demandId: string, act: 'expire' | 'silent', dueAt: string, now = new Date(dueAt)) =>
  demandClock(server.db, { communityId: place.community.communityId, demandId, act, dueAt }, now)

const SILENT_AT = '2026-12-18T16:00:00.000Z'

beforeEach(clearDemands)

describe('the demand of 20 %', () => {
  it('goes from the first signature to a vote that is certified', async () => {
    await tenOwners()
    const demand = await written(resident)
    expect(demand).toMatchObject({ state: 'open', personsSigned: 1, personsOf: 10, signed: true, mine: true })
    expect(demand.byName).toMatch(/的一位业主$/)
    const met = await doAct(neighbour, demand, 'sign')
    expect(met).toMatchObject({ state: 'met', personsSigned: 2, metAt: NOW.toISOString(), acts: [] })
    expect(await toldOfDemand(demand, committee)).toEqual(['demand_waits'])
    expect(await toldOfDemand(demand, resident)).toEqual(['demand_met'])
    expect(await readBy(committee, demand)).toMatchObject({ may: { convene: true, seeSigners: true } })
    const convening = { ...OF_OWNERS, placeId: demand.placeId, demandId: demand.demandId }
    const draft = await votes.draft(committee, convening)
    expect(draft.draft?.demandId).toBe(demand.demandId)
    expect((await readBy(neighbour, demand)).state).toBe('met')
    const vote = await votes.act(committee, draft, 'give_notice')
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'convened', voteId: vote.voteId })
    expect(await toldOfDemand(demand, neighbour)).toEqual(['demand_met', 'demand_convened'])
    await atTime(new Date('2026-12-03T16:00:00.000Z'), vote, 'open')
    await atTime(new Date('2026-12-13T12:00:00.000Z'), vote, 'count')
    await votes.read(secretary, vote)
    server.clock.now = new Date('2026-12-20T16:00:00.000Z')
    expect(await votes.act(secretary, vote, 'certify')).toMatchObject({ state: 'certified' })
    expect(await readBy(secretary, demand)).toMatchObject({ state: 'convened', voteId: vote.voteId })
  })

  it('waits again when the vote is taken back or given up, and is convened by one vote only', async () => {
    await tenOwners()
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    const convening = { ...OF_OWNERS, placeId: demand.placeId, demandId: demand.demandId }
    const [first, second] = [await votes.draft(committee, convening), await votes.draft(committee, convening)]
    await votes.act(committee, first, 'give_notice')
    await expect(votes.act(committee, second, 'give_notice')).rejects.toThrow('DEMAND_NOT_MET')
    await votes.act(committee, first, 'revise', { note: '日子不对' })
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'met', voteId: null })
    await votes.act(committee, second, 'give_notice')
    await votes.act(committee, second, 'withdraw', { note: '不办了' })
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'met', voteId: null })
    expect(await toldOfDemand(demand, neighbour)).toContain('demand_back')
  })

  it('takes a draft of its own place among owners only, by who convenes there', async () => {
    await tenOwners()
    const demand = await written(resident)
    const convening = { ...OF_OWNERS, placeId: demand.placeId, demandId: demand.demandId }
    await expect(votes.draft(committee, convening)).rejects.toThrow('DEMAND_NOT_MET')
    await doAct(neighbour, demand, 'sign')
    const elsewhere = { ...convening, placeId: place.community.estateId }
    await expect(votes.draft(committee, elsewhere)).rejects.toThrow('DEMAND_VOTE_WRONG')
    await expect(votes.draft(staff, convening)).rejects.toThrow('NOT_ALLOWED')
    // A head only asks owners: that answers no demand.
    await expect(votes.draft(head, convening)).rejects.toThrow('NOT_ALLOWED')
  })

  it('may be answered in words, which end nothing', async () => {
    await tenOwners()
    const demand = await written(resident)
    expect((await tryAct(committee, demand, 'answer', '不急')).body.code).toBe('DEMAND_NOT_MET')
    await doAct(neighbour, demand, 'sign')
    expect((await tryAct(committee, demand, 'answer')).body.code).toBe('REASON_REQUIRED')
    expect((await tryAct(resident, demand, 'answer', '我来答')).body.code).toBe('NOT_ALLOWED')
    await doAct(committee, demand, 'answer', '十二月初公示。')
    expect(await readBy(across, demand)).toMatchObject({
      state: 'met',
      answer: { text: '十二月初公示。', byName: '陈主任（居委会）' },
    })
    expect(await toldOfDemand(demand, neighbour)).toContain('demand_answered')
  })
})

describe('who sees what', () => {
  it('is the community all but who signed, and who must convene the units, once there are enough', async () => {
    await tenOwners()
    const demand = await written(resident)
    const signers = (who: SignedInPerson) =>
      server.call(listDemandSignersEndpoint, { as: who.token, params: demandParams(demand), query: {} })
    expect((await signers(committee)).body.code).toBe('NOT_ALLOWED')
    await doAct(neighbour, demand, 'sign')
    for (const who of [across, resident, staff, head])
      expect((await signers(who)).body.code).toBe('NOT_ALLOWED')
    const { body } = await signers(committee)
    expect(JSON.stringify(body)).toMatch(/101/)
    expect(JSON.stringify(body)).not.toContain(resident.personId)
    expect(JSON.stringify(await readBy(across, demand))).not.toContain('101')
    expect(await readBy(across, demand)).toMatchObject({ personsSigned: 2, acts: [] })
  })

  it('is nobody of another community', async () => {
    await tenOwners()
    const demand = await written(resident)
    expect((await tryAct(stranger, demand, 'sign')).status).toBe(404)
    const { items } = await server.ok(listDemandsEndpoint, {
      as: stranger.token,
      params: { communityId: place.community.communityId },
      query: {},
    })
    expect(items).toEqual([])
  })

  it('lists what gathers signatures first; what was withdrawn or expired is its author’s and signers’', async () => {
    await tenOwners()
    const first = await written(resident, { title: '第一件' })
    await doAct(neighbour, first, 'sign')
    const second = await written(resident, { title: '第二件' })
    const third = await written(neighbour, { title: '第三件' })
    await doAct(neighbour, third, 'withdraw')
    const { items } = await server.ok(listDemandsEndpoint, {
      as: across.token,
      params: { communityId: place.community.communityId },
      query: {},
    })
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ['第二件', 'open'],
      ['第一件', 'met'],
    ])
    expect((await tryAct(across, third, 'sign')).status).toBe(404)
    expect((await readBy(neighbour, third)).state).toBe('withdrawn')
    expect((await tryWrite(resident)).body.code).toBe('DEMAND_OPEN_ALREADY')
    expect(second.state).toBe('open')
  })

  it('is written where one owns something', async () => {
    await tenOwners()
    const placesOf = async (who: SignedInPerson) =>
      (
        await server.ok(listDemandPlacesEndpoint, {
          as: who.token,
          params: { communityId: place.community.communityId },
        })
      ).items.map(({ kind }) => kind)
    expect(await placesOf(neighbour)).toEqual(expect.arrayContaining(['estate', 'building']))
    expect(await placesOf(staff)).toEqual([])
    expect((await tryWrite(across)).body.code).toBe('DEMAND_NOT_OWNER')
    expect((await tryWrite(resident, { placeId: place.community.communityId })).body.code).toBe(
      'DEMAND_PLACE_WRONG',
    )
  })
})

describe('time', () => {
  it('ends what did not find enough in 60 days', async () => {
    await tenOwners()
    const demand = await written(resident)
    await expect(clock(demand.demandId, 'expire', demand.endsAt, NOW)).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    await clock(demand.demandId, 'expire', demand.endsAt)
    expect((await readBy(resident, demand)).state).toBe('expired')
    expect(await toldOfDemand(demand, resident)).toEqual(['demand_expired'])
  })

  it('tells nobody anew where there is no owners’ committee', async () => {
    await tenOwners()
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    await clock(demand.demandId, 'silent', SILENT_AT)
    expect(await toldOfDemand(demand, committee)).toEqual(['demand_waits'])
  })

  it('brings the residents’ committee in after 30 days of an owners’ committee’s silence, once', async () => {
    await tenOwners()
    const owners = await place.inOffice('owners_committee', place.community.estateId, { name: '钱主任' })
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    expect(await toldOfDemand(demand, owners)).toEqual(['demand_waits'])
    expect(await toldOfDemand(demand, committee)).toEqual([])
    const days = { opensOn: '2027-01-10', closesOn: '2027-01-20' }
    const convening = { ...OF_OWNERS, ...days, placeId: demand.placeId, demandId: demand.demandId }
    await expect(votes.draft(committee, convening)).rejects.toThrow('NOT_ALLOWED')
    await clock(demand.demandId, 'silent', SILENT_AT)
    await clock(demand.demandId, 'silent', SILENT_AT)
    expect(await toldOfDemand(demand, committee)).toEqual(['demand_silent'])
    // Sessions end 30 days after they were last used.
    server.clock.now = new Date('2026-12-05T02:00:00.000Z')
    await readBy(committee, demand)
    server.clock.now = new Date(SILENT_AT)
    const draft = await votes.draft(committee, convening)
    expect(await votes.act(committee, draft, 'give_notice')).toMatchObject({
      state: 'notice',
      convenerName: '陈主任（居委会）',
    })
    const { demandId: _without, ...plain } = convening
    await expect(votes.draft(committee, plain)).rejects.toThrow('NOT_ALLOWED')
    await server.db.deleteFrom('role_grants').where('person_id', '=', owners.personId).execute()
  })
})

it('knows an owner by the phone in the register though they live elsewhere', async () => {
  const landlord = await place.person('刘先生')
  await tenOwners()
  await flat('301', [await registered(landlord)])
  const demand = await written(landlord)
  expect(demand).toMatchObject({ personsSigned: 1, personsOf: 11 })
})
