import { actOnMembershipEndpoint } from '#core/people'
import { answerObjectionEndpoint } from '#core/votes'
import { listPhotosOf } from '#server/photos/index'
import {
  accepted,
  castOn,
  file,
  listed,
  noticed,
  opened,
  ownVoterOf,
  turnoutOf,
} from '../../tests/builders/proxies'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  CERTIFIABLE_AT,
  CLOSES_AT,
  committee,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const photosLeft = async (proxyId: string) =>
  listPhotosOf(server.db, place.community.communityId, [{ kind: 'proxy', id: proxyId }])

/** Says that they live there no longer. */
async function leave(who: SignedInPerson): Promise<void> {
  const { communityId } = place.community
  const { membership_id: membershipId } = await server.db
    .selectFrom('memberships')
    .select('membership_id')
    .where('person_id', '=', who.personId)
    .executeTakeFirstOrThrow()
  await server.ok(actOnMembershipEndpoint, {
    as: who.token,
    params: { communityId, membershipId },
    body: { act: 'leave' },
  })
}

describe('who holds a proxy', () => {
  it('ends with its home unless it was used; what was cast stays', async () => {
    const unused = await opened()
    const used = await opened()
    const mover = await place.resident(place.community.neighbourHomeId)
    for (const { vote, of602 } of [unused, used])
      await accepted(mover, vote, { voterId: of602, official: staff })
    await castOn(mover, used.vote, used.of602)
    await leave(mover)
    const stateOf = async ({ vote }: typeof used) => (await listed(staff, vote)).items[0]
    expect(await stateOf(unused)).toMatchObject({ state: 'ended', reason: '受托人不住在这里了' })
    expect(await stateOf(used)).toMatchObject({ state: 'accepted' })
    expect(await turnoutOf(used.vote)).toBe(1)
    expect((await castOn(mover, unused.vote, unused.of602)).status).toBe(404)
    expect(await toldOf(unused.vote, resident)).toContain('vote_proxy_revoked')
  })
})

describe('what happens to the vote', () => {
  it('taken back to be changed, ends them; the photos go', async () => {
    const { vote, of602 } = await noticed()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    // Lives elsewhere in the community, and only asked so far.
    await file(across, vote, await ownVoterOf(neighbour, vote))
    await tellAll(vote)
    await votes.act(head, vote, 'revise', { note: '日子写错了' })
    await tellAll(vote)
    for (const who of [neighbour, resident, across])
      expect((await toldOf(vote, who)).slice(-2)).toEqual(['vote_proxy_revoked', 'vote_revised'])
    const row = await server.db
      .selectFrom('vote_proxies')
      .selectAll()
      .where('proxy_id', '=', proxyId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'ended', reason: '表决收回去改了，要重新委托' })
    expect(await photosLeft(proxyId)).toEqual([])
  })

  it('certified, lets the photos go, and not before', async () => {
    const { vote, of602 } = await opened()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    await atTime(CLOSES_AT, vote, 'count')
    expect(await photosLeft(proxyId)).toHaveLength(2)
    server.clock.now = CERTIFIABLE_AT
    await votes.act(secretary, vote, 'certify')
    expect(await photosLeft(proxyId)).toEqual([])
    expect((await listed(resident, vote)).items).toMatchObject([{ agentName: '周小明', photos: [] }])
  })

  it('its roll made anew, lets them follow their voter, by its key', async () => {
    const { vote, of602 } = await noticed()
    const { proxyId } = await accepted(neighbour, vote, { voterId: of602, official: staff })
    const { objectionId } = await votes.object(neighbour, vote)
    await server.ok(answerObjectionEndpoint, {
      as: staff.token,
      params: { ...votes.params(vote), objectionId },
      body: { decision: 'upheld', answer: '登记改好了', amendment: 'rebuild' },
    })
    expect(await ownVoterOf(resident, vote)).toBe(of602)
    expect((await listed(staff, vote)).items).toMatchObject([
      { proxyId, state: 'accepted', voter: { voterId: of602 } },
    ])
    await atTime(OPENS_AT, vote, 'open')
    expect((await castOn(neighbour, vote, of602)).status).toBe(200)
  })

  it('one taken off the roll ends what was given for it', async () => {
    const { vote, of602 } = await noticed()
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    const { objectionId } = await votes.object(neighbour, vote, { voterId: of602 })
    await server.ok(answerObjectionEndpoint, {
      as: committee.token,
      params: { ...votes.params(vote), objectionId },
      body: { decision: 'upheld', answer: '空着', amendment: 'remove' },
    })
    expect((await listed(staff, vote)).items).toMatchObject([{ state: 'ended' }])
  })
})
