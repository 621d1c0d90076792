import { readBulletinEndpoint } from '#core/votes'
import { voteCertifyDue } from '#server/votes/index'
import { saveOwner, saveUnit } from '../../tests/builders/units'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  atTime,
  committee as residentsCommittee,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const OPENS_AT = new Date('2026-12-03T16:00:00.000Z')
const CLOSES_AT = new Date('2026-12-13T12:00:00.000Z')
const CERTIFIABLE_AT = new Date('2026-12-20T16:00:00.000Z')
const OWNERS = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  items: [{ subject: 'fund_use' as const, title: '用维修资金修屋顶' }],
}

/** The only member of the owners’ committee. */
let member: SignedInPerson

beforeAll(async () => {
  const { communityId, buildingId, homeId } = place.community
  const ownerIds = [await saveOwner(server.db, { communityId, name: '李阿姨' })]
  await saveUnit(server.db, {
    communityId,
    placeId: buildingId,
    name: '101',
    areaCentiM2: 8950,
    ownerIds,
    homeId,
  })
  member = await inCommittee('郑主任')
})

const inCommittee = (name: string) => place.inOffice('owners_committee', place.community.estateId, { name })

const leave = ({ personId }: SignedInPerson) =>
  server.db.updateTable('role_grants').set({ state: 'ended' }).where('person_id', '=', personId).execute()

const tried = (by: SignedInPerson, vote: { voteId: string }) =>
  votes.act(by, vote, 'certify').then(
    ({ state }) => state,
    (error: unknown) => /"code":"(\w+)"/.exec(String(error))?.[1],
  )

const readsBulletin = async (by: SignedInPerson, vote: { voteId: string }) =>
  (await server.call(readBulletinEndpoint, { as: by.token, params: votes.params(vote) })).status

const askedVoid = (by: SignedInPerson, vote: { voteId: string }) =>
  votes.act(by, vote, 'ask_void', { ground: 'order', note: '街道来函' })

async function counted() {
  const vote = await votes.notice(member, OWNERS)
  await atTime(OPENS_AT, vote, 'open')
  await atTime(CLOSES_AT, vote, 'count')
  // Sessions end 30 days after they were last used.
  for (const who of [member, secretary, staff, resident, subdistrict]) await votes.read(who, vote)
  return vote
}

/** The days for objections are over. */
async function certifiable(vote: { voteId: string }): Promise<void> {
  server.clock.now = CERTIFIABLE_AT
  const { communityId } = place.community
  await voteCertifyDue(server.db, { communityId, ...vote, closedAt: CLOSES_AT.toISOString() }, CERTIFIABLE_AT)
}

describe('a vote that the only member of an owners’ committee convenes', () => {
  it('is certified by the secretary, who is told, and never by the member', async () => {
    const vote = await counted()
    expect((await votes.read(resident, vote)).certifier).toBe('community_secretary')
    await certifiable({ voteId: vote.voteId })
    expect(await toldOf(vote, secretary)).toContain('vote_certify_due')
    expect(await toldOf(vote, member)).not.toContain('vote_certify_due')
    expect(await tried(member, vote)).toBe('NOT_ALLOWED')
    expect(await tried(staff, vote)).toBe('NOT_ALLOWED')
    expect(await tried(secretary, vote)).toBe('certified')
  })

  it('is certified by another member where there is one, and then not by the secretary', async () => {
    const other = await inCommittee('何委员')
    const vote = await counted()
    expect((await votes.read(resident, vote)).certifier).toBe('owners_committee')
    await certifiable({ voteId: vote.voteId })
    expect(await toldOf(vote, other)).toContain('vote_certify_due')
    expect(await toldOf(vote, member)).not.toContain('vote_certify_due')
    expect(await tried(secretary, vote)).toBe('NOT_ALLOWED')
    expect(await tried(other, vote)).toBe('certified')
    await leave(other)
  })

  it('falls to the secretary when the other member left before it could be certified', async () => {
    const other = await inCommittee('冯委员')
    const vote = await counted()
    await leave(other)
    await certifiable({ voteId: vote.voteId })
    expect((await votes.read(resident, vote)).certifier).toBe('community_secretary')
    expect(await tried(secretary, vote)).toBe('certified')
  })

  it('stays in the hands of the secretary who certified it: they read the bulletin and may ask that it be void', async () => {
    const other = await inCommittee('尤委员')
    const vote = await counted()
    await certifiable({ voteId: vote.voteId })
    await leave(other)
    expect(await tried(secretary, vote)).toBe('certified')
    const later = await inCommittee('许委员')
    expect((await votes.read(resident, vote)).certifier).toBe('community_secretary')
    expect(await readsBulletin(secretary, vote)).toBe(200)
    expect(await askedVoid(secretary, vote)).toMatchObject({ voidAsked: { ground: 'order' } })
    await leave(later)
  })

  it('falls to the secretary when the committee that certified it is gone', async () => {
    const other = await inCommittee('吕委员')
    const vote = await counted()
    await certifiable({ voteId: vote.voteId })
    expect(await tried(other, vote)).toBe('certified')
    expect(await readsBulletin(secretary, vote)).toBe(403)
    await leave(other)
    expect(await readsBulletin(secretary, vote)).toBe(200)
    expect(await askedVoid(secretary, vote)).toMatchObject({ voidAsked: { ground: 'order' } })
    expect(await votes.act(subdistrict, vote, 'agree_void')).toMatchObject({ state: 'void' })
    expect(await readsBulletin(secretary, vote)).toBe(200)
  })
})

describe('an objection to a roll of owners', () => {
  it('is told to the owners’ committee, too, who may answer it, and never to who convened it', async () => {
    const other = await inCommittee('秦委员')
    const vote = await votes.notice(member, OWNERS)
    const { objectionId } = await votes.object(resident, vote)
    for (const who of [other, staff, secretary, residentsCommittee])
      expect(await toldOf(vote, who)).toEqual(['vote_objection'])
    expect(await toldOf(vote, member)).toEqual([])
    expect(objectionId).toBeTruthy()
    await leave(other)
  })
})

describe('an objection to a roll of homes', () => {
  it('is no matter of the owners’ committee', async () => {
    const head = await place.inOffice('building_head', place.community.buildingId, { name: '孙大爷' })
    const vote = await votes.notice(head)
    await votes.object(resident, vote)
    expect(await toldOf(vote, member)).toEqual([])
    expect(await toldOf(vote, staff)).toEqual(['vote_objection'])
  })
})
