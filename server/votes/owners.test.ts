import {
  checkRollEndpoint,
  listRollEndpoint,
  listVotesEndpoint,
  readVoteEndpoint,
  type VoteList,
  type VoteView,
} from '#core/votes'
import { readPhoneOf } from '#server/people/index'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { saveOwner, saveUnit } from '../../tests/builders/units'
import { voteRemind } from './clock'
import {
  atTime,
  committee,
  head,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const OPENS_AT = new Date('2026-12-03T16:00:00.000Z')
const CLOSES_AT = new Date('2026-12-13T12:00:00.000Z')
const OWNERS = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  items: [{ subject: 'fund_use' as const, title: '用维修资金修屋顶' }],
}

/** Owns a flat elsewhere than they live; known by the phone in the register. */
let landlord: SignedInPerson

beforeAll(async () => {
  const { communityId, buildingId, homeId, neighbourHomeId } = place.community
  landlord = await place.person('刘先生')
  const phone = await readPhoneOf(server.db, CONTACT_BOX, landlord.personId)
  const owner = (name: string, known?: string) => saveOwner(server.db, { communityId, name, phone: known })
  const unit = (name: string, areaCentiM2: number, more: object) =>
    saveUnit(server.db, { communityId, placeId: buildingId, name, areaCentiM2, ...more })
  const [li, husband] = [await owner('李阿姨'), await owner('李叔')]
  await unit('101', 8950, { ownerIds: [li, husband], homeId })
  await unit('102', 6000, { ownerIds: [li, husband] })
  await unit('201', 7000, { ownerIds: [li] })
  await unit('202', 9000, { ownerIds: [await owner('小周')], homeId: neighbourHomeId })
  await unit('301', 10000, { ownerIds: [await owner('刘先生', phone)] })
  await unit('302', 5050, { delivery: 'unsold' })
  await unit('车位1', 1200, { kind: 'parking', ownerIds: [li] })
})

async function openVote(more: object = {}): Promise<VoteView> {
  const posted = await votes.notice(head, { ...OWNERS, ...more })
  await atTime(OPENS_AT, posted, 'open')
  return votes.read(head, posted)
}

describe('the list of votes', () => {
  const listed = async (by: SignedInPerson, list: VoteList): Promise<string[]> => {
    const { communityId } = place.community
    const { items } = await server.ok(listVotesEndpoint, {
      as: by.token,
      params: { communityId },
      query: { list },
    })
    return items.map(({ voteId }) => voteId)
  }

  it('shows who owns there and lives elsewhere what is on their roll, and nothing that its page refuses', async () => {
    const ofHomes = await votes.notice(head)
    const ofOwners = await votes.notice(head, OWNERS)
    const whole = await votes.notice(committee, { ...OWNERS, placeId: place.community.estateId })
    expect(await listed(resident, 'current')).toEqual(expect.arrayContaining([ofHomes.voteId]))
    const current = await listed(landlord, 'current')
    expect(current).toEqual([whole.voteId, ofOwners.voteId])
    for (const voteId of current)
      expect((await votes.read(landlord, { voteId })).voters).toMatchObject([{ areaCentiM2: 10000 }])
    await votes.act(head, ofHomes, 'withdraw', { note: '不办了' })
    expect(await listed(resident, 'over')).toEqual([ofHomes.voteId])
    expect(await listed(landlord, 'over')).toEqual([])
    const refused = await server.call(readVoteEndpoint, {
      as: landlord.token,
      params: votes.params(ofHomes),
    })
    expect(refused.status).toBe(404)
  })
})

describe('a vote of owners', () => {
  it('counts a set of co-owners once with all their flats, and the developer once', async () => {
    const vote = await votes.notice(head, OWNERS)
    // 李 and husband, 李 alone, 小周, 刘, the developer.
    expect(vote.roll).toEqual({ persons: 5, areaCentiM2: 8950 + 6000 + 7000 + 9000 + 10000 + 5050 })
    const { items } = await server.ok(listRollEndpoint, { as: resident.token, params: votes.params(vote) })
    expect(items.map(({ name, areaCentiM2 }) => [name, areaCentiM2])).toEqual(
      expect.arrayContaining([
        [expect.stringMatching(/101、.*102$/), 14950],
        ['开发建设单位（未售未交付）', 5050],
      ]),
    )
    expect(JSON.stringify(items)).not.toContain('李')
  })

  it('counts parking only where that was frozen', async () => {
    const vote = await votes.notice(head, { ...OWNERS, parkingCounts: true })
    expect(vote.roll?.areaCentiM2).toBe(46000 + 1200)
  })

  it('needs two thirds of persons and of area, then more than half of both of those taking part', async () => {
    const vote = await openVote()
    const mine = (await votes.read(resident, vote)).voters
    expect(mine.map(({ areaCentiM2, units }) => [areaCentiM2, units])).toEqual([[14950, 2]])
    await votes.cast(resident, vote)
    await votes.cast(neighbour, vote)
    await votes.cast(landlord, vote, { i1: 'against' })
    expect((await votes.read(head, vote)).turnout).toEqual({ persons: 3, areaCentiM2: 33950 })
    await atTime(CLOSES_AT, vote, 'count')
    const { items, binding } = await votes.read(head, vote)
    // 3 of 5 persons are less than two thirds, though the area is enough: 3·33950 ≥ 2·46000.
    expect(items[0]?.result).toMatchObject({
      turnout_met: false,
      passed: false,
      approve: { area_centi_m2: 23950 },
    })
    expect(binding).toBe('advisory')
  })

  it('knows an owner who lives elsewhere by the phone in the register', async () => {
    const vote = await openVote()
    expect((await votes.read(landlord, vote)).voters).toMatchObject([{ areaCentiM2: 10000, voted: 'no' }])
    expect(await votes.cast(landlord, vote)).toMatchObject({ voted: 'mine' })
  })

  it('is nobody’s who lives there without owning, and not the new owner’s after the roll was frozen', async () => {
    const tenant = await place.resident(place.community.homeId, { relation: 'tenant' })
    const vote = await openVote()
    expect((await votes.read(tenant, vote)).voters).toEqual([])
    expect((await votes.read(neighbour, vote)).voters).toHaveLength(1)
    const { communityId } = place.community
    const sold = await server.db
      .selectFrom('unit_homes')
      .select('unit_id')
      .where('home_id', '=', place.community.neighbourHomeId)
      .executeTakeFirstOrThrow()
    const buyer = await saveOwner(server.db, { communityId, name: '买家' })
    const transfer = {
      community_id: communityId,
      ownership_id: buyer,
      unit_id: sold.unit_id,
      owner_id: buyer,
      created_at: OPENS_AT,
    }
    await server.db.insertInto('ownerships').values(transfer).execute()
    // A membership as owner no longer says whose flat it was when the roll was frozen.
    expect((await votes.read(neighbour, vote)).voters).toEqual([])
    await server.db.deleteFrom('ownerships').where('ownership_id', '=', buyer).execute()
  })

  it('says what is wrong with the registers, and gives no notice before', async () => {
    const { communityId, buildingId } = place.community
    const bad = await saveUnit(server.db, {
      communityId,
      placeId: buildingId,
      name: '401',
      areaCentiM2: 7000,
    })
    const draft = await votes.draft(head, { ...OWNERS, expectedAreaCentiM2: 46000 })
    const check = await server.ok(checkRollEndpoint, { as: head.token, params: votes.params(draft) })
    expect(check.problems.filter(({ blocks }) => blocks).map(({ words }) => words)).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('530.00 ㎡'),
    ])
    await expect(votes.act(head, draft, 'give_notice')).rejects.toThrow('VOTE_ROLL_BAD')
    await server.db.deleteFrom('units').where('unit_id', '=', bad).execute()
    expect(await votes.act(head, draft, 'give_notice')).toMatchObject({ state: 'notice' })
  })

  it('is convened by the residents’ committee where no owners’ committee is in office, and certified by the secretary', async () => {
    const vote = await votes.notice(committee, { ...OWNERS, placeId: place.community.estateId })
    expect(vote).toMatchObject({ state: 'notice', binding: 'advisory', convenerName: '陈主任（居委会）' })
    await atTime(OPENS_AT, vote, 'open')
    await atTime(CLOSES_AT, vote, 'count')
    // Sessions end 30 days after they were last used.
    await votes.read(committee, vote)
    server.clock.now = new Date('2026-12-20T16:00:00.000Z')
    expect((await votes.read(secretary, vote)).acts).toContain('certify')
    expect((await votes.read(committee, vote)).acts).toEqual([])
  })
})

describe('the reminder before the end', () => {
  it('goes to owners who have yet to vote, never to who lives there without owning, or has sold', async () => {
    const { communityId, buildingId, homeId, neighbourHomeId } = place.community
    const tenant = await place.resident(homeId, { relation: 'tenant' })
    const family = await place.resident(homeId, { relation: 'family' })
    // Lives with others, and owns another flat by the register alone.
    const sister = await place.resident(homeId, { relation: 'family' })
    const phone = await readPhoneOf(server.db, CONTACT_BOX, sister.personId)
    const ownerIds = [await saveOwner(server.db, { communityId, name: '妹妹', phone })]
    await saveUnit(server.db, { communityId, placeId: buildingId, name: '501', areaCentiM2: 5000, ownerIds })
    const vote = await openVote()
    const sold = await server.db
      .selectFrom('unit_homes')
      .select('unit_id')
      .where('home_id', '=', neighbourHomeId)
      .executeTakeFirstOrThrow()
    const buyer = await saveOwner(server.db, { communityId, name: '买家' })
    const bought = { ownership_id: buyer, unit_id: sold.unit_id, owner_id: buyer, created_at: OPENS_AT }
    await server.db
      .insertInto('ownerships')
      .values({ community_id: communityId, ...bought })
      .execute()
    await tellAll(vote)
    await voteRemind(
      server.db,
      { communityId, voteId: vote.voteId, closesAt: vote.closesAt },
      server.clock.now,
    )
    await tellAll(vote)
    await server.db.deleteFrom('ownerships').where('ownership_id', '=', buyer).execute()
    const reminded = async (who: SignedInPerson) => (await toldOf(vote, who)).includes('vote_remind')
    for (const owner of [resident, landlord, sister]) expect(await reminded(owner)).toBe(true)
    for (const other of [tenant, family, neighbour]) expect(await reminded(other)).toBe(false)
  })
})
