import { createVoteEndpoint, listVoteUnitsEndpoint, readBulletinEndpoint, verifyBulletin } from '#core/votes'
import {
  applicantUnit,
  BUSINESS,
  business,
  called,
  elsewhere,
  li,
  parking,
  rollOf,
  setBusinessStage,
} from '../../tests/builders/business-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { saveUnit } from '../../tests/builders/units'
import {
  across,
  atTime,
  committee,
  head,
  neighbour,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  stranger,
  votes,
} from '../../tests/builders/vote-stage'
import { sha256 } from './frozen'

setVoteStage()
setBusinessStage()

const OPENS_AT = new Date('2026-12-03T16:00:00.000Z')
const CLOSES_AT = new Date('2026-12-13T12:00:00.000Z')

const codeOf = async (by: SignedInPerson, more: object) =>
  (
    await server.call(createVoteEndpoint, {
      as: by.token,
      params: { communityId: place.community.communityId },
      body: votes.input(business(more)),
    })
  ).body.code

describe('a home that is to become a business', () => {
  it('is decided at a building, alone, about one of its dwellings', async () => {
    const { estateId, buildingId } = place.community
    expect(await codeOf(committee, { placeId: estateId })).toBe('VOTE_BUILDING_ONLY')
    expect(
      await codeOf(head, { items: [...BUSINESS.items, { subject: 'fund_use', title: '用维修资金' }] }),
    ).toBe('VOTE_ALONE')
    for (const applicantUnitId of [undefined, parking, elsewhere, buildingId])
      expect(await codeOf(head, { applicantUnitId })).toBe('VOTE_APPLICANT_WRONG')
    expect(await codeOf(head, {})).toBeUndefined()
    expect(await votes.draft(head, business())).toMatchObject({ applicantUnit: { name: called('101') } })
    const other = business({ items: [{ subject: 'fund_use', title: '修屋顶' }] })
    expect((await votes.draft(head, other)).applicantUnit).toBeNull()
  })

  it('lets who convenes owners there look for it by name, and nobody else', async () => {
    const { communityId, buildingId } = place.community
    const units = (by: SignedInPerson, name?: string) =>
      server.call(listVoteUnitsEndpoint, {
        as: by.token,
        params: { communityId },
        query: { placeId: buildingId, name },
      })
    const names = async (name?: string) =>
      ((await units(head, name)).body as { items: { name: string }[] }).items.map((one) => one.name)
    expect(await names()).toEqual(['101', '102', '103', '201', '202'].map(called))
    expect(await names('20')).toEqual(['201', '202'].map(called))
    expect(await names('3')).toEqual([called('103')])
    expect(await names('９')).toEqual([])
    for (const other of [resident, across, staff, stranger])
      expect((await units(other)).body.code).toBe('NOT_ALLOWED')
    expect(JSON.stringify((await units(head)).body)).not.toContain('owner')
  })

  it('leaves the applicant off the roll with all they have, and keeps who is one of them alone', async () => {
    const vote = await votes.notice(head, business())
    expect((await rollOf(vote)).map(({ name, areaCentiM2 }) => [name, areaCentiM2])).toEqual([
      [called('102'), 5000],
      [called('201'), 7000],
      [called('202'), 9000],
    ])
    // She and her husband are the applicant; she alone is another person.
    expect((await votes.read(li, vote)).voters.map(({ name }) => name)).toEqual([called('102')])
    expect(vote.applicantUnit).toEqual({ unitId: applicantUnit, name: called('101') })
  })

  it('freezes which home it is: another one has another hash, though nothing else differs', async () => {
    const posted = await votes.notice(head, business())
    const row = await server.db
      .selectFrom('votes')
      .select(['applicant_unit_name', 'notice_sha256'])
      .where('vote_id', '=', posted.voteId)
      .executeTakeFirstOrThrow()
    expect(row.applicant_unit_name).toBe(called('101'))
    await atTime(OPENS_AT, posted, 'open')
    for (const by of [li, resident, neighbour]) await votes.cast(by, posted)
    await atTime(CLOSES_AT, posted, 'count')
    const params = votes.params(posted)
    const bulletin = await server.ok(readBulletinEndpoint, { as: resident.token, params })
    expect(bulletin).toMatchObject({ vote: { settings: { applicant_unit: called('101') } } })
    expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toMatchObject({ ok: true })
    await server.db
      .updateTable('votes')
      .set({ applicant_unit_name: '102' })
      .where('vote_id', '=', posted.voteId)
      .execute()
    const read = await server.call(readBulletinEndpoint, { as: resident.token, params })
    expect(read.body.code).toBe('VOTE_RECORD_BROKEN')
    const forged = JSON.stringify(bulletin).replace(called('101'), called('102'))
    expect(verifyBulletin(forged, sha256)).toMatchObject({ ok: false })
  })

  it.each([
    ['all approve', ['approve', 'approve', 'approve'], { turnout_met: true, passed: true }],
    ['one is against', ['approve', 'against', 'approve'], { turnout_met: true, passed: false }],
    ['one abstains', ['approve', 'abstain', 'approve'], { turnout_met: true, passed: false }],
    ['one takes no part', ['approve', 'approve'], { turnout_met: false, passed: false }],
  ])('passes only when all took part and approve: %s', async (_, choices, result) => {
    const vote = await votes.notice(head, business())
    await atTime(OPENS_AT, vote, 'open')
    const all = [li, resident, neighbour]
    for (const [index, choice] of choices.entries())
      await votes.cast(all[index] as SignedInPerson, vote, { i1: choice })
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(head, vote)).items[0]?.result).toMatchObject(result)
  })

  it('is not given notice of when that home is gone from the registers', async () => {
    const { communityId, buildingId } = place.community
    const gone = await saveUnit(server.db, {
      communityId,
      placeId: buildingId,
      name: '501',
      areaCentiM2: 100,
    })
    const draft = await votes.draft(head, business({ applicantUnitId: gone }))
    await server.db.deleteFrom('units').where('unit_id', '=', gone).execute()
    await expect(votes.act(head, draft, 'give_notice')).rejects.toThrow('VOTE_ROLL_BAD')
  })
})
