import {
  answerObjectionEndpoint,
  listObjectionsEndpoint,
  listRollEndpoint,
  type Amendment,
  type VoteView,
} from '#core/votes'
import { saveOwner, saveUnit } from '../../tests/builders/units'
import {
  head,
  neighbour,
  NOW,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const OWNERS = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  items: [{ subject: 'fund_use' as const, title: '用维修资金修屋顶' }],
}

let unit101: string

const owner = (name: string) => saveOwner(server.db, { communityId: place.community.communityId, name })
const unit = async (name: string, areaCentiM2: number, more: object = {}) =>
  saveUnit(server.db, {
    communityId: place.community.communityId,
    placeId: place.community.buildingId,
    name,
    areaCentiM2,
    ownerIds: [await owner(name)],
    ...more,
  })

beforeAll(async () => {
  const { homeId, neighbourHomeId } = place.community
  unit101 = await unit('101', 8950, { homeId })
  await unit('102', 6000, { homeId: neighbourHomeId })
  await unit('201', 7000)
})

const rollOf = async (vote: VoteView) =>
  (await server.ok(listRollEndpoint, { as: resident.token, params: votes.params(vote) })).items

const rowsOf = ({ voteId }: VoteView) =>
  server.db
    .selectFrom('vote_voters')
    .select(['voter_id', 'token', 'position', 'units', 'left_out', 'delivered'])
    .where('vote_id', '=', voteId)
    .orderBy('position')
    .execute()

/** Upholds what the resident objects to. */
async function amend(vote: VoteView, amendment: Amendment, voterId?: string): Promise<void> {
  const { objectionId } = await votes.object(resident, vote, { voterId })
  await server.ok(answerObjectionEndpoint, {
    as: staff.token,
    params: { ...votes.params(vote), objectionId },
    body: { decision: 'upheld', answer: '登记改好了', amendment },
  })
}

const noteOf = async (vote: VoteView) => {
  const { timeline } = await votes.read(resident, vote)
  return timeline[timeline.length - 1]?.note
}

const setArea = (areaCentiM2: number) =>
  server.db.updateTable('units').set({ area_centi_m2: areaCentiM2 }).where('unit_id', '=', unit101).execute()

describe('a roll that is made anew', () => {
  it('is told with each unit’s old and new area, who was added and who was left out', async () => {
    const vote = await votes.notice(head, OWNERS)
    await setArea(9120)
    const added = await unit('001', 5000)
    await amend(vote, 'rebuild')
    expect(await noteOf(vote)).toMatch(/^加上 .*001（50\.00 ㎡）；.*101：89\.50 ㎡ 改为 91\.20 ㎡（登记）$/)
    await server.db.updateTable('units').set({ ends_on: '2026-11-01' }).where('unit_id', '=', added).execute()
    await setArea(8950)
    await amend(vote, 'rebuild')
    expect(await noteOf(vote)).toMatch(/^去掉 .*001（50\.00 ㎡）；.*101：91\.20 ㎡ 改为 89\.50 ㎡（登记）$/)
  })

  it('leaves who stays their number, their tokens and the proof of delivery; new ones come last', async () => {
    const vote = await votes.notice(head, OWNERS)
    await server.db
      .updateTable('vote_voters')
      .set({ delivered: true })
      .where('vote_id', '=', vote.voteId)
      .where('position', '=', 1)
      .execute()
    const before = await rowsOf(vote)
    // In the order of the building it would be the first.
    const added = await unit('002', 4000)
    await amend(vote, 'rebuild')
    const after = await rowsOf(vote)
    expect(after.slice(0, 3)).toEqual(before)
    expect(after.slice(3)).toMatchObject([{ position: 3, delivered: false }])
    expect((await rollOf(vote))[3]?.name).toMatch(/002$/)
    await server.db.updateTable('units').set({ ends_on: '2026-11-01' }).where('unit_id', '=', added).execute()
    await amend(vote, 'rebuild')
    expect(await rowsOf(vote)).toEqual(before)
  })

  it('keeps whom an open objection is about', async () => {
    const vote = await votes.notice(head, OWNERS)
    const about = (await rollOf(vote))[2]
    const open = await votes.object(neighbour, vote, { voterId: about?.voterId })
    await setArea(9000)
    await amend(vote, 'rebuild')
    await setArea(8950)
    const { items } = await server.ok(listObjectionsEndpoint, {
      as: staff.token,
      params: votes.params(vote),
    })
    expect(items.find(({ objectionId }) => objectionId === open.objectionId)).toMatchObject({
      voter: { voterId: about?.voterId, name: about?.name },
      amendments: ['none', 'include', 'remove', 'rebuild'],
    })
  })

  it('of whom an open objection is about and who is on it no longer, asks no more than to make it anew', async () => {
    const gone = await unit('003', 3000)
    const vote = await votes.notice(head, OWNERS)
    const about = (await rollOf(vote)).find(({ name }) => name.endsWith('003'))
    const open = await votes.object(neighbour, vote, { voterId: about?.voterId })
    await server.db.updateTable('units').set({ ends_on: '2026-11-01' }).where('unit_id', '=', gone).execute()
    await amend(vote, 'rebuild')
    const { items } = await server.ok(listObjectionsEndpoint, {
      as: staff.token,
      params: votes.params(vote),
    })
    expect(items.find(({ objectionId }) => objectionId === open.objectionId)).toMatchObject({
      voter: null,
      amendments: ['none', 'rebuild'],
    })
  })

  it('does not put back who was taken off it', async () => {
    const vote = await votes.notice(head, OWNERS)
    const [first] = await rollOf(vote)
    await amend(vote, 'remove', first?.voterId)
    await amend(vote, 'rebuild')
    expect((await rollOf(vote))[0]).toMatchObject({ voterId: first?.voterId, leftOut: 'removed' })
    expect((await votes.read(resident, vote)).roll?.persons).toBe(2)
    await amend(vote, 'include', first?.voterId)
    await amend(vote, 'rebuild')
    expect((await rollOf(vote))[0]).toMatchObject({ voterId: first?.voterId, leftOut: null })
  })

  it('does not take off again a home that was said to be vacant, and was put on it', async () => {
    const { neighbourHomeId } = place.community
    const setMembers = (columns: { state: 'left' | 'confirmed'; ended_at: Date | null }) =>
      server.db.updateTable('memberships').set(columns).where('home_id', '=', neighbourHomeId).execute()
    await setMembers({ state: 'left', ended_at: NOW })
    const vote = await votes.notice(head, { vacantHomeIds: [neighbourHomeId] })
    const vacant = (await rollOf(vote)).find(({ leftOut }) => leftOut === 'vacant')
    await amend(vote, 'rebuild')
    expect((await rollOf(vote)).filter(({ leftOut }) => leftOut === 'vacant')).toHaveLength(1)
    await amend(vote, 'include', vacant?.voterId)
    await amend(vote, 'rebuild')
    expect(await noteOf(vote)).toBe('照最新的名册重做了一遍，没有变化')
    expect((await rollOf(vote)).map(({ leftOut }) => leftOut)).toEqual([null, null])
    await setMembers({ state: 'confirmed', ended_at: null })
  })
})
