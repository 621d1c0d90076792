import { type VoteView } from '#core/votes'
import {
  atTime,
  CERTIFIABLE_AT,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'
import { voteCertifyDue, voteRemind } from './clock'
import { answerObjection } from './objections'
import { acting } from '../../tests/builders/acting'

setVoteStage()

async function closedVote(): Promise<VoteView> {
  const vote = await votes.notice(head)
  await atTime(OPENS_AT, vote, 'open')
  await votes.cast(resident, vote)
  await atTime(CLOSES_AT, vote, 'count')
  return votes.read(head, vote)
}

describe('the end of voting', () => {
  it('comes by the clock alone, once, not too early, whatever job comes late', async () => {
    const vote = await votes.notice(head)
    await expect(atTime(new Date(OPENS_AT.getTime() - 1), vote, 'open')).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    await atTime(OPENS_AT, vote, 'open')
    await atTime(OPENS_AT, vote, 'open')
    await atTime(CLOSES_AT, vote, 'count')
    await atTime(CLOSES_AT, vote, 'count')
    await atTime(CLOSES_AT, vote, 'close')
    const { timeline } = await votes.read(head, vote)
    expect(timeline.map(({ act }) => act)).toEqual(['create', 'give_notice', 'open', 'count', 'close'])
  })

  it('is told to everybody there; who has not voted was reminded a day before', async () => {
    const vote = await votes.notice(head)
    const job = { communityId: vote.communityId, voteId: vote.voteId }
    await tellAll(vote)
    await atTime(OPENS_AT, vote, 'open')
    await tellAll(vote)
    await votes.cast(resident, vote)
    await voteRemind(server.db, { ...job, closesAt: vote.closesAt }, server.clock.now)
    await tellAll(vote)
    await atTime(CLOSES_AT, vote, 'count')
    await tellAll(vote)
    expect(await toldOf(vote, resident)).toEqual(['vote_notice', 'vote_open', 'vote_result'])
    expect(await toldOf(vote, neighbour)).toEqual(['vote_notice', 'vote_open', 'vote_remind', 'vote_result'])
    await voteCertifyDue(server.db, { ...job, closedAt: CLOSES_AT.toISOString() }, CERTIFIABLE_AT)
    expect(await toldOf(vote, secretary)).toEqual(['vote_certify_due'])
  })
})

describe('certifying', () => {
  it('is the secretary’s, never the convener’s, after the days for objections', async () => {
    const vote = await closedVote()
    server.clock.now = new Date(CERTIFIABLE_AT.getTime() - 1)
    await expect(votes.act(secretary, vote, 'certify')).rejects.toThrow('VOTE_OBJECTIONS_RUN')
    server.clock.now = CERTIFIABLE_AT
    for (const other of [head, staff, resident, subdistrict])
      await expect(votes.act(other, vote, 'certify')).rejects.toThrow('NOT_ALLOWED')
    expect(await votes.act(secretary, vote, 'certify')).toMatchObject({
      state: 'certified',
      certifiedAt: CERTIFIABLE_AT.toISOString(),
    })
    await tellAll(vote)
    expect(await toldOf(vote, neighbour)).toContain('vote_certified')
  })

  it('is not for who convened it, whatever else they hold', async () => {
    const { buildingId, communityId } = place.community
    const both = await place.inOffice('building_head', buildingId, { name: '两职' })
    const held = await server.db
      .selectFrom('role_grants')
      .selectAll()
      .where('person_id', '=', secretary.personId)
      .executeTakeFirstOrThrow()
    await server.db
      .insertInto('role_grants')
      .values({ ...held, grant_id: both.personId, person_id: both.personId })
      .execute()
    const vote = await votes.notice(both)
    await atTime(OPENS_AT, vote, 'open')
    await atTime(CLOSES_AT, vote, 'count')
    server.clock.now = CERTIFIABLE_AT
    expect((await votes.read(both, vote)).acts).toEqual([])
    expect(communityId).toBe(held.place_id)
  })
})

describe('voiding', () => {
  it('needs an upheld objection or an order, the certifier and a second official; the result stays', async () => {
    const vote = await closedVote()
    const objection = await votes.object(neighbour, vote, { about: 'result', text: '我家没收到通知' })
    const asked = (ground?: 'objection' | 'order') =>
      votes.act(secretary, vote, 'ask_void', { note: '漏了通知', ground })
    await expect(asked()).rejects.toThrow('VOTE_VOID_GROUND')
    await expect(asked('objection')).rejects.toThrow('VOTE_VOID_GROUND')
    const context = await acting(server.db, secretary.personId, vote.communityId, server.clock.now)
    const answer = { voteId: vote.voteId, objectionId: objection.objectionId, answer: '确实漏了' }
    await answerObjection(context, { ...answer, decision: 'upheld', amendment: 'none' }, server.parts)
    server.clock.now = CERTIFIABLE_AT
    await expect(votes.act(secretary, vote, 'certify')).rejects.toThrow('VOTE_OBJECTION_UPHELD')
    expect(await asked('objection')).toMatchObject({
      state: 'closed',
      voidAsked: { ground: 'objection', reason: '漏了通知' },
    })
    expect(await toldOf(vote, subdistrict)).toEqual(['vote_void_asked'])
    await expect(votes.act(secretary, vote, 'agree_void')).rejects.toThrow('NOT_ALLOWED')
    await expect(votes.act(head, vote, 'agree_void')).rejects.toThrow('NOT_ALLOWED')
    expect(await votes.act(subdistrict, vote, 'refuse_void', { note: '再核实一下' })).toMatchObject({
      voidAsked: null,
    })
    await asked('order')
    const ended = await votes.act(subdistrict, vote, 'agree_void')
    expect(ended).toMatchObject({ state: 'void', items: [{ result: { participated: { persons: 1 } } }] })
    await tellAll(vote)
    expect(await toldOf(vote, resident)).toContain('vote_void')
  })
})

describe('a poll', () => {
  it('counts options, passes nothing, and asks homes or everybody who lives there', async () => {
    const family = await place.resident(place.community.homeId, { relation: 'family' })
    const items = [
      {
        subject: 'poll_residents' as const,
        title: '楼门口种什么',
        options: ['月季', '桂花', '竹子'],
        maxChoices: 2,
      },
    ]
    const vote = await votes.notice(head, { electorate: 'residents', items })
    expect(vote).toMatchObject({ binding: 'advisory' })
    await atTime(OPENS_AT, vote, 'open')
    await votes.cast(resident, vote, { i1: ['月季', '桂花'] })
    await votes.cast(family, vote, { i1: ['桂花'] })
    await votes.cast(neighbour, vote, { i1: [] })
    await atTime(CLOSES_AT, vote, 'count')
    const { items: counted } = await votes.read(head, vote)
    expect(counted[0]?.result).toMatchObject({
      participated: { persons: 3 },
      options: { 月季: { persons: 1 }, 桂花: { persons: 2 }, 竹子: { persons: 0 } },
    })
    expect(counted[0]?.result).not.toHaveProperty('passed')
  })
})
