import { sql } from 'kysely'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  codeOf,
  giveBack,
  listed,
  paperVote,
  receive,
  receiveOf,
  tellerIds,
  voterOf,
} from '../../tests/builders/paper-votes'
import {
  across,
  atTime,
  CLOSES_AT,
  committee,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  stranger,
  votes,
} from '../../tests/builders/vote-stage'
import { receiveEnvelope } from './receive-envelope'

setVoteStage()

describe('taking envelopes', () => {
  it('records whose it is, by number or name, once; who took it may give it back', async () => {
    const vote = await paperVote()
    const voterId = await voterOf(resident, vote)
    const taken = await receiveOf(head, vote, resident)
    expect(taken).toMatchObject({ voterId, state: 'received', mine: true })
    expect(await codeOf(receive(staff, vote, { number: taken.number }))).toBe('VOTE_ENVELOPE_KNOWN')
    expect(await codeOf(receive(staff, vote, { number: 99 }))).toBe('VOTE_ENVELOPE_UNKNOWN')
    expect(await codeOf(receive(staff, vote, {}))).toBe('BODY_INVALID')
    expect(await codeOf(receive(staff, vote, { number: 1, voterId }))).toBe('BODY_INVALID')
    expect(await votes.read(head, vote)).toMatchObject({ turnout: { persons: 1 }, paper: { received: 1 } })
    expect(await votes.read(resident, vote)).toMatchObject({
      voters: [{ voted: 'no', envelopeReceived: true }],
      may: { cast: true },
    })
    expect(await listed(staff, vote)).toMatchObject([{ voterId, mine: false }])
    expect(await codeOf(giveBack(staff, vote, voterId))).toBe('VOTE_ENVELOPE_NOT_YOURS')
    expect(await codeOf(giveBack(head, vote, voterId))).toBe('ok')
    expect(await codeOf(giveBack(head, vote, voterId))).toBe('VOTE_ENVELOPE_UNKNOWN')
    expect(await votes.read(head, vote)).toMatchObject({ turnout: { persons: 0 }, paper: { received: 0 } })
    expect(await codeOf(receive(head, vote, { number: taken.number }))).toBe('ok')
  })

  it('is for convener, tellers and building head, while it is open', async () => {
    const posted = await votes.notice(head, { tellerIds: tellerIds() })
    expect(await codeOf(receive(head, posted, { number: 1 }))).toBe('VOTE_NOT_OPEN')
    await atTime(OPENS_AT, posted, 'open')
    const colleague = await place.inOffice('building_head', place.community.buildingId, { name: '钱师傅' })
    expect(await codeOf(receive(colleague, posted, { number: 1 }))).toBe('ok')
    expect(await codeOf(receive(committee, posted, { number: 2 }))).toBe('ok')
    expect(await codeOf(receive(resident, posted, { number: 1 }))).toBe('NOT_ALLOWED')
    expect(await codeOf(receive(across, posted, { number: 1 }))).toBe('NOT_FOUND')
    expect((await receive(stranger, posted, { number: 1 })).status).toBe(404)
    server.clock.now = CLOSES_AT
    expect(await codeOf(receive(head, posted, { number: 1 }))).toBe('VOTE_OVER')
    expect(await codeOf(giveBack(committee, posted, await voterOf(neighbour, posted)))).toBe('VOTE_OVER')
    server.clock.now = OPENS_AT
    const plain = await votes.notice(head, { opensOn: '2026-11-26', closesOn: '2026-11-28' })
    expect(await codeOf(receive(head, plain, { number: 1 }))).toBe('VOTE_NOT_ON_PAPER')
  })

  it('takes the same one once, however many scan it at the very same moment', async () => {
    const vote = await paperVote()
    const { communityId } = place.community
    const context = await acting(server.db, head.personId, communityId, server.clock.now)
    const take = () => receiveEnvelope(context, { voteId: vote.voteId, number: 1 })
    const endings = await atOnce(
      server.db,
      (tx) => sql`select 1 from vote_voters where vote_id = ${vote.voteId} for update`.execute(tx),
      [take, take, take],
    )
    expect(sorted(endings)).toEqual(['VOTE_ENVELOPE_KNOWN', 'VOTE_ENVELOPE_KNOWN', 'done'])
    expect(await votes.read(head, vote)).toMatchObject({ turnout: { persons: 1 }, paper: { received: 1 } })
  })
})
