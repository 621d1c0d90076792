import { verifyBulletin, type Bulletin, readBulletinEndpoint, listVotesEndpoint } from '#core/votes'
import {
  bylaws,
  CLOSES_AT,
  deliver,
  OPENS_AT,
  ownersOfBuilding,
  ownIn,
  reached,
  SILENT,
  tryActOn,
  tryDeliver,
  voterNamed,
} from '../../tests/builders/deliveries'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'
import { photosOf } from '../../tests/builders/proxies'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  across,
  atTime,
  committee,
  head,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
  subdistrict,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'
import { sha256 } from './frozen'
import { recordDelivery } from './record-delivery'
import { holdVote } from './repository'

setVoteStage()

const { leavesOne } = putsOnRecord(() => server.db)

let bylawId: string
beforeAll(async () => {
  await ownersOfBuilding()
  bylawId = await bylaws()
})

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 200 ? 'done' : body.code

/** Posted, with who is on its roll. */
async function posted() {
  const vote = await votes.notice(head, SILENT)
  return {
    vote,
    li: (await ownIn(resident, vote)).voterId,
    zhou: (await ownIn(neighbour, vote)).voterId,
    liu: await voterNamed(head, vote, '301'),
  }
}

describe('a vote in which silence counts', () => {
  it('passes with those whom the ballot reached, where too few took part', async () => {
    const { vote, li, liu } = await posted()
    expect(vote.silence).toMatchObject({ delivered: 0, of: 3, bylaw: { bylawId, adoptedOn: '2025-06-01' } })
    await deliver(head, vote, li)
    await deliver(committee, vote, liu, { how: 'posted', number: 'XA123' })
    const own = await ownIn(neighbour, vote)
    expect(own.delivery).toBeNull()
    await deliver(neighbour, vote, own.voterId, { how: 'acknowledged' })
    expect((await votes.read(resident, vote)).silence).toMatchObject({
      delivered: 3,
      own: [{ delivery: { how: 'handed', byName: '赵大爷（楼栋长）', acts: ['contest'] } }],
    })
    await atTime(OPENS_AT, vote, 'open')
    const opened = await votes.read(head, vote)
    expect(opened.frozenSha256).not.toBe(opened.noticeSha256)
    await votes.cast(resident, vote)
    await atTime(CLOSES_AT, vote, 'count')
    const closed = await votes.read(resident, vote)
    expect(closed.items[0]?.result).toMatchObject({
      passed: false,
      turnout_met: false,
      participated: { persons: 1 },
      imputed: { passed: true, participated: { persons: 3, area_centi_m2: 30000 } },
    })
    expect(closed.decidedBy).toBe('imputed')
    const bulletin = (await server.ok(readBulletinEndpoint, {
      as: resident.token,
      params: votes.params(vote),
    })) as Bulletin
    expect(bulletin.vote.settings).toMatchObject({
      imputed_majority: true,
      bylaws: { title: '湖光苑管理规约', adopted_on: '2025-06-01' },
    })
    expect(bulletin.roll.map(({ delivered }) => delivered)).toEqual([true, true, true])
    expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toMatchObject({ ok: true })
    expect(
      verifyBulletin(JSON.stringify(bulletin).replace('"delivered":true', '"delivered":false'), sha256),
    ).toMatchObject({ ok: false })
    const { items } = await server.ok(listVotesEndpoint, {
      as: resident.token,
      params: { communityId: place.community.communityId },
      query: { list: 'over' },
    })
    expect(items.find(({ voteId }) => voteId === vote.voteId)?.passed).toEqual([true])
  })

  it('counts nobody whom the ballot did not reach', async () => {
    const { vote, li } = await posted()
    await deliver(head, vote, li)
    await atTime(OPENS_AT, vote, 'open')
    await votes.cast(neighbour, vote)
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(head, vote)).items[0]?.result).toMatchObject({
      participated: { persons: 1 },
      imputed: { participated: { persons: 2 }, passed: true },
    })
  })

  it('is frozen with the very clause; one without has the settings it always had', async () => {
    const { vote } = await posted()
    const plain = await votes.notice(head, { ...SILENT, countsSilence: false })
    expect(plain).toMatchObject({ silence: null, decidedBy: 'raw' })
    expect(
      codeOf(await tryDeliver(head, plain, (await votes.read(resident, plain)).voters[0]?.voterId ?? '')),
    ).toBe('VOTE_SILENCE_NOT_COUNTED')
    // Nobody is on its list of deliveries, for who would look through one; for others it is as closed as any.
    for (const list of ['missing', 'all'] as const) expect(await reached(head, plain, list)).toEqual([])
    await expect(reached(neighbour, plain)).rejects.toThrow('NOT_ALLOWED')
    await expect(reached(stranger, plain)).rejects.toThrow('NOT_FOUND')
    expect((await votes.read(head, vote)).silence?.bylaw.clause).toContain('算作同意票多的一方')
  })
})

describe('who records a delivery', () => {
  it('is an official of the place, never a neighbour, a stranger or somebody of another community', async () => {
    const { vote, li } = await posted()
    const codes = async (people: SignedInPerson[]) => {
      const found: (string | undefined)[] = []
      for (const one of people) found.push(codeOf(await tryDeliver(one, vote, li)))
      return found
    }
    expect(await codes([neighbour, staff, secretary, subdistrict])).toEqual([
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'NOT_ALLOWED',
    ])
    expect(await codes([across, stranger])).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect(await codes([committee])).toEqual(['done'])
    expect(codeOf(await tryDeliver(neighbour, vote, li, { how: 'acknowledged' }))).toBe('NOT_ALLOWED')
  })

  it('brings a proof, for one who is on the roll', async () => {
    const { vote, li } = await posted()
    expect(codeOf(await tryDeliver(head, vote, li, { how: 'handed' }))).toBe('VOTE_DELIVERY_PROOF')
    expect(codeOf(await tryDeliver(head, vote, li, { how: 'posted' }))).toBe('VOTE_DELIVERY_PROOF')
    expect(codeOf(await tryDeliver(head, vote, head.personId))).toBe('NOT_FOUND')
    expect(codeOf(await tryDeliver(head, vote, li, { photoIds: await photosOf(neighbour) }))).toBe(
      'PHOTO_UNKNOWN',
    )
    expect(await reached(head, vote, 'missing')).toHaveLength(3)
  })

  it('does it until the opening only', async () => {
    const { vote, li } = await posted()
    await atTime(OPENS_AT, vote, 'open')
    expect(codeOf(await tryDeliver(head, vote, li))).toBe('VOTE_DELIVERY_NOT_NOW')
    expect(codeOf(await tryDeliver(resident, vote, li, { how: 'acknowledged' }))).toBe(
      'VOTE_DELIVERY_NOT_NOW',
    )
    expect(await reached(staff, vote, 'missing')).toHaveLength(3)
  })

  it('does it once, however many at once', async () => {
    const { vote, li } = await posted()
    const { communityId } = place.community
    const record = async (by: SignedInPerson) =>
      recordDelivery(await acting(server.db, by.personId, communityId, server.clock.now), {
        voteId: vote.voteId,
        voterId: li,
        how: 'posted',
        number: 'XA1',
        photoIds: [],
      })
    const endings = await atOnce(server.db, (tx) => holdVote(tx, communityId, vote.voteId), [
      () => record(head),
      () => record(committee),
    ])
    expect(sorted(endings)).toEqual(['VOTE_DELIVERED', 'done'])
    expect((await votes.read(head, vote)).silence?.delivered).toBe(1)
  })
})

describe('a voter', () => {
  it('is told, says that nothing came, and may say later that it did', async () => {
    const { vote, li } = await posted()
    const { delivery } = await deliver(committee, vote, li)
    expect(await toldOf(vote, resident)).toContain('vote_delivered')
    const deliveryId = delivery?.deliveryId ?? ''
    expect(codeOf(await tryActOn(neighbour, vote, deliveryId, { act: 'contest' }))).toBe('NOT_FOUND')
    expect(codeOf(await tryActOn(resident, vote, deliveryId, { act: 'contest' }))).toBe('done')
    expect(codeOf(await tryActOn(resident, vote, deliveryId, { act: 'contest' }))).toBe('STATE_CHANGED')
    expect(await toldOf(vote, committee)).toContain('vote_delivery_contested')
    expect(await toldOf(vote, head)).toContain('vote_delivery_contested')
    expect((await votes.read(resident, vote)).silence).toMatchObject({
      delivered: 0,
      own: [{ delivery: null }],
    })
    await deliver(resident, vote, li, { how: 'acknowledged' })
    expect((await votes.read(resident, vote)).silence).toMatchObject({
      delivered: 1,
      own: [{ delivery: { how: 'acknowledged', byName: null, acts: ['contest'] } }],
    })
  })

  it('sees their own alone; everybody else how many', async () => {
    const { vote, li } = await posted()
    await deliver(head, vote, li)
    expect((await votes.read(neighbour, vote)).silence).toMatchObject({
      delivered: 1,
      of: 3,
      own: [{ delivery: null }],
    })
    await expect(reached(neighbour, vote)).rejects.toThrow('NOT_ALLOWED')
    await expect(reached(stranger, vote)).rejects.toThrow('NOT_FOUND')
  })
})

it('is on record, with the office of who recorded it and why it was taken back', async () => {
  const { vote, li, zhou } = await posted()
  const about = () => vote.voteId
  const entry = (act: string, { personId }: SignedInPerson, role: string | null, reason: string | null) => ({
    act,
    person_id: personId,
    role,
    reason,
  })
  const { delivery } = await leavesOne(
    () => deliver(committee, vote, li),
    entry('vote.record_delivery', committee, 'residents_committee', null),
    about,
  )
  await leavesOne(
    () => tryActOn(committee, vote, delivery?.deliveryId ?? '', { act: 'take_back', reason: '送错了门' }),
    entry('vote.take_back_delivery', committee, 'residents_committee', '送错了门'),
    about,
  )
  const own = await leavesOne(
    () => deliver(neighbour, vote, zhou, { how: 'acknowledged' }),
    entry('vote.record_delivery', neighbour, null, null),
    about,
  )
  await leavesOne(
    () => tryActOn(neighbour, vote, own.delivery?.deliveryId ?? '', { act: 'contest' }),
    entry('vote.contest_delivery', neighbour, null, null),
    about,
  )
})

describe('a wrong one', () => {
  it('is taken back by who recorded it or convenes, with a reason', async () => {
    const { vote, li, zhou } = await posted()
    const first = (await deliver(committee, vote, li)).delivery?.deliveryId ?? ''
    const second = (await deliver(committee, vote, zhou)).delivery?.deliveryId ?? ''
    const back = { act: 'take_back' as const, reason: '送错了门' }
    expect(codeOf(await tryActOn(staff, vote, first, back))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryActOn(committee, vote, first, { act: 'take_back' }))).toBe('REASON_REQUIRED')
    expect(codeOf(await tryActOn(committee, vote, first, back))).toBe('done')
    expect(codeOf(await tryActOn(head, vote, second, back))).toBe('done')
    const rows = await server.db
      .selectFrom('vote_deliveries')
      .select(['ended_name', 'end_reason'])
      .where('vote_id', '=', vote.voteId)
      .orderBy('delivery_id')
      .execute()
    expect(rows).toEqual([
      { ended_name: '陈主任（居委会）', end_reason: '送错了门' },
      { ended_name: '赵大爷（楼栋长）', end_reason: '送错了门' },
    ])
    expect((await votes.read(head, vote)).silence?.delivered).toBe(0)
  })
})
