import { castBallotEndpoint, listVotesEndpoint, readVoteEndpoint, type VoteView } from '#core/votes'
import { newId } from '#server/platform/db/index'
import {
  answer,
  business,
  facing,
  join,
  li,
  object,
  rollOf,
  setBusinessStage,
  tenantThere,
} from '../../tests/builders/business-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { act, file, ownVoterOf } from '../../tests/builders/proxies'
import {
  across,
  atTime,
  head,
  neighbour,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  stranger,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()
setBusinessStage()

const OPENS_AT = new Date('2026-12-03T16:00:00.000Z')
const CLOSES_AT = new Date('2026-12-13T12:00:00.000Z')

describe('owners of other buildings', () => {
  it('read of it and may say that it concerns them; tenants, strangers and other votes know nothing of it', async () => {
    const vote = await votes.notice(head, business())
    const seen = async (by: SignedInPerson, one: VoteView) =>
      (await server.call(readVoteEndpoint, { as: by.token, params: votes.params(one) })).status
    for (const by of [facing, across]) expect(await seen(by, vote)).toBe(200)
    for (const by of [tenantThere, stranger]) {
      expect(await seen(by, vote)).toBe(404)
      expect((await object(by, vote)).status).toBe(404)
    }
    const roof = await votes.notice(head, business({ items: [{ subject: 'fund_use', title: '修屋顶' }] }))
    for (const by of [facing, across]) expect(await seen(by, roof)).toBe(404)
    const listed = async (by: SignedInPerson) =>
      (
        await server.ok(listVotesEndpoint, {
          as: by.token,
          params: { communityId: place.community.communityId },
          query: {},
        })
      ).items.map(({ voteId }) => voteId)
    expect(await listed(facing)).toContain(vote.voteId)
    expect(await listed(across)).toContain(vote.voteId)
    expect(await listed(across)).not.toContain(roof.voteId)
    expect(await listed(tenantThere)).not.toContain(vote.voteId)
    expect((await votes.read(across, vote)).may).toMatchObject({ objectRoll: true, cast: false })
  })

  it('who prove it are put on the roll with all they have there, under another hash at the opening', async () => {
    const vote = await votes.notice(head, business())
    const objection = await votes.object(facing, vote)
    expect(objection.byName).toBe('别的楼的一位业主')
    expect((await answer(head, vote, objection, 'add_outsider')).body.code).toBe('NOT_ALLOWED')
    expect((await answer(staff, vote, objection, 'include')).body.code).toBe('VOTE_AMENDMENT_WRONG')
    expect((await answer(staff, vote, objection, 'add_outsider')).status).toBe(200)
    const roll = await rollOf(vote)
    // 301 and 302 are theirs alone, 303 is theirs with another: two persons.
    expect(roll.slice(3).map(({ name, areaCentiM2 }) => [name, areaCentiM2])).toEqual([
      [expect.stringMatching(/301、.*302（别的楼，受影响）$/), 10000],
      [expect.stringMatching(/303（别的楼，受影响）$/), 2000],
    ])
    const amended = await votes.read(facing, vote)
    expect(amended.roll).toEqual({ persons: 5, areaCentiM2: 33000 })
    expect(amended.timeline[amended.timeline.length - 1]).toMatchObject({
      act: 'amend',
      note: expect.stringContaining('301') as string,
    })
    await atTime(OPENS_AT, vote, 'open')
    const opened = await votes.read(facing, vote)
    expect(opened.frozenSha256).not.toBe(opened.noticeSha256)
    expect(opened.may.cast).toBe(true)
    for (const by of [li, resident, neighbour]) await votes.cast(by, vote)
    await atTime(CLOSES_AT, vote, 'count')
    // Without them it isn't all.
    expect((await votes.read(head, vote)).items[0]?.result).toMatchObject({ turnout_met: false })
  })

  it('are known as the owner of a home there as well', async () => {
    const vote = await votes.notice(head, business())
    await join(across, vote)
    expect((await rollOf(vote)).map(({ areaCentiM2 }) => areaCentiM2)).toEqual([5000, 7000, 9000, 6500])
    await tellAll(vote)
    expect(await toldOf(vote, across)).toEqual(['vote_objection_answered', 'vote_notice'])
    await atTime(OPENS_AT, vote, 'open')
    await tellAll(vote)
    // As one of the roll they hear what it hears, and who only rents there does not.
    expect(await toldOf(vote, across)).toContain('vote_open')
    expect(await toldOf(vote, tenantThere)).toEqual([])
    expect(await votes.cast(across, vote)).toMatchObject({ voted: 'mine' })
  })

  it('stay on it when the roll is made anew, and when the notice starts again about the same home', async () => {
    const vote = await votes.notice(head, business())
    await join(across, vote)
    const again = await votes.object(resident, vote)
    expect((await answer(staff, vote, again, 'rebuild')).status).toBe(200)
    expect((await rollOf(vote)).map(({ areaCentiM2 }) => areaCentiM2)).toEqual([5000, 7000, 9000, 6500])
    await votes.act(head, vote, 'revise', { note: '写错了' })
    const posted = await votes.act(head, vote, 'give_notice')
    expect(posted.roll?.persons).toBe(4)
  })

  it('hear, as owners elsewhere do, that a notice is taken back; who lives there hears it once', async () => {
    const vote = await votes.notice(head, business())
    await join(across, vote)
    await tellAll(vote)
    await votes.act(head, vote, 'revise', { note: '写错了' })
    await tellAll(vote)
    const revised = async (by: SignedInPerson) =>
      (await toldOf(vote, by)).filter((kind) => kind === 'vote_revised').length
    for (const by of [li, across, resident, neighbour]) expect(await revised(by)).toBe(1)
    for (const by of [facing, tenantThere, head]) expect(await revised(by)).toBe(0)
  })

  it('are not who owns nothing elsewhere, the applicant, or somebody who is on the roll', async () => {
    const vote = await votes.notice(head, business())
    // Lives there, and owns in this building alone.
    const mine = await votes.object(resident, vote)
    expect((await answer(staff, vote, mine, 'add_outsider')).body.code).toBe('VOTE_OUTSIDER_UNKNOWN')
    // 402 in the other building is hers with her husband: they are who applies.
    const applicant = await votes.object(li, vote)
    expect((await answer(staff, vote, applicant, 'add_outsider')).body.code).toBe('VOTE_OUTSIDER_UNKNOWN')
    await join(across, vote)
    const twice = await votes.object(across, vote)
    expect((await answer(staff, vote, twice, 'add_outsider')).body.code).toBe('VOTE_AMENDMENT_WRONG')
  })

  it('may vote for somebody on the roll by proxy, with no vote of their own', async () => {
    // Lets from another there, and owns what the register knows by their phone.
    const rented = await server.db
      .selectFrom('memberships')
      .selectAll()
      .where('person_id', '=', tenantThere.personId)
      .executeTakeFirstOrThrow()
    await server.db
      .insertInto('memberships')
      .values({ ...rented, membership_id: newId(), person_id: facing.personId })
      .execute()
    const vote = await votes.notice(head, business())
    expect((await votes.read(facing, vote)).may.fileProxy).toBe(true)
    const voterId = await ownVoterOf(resident, vote)
    const { proxyId } = await file(facing, vote, voterId)
    await act(staff, vote, proxyId, { act: 'accept' })
    await atTime(OPENS_AT, vote, 'open')
    const answered = await server.call(castBallotEndpoint, {
      as: facing.token,
      params: votes.params(vote),
      body: { voterId, choices: { i1: 'approve' } },
    })
    expect(answered).toMatchObject({ status: 200, body: { as: 'proxy', voted: 'mine' } })
  })

  it('are added to no other vote', async () => {
    const roof = await votes.notice(head, business({ items: [{ subject: 'fund_use', title: '修屋顶' }] }))
    const objection = await votes.object(resident, roof)
    expect((await answer(staff, roof, objection, 'add_outsider')).body.code).toBe('VOTE_AMENDMENT_WRONG')
  })
})
