import { sql } from 'kysely'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { accepted, listed, opened, ownVoterOf, photosOf, turnoutOf } from '../../tests/builders/proxies'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  committee,
  neighbour,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  votes,
} from '../../tests/builders/vote-stage'
import { actOnProxy } from './act-on-proxy'
import { castBallot } from './cast-ballot'
import { fileProxy } from './file-proxy'

setVoteStage()

const as = (who: SignedInPerson) =>
  acting(server.db, who.personId, place.community.communityId, server.clock.now)

/** Asks for a proxy, when it is called. */
async function filing(who: SignedInPerson, voteId: string, voterId: string) {
  const context = await as(who)
  const photoIds = await photosOf(who)
  const names = { principalName: '李秀兰', agentName: '周小明' }
  return () => fileProxy(context, { voteId, voterId, ...names, photoIds })
}

const holdVote = (voteId: string) => (tx: Parameters<Parameters<typeof atOnce>[1]>[0]) =>
  sql`select 1 from votes where vote_id = ${voteId} for update`.execute(tx)

describe('at the very same moment', () => {
  it('two who say one voter gave them a proxy: one has it', async () => {
    const { vote, of602 } = await opened()
    const other = await place.resident(place.community.neighbourHomeId)
    const works = [await filing(neighbour, vote.voteId, of602), await filing(other, vote.voteId, of602)]
    const endings = await atOnce(server.db, holdVote(vote.voteId), works)
    expect(sorted(endings)).toEqual(['VOTE_PROXY_TAKEN', 'done'])
    expect((await listed(staff, vote)).items).toHaveLength(1)
  })

  it('one who asks for one more than the vote allows, twice at once: has one', async () => {
    const { estateId } = place.community
    const vote = await votes.notice(committee, { placeId: estateId })
    const [of602, of402] = [await ownVoterOf(resident, vote), await ownVoterOf(neighbour, vote)]
    const works = [await filing(across, vote.voteId, of602), await filing(across, vote.voteId, of402)]
    const endings = await atOnce(server.db, holdVote(vote.voteId), works)
    expect(sorted(endings)).toEqual(['VOTE_PROXY_FULL', 'done'])
    expect((await listed(staff, vote)).items).toHaveLength(1)
  })

  it('has as many as the vote allows, and not one more', async () => {
    const { estateId } = place.community
    const vote = await votes.notice(committee, { placeId: estateId, principalsPerProxy: 2 })
    const [of602, of402] = [await ownVoterOf(resident, vote), await ownVoterOf(neighbour, vote)]
    const works = [await filing(across, vote.voteId, of602), await filing(across, vote.voteId, of402)]
    expect(await atOnce(server.db, holdVote(vote.voteId), works)).toEqual(['done', 'done'])
  })

  it('casting and taking it back: whichever is first, nothing stands in the end', async () => {
    const { vote, of602 } = await opened()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    const [agent, principal] = [await as(neighbour), await as(resident)]
    const { voteId } = vote
    const cast = () =>
      castBallot(agent, { voteId, voterId: of602, choices: { i1: 'approve' } }, server.parts.contactBox)
    const revoke = () => actOnProxy(principal, { voteId, proxyId, act: 'revoke' })
    const [ofCast, ofRevoke] = await atOnce(server.db, holdVote(voteId), [cast, revoke])
    expect(['done', 'VOTE_PROXY_NOT_LIVE']).toContain(ofCast)
    expect(ofRevoke).toBe('done')
    const standing = await server.db
      .selectFrom('ballots')
      .select('ballot_id')
      .where('vote_id', '=', voteId)
      .where('replaced_at', 'is', null)
      .execute()
    expect(standing).toEqual([])
    expect(await turnoutOf(vote)).toBe(0)
  })

  it('accepting and taking it back: one comes after the other, and it stays taken back', async () => {
    const { vote, of602 } = await opened()
    const context = await as(neighbour)
    const photoIds = await photosOf(neighbour)
    const names = { principalName: '李秀兰', agentName: '周小明' }
    const { proxyId } = await fileProxy(context, { voteId: vote.voteId, voterId: of602, ...names, photoIds })
    const [official, principal] = [await as(staff), await as(resident)]
    const [ofAccept, ofRevoke] = await atOnce(server.db, holdVote(vote.voteId), [
      () => actOnProxy(official, { voteId: vote.voteId, proxyId, act: 'accept' }),
      () => actOnProxy(principal, { voteId: vote.voteId, proxyId, act: 'revoke' }),
    ])
    expect(['done', 'STATE_CHANGED']).toContain(ofAccept)
    expect(ofRevoke).toBe('done')
    expect((await listed(resident, vote)).items).toMatchObject([{ state: 'revoked' }])
  })
})
