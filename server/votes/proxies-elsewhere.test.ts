import { listVotesEndpoint, readVoteEndpoint } from '#core/votes'
import { act, castOn, file, opened, tryFile, turnoutOf } from '../../tests/builders/proxies'
import { place, server, setVoteStage, staff, votes } from '../../tests/builders/vote-stage'

setVoteStage()

it('a proxy is for who lives in another building, too, once they are told whose: they learn of the vote by it', async () => {
  const { vote, of602 } = await opened()
  const daughter = await place.resident(place.community.otherHomeId)
  const read = () =>
    server
      .call(readVoteEndpoint, { as: daughter.token, params: votes.params(vote) })
      .then((one) => one.status)
  expect(await read()).toBe(404)
  // Without one on the roll nothing shows, not even that there is a vote.
  expect((await tryFile(daughter, vote, vote.voteId)).body).toEqual(
    (await tryFile(daughter, { voteId: of602 }, of602)).body,
  )
  expect(await read()).toBe(404)
  const { proxyId } = await file(daughter, vote, of602)
  expect(await read()).toBe(200)
  const { items } = await server.ok(listVotesEndpoint, {
    as: daughter.token,
    params: { communityId: place.community.communityId },
    query: { list: 'current' },
  })
  expect(items.map(({ voteId }) => voteId)).toEqual([vote.voteId])
  expect((await castOn(daughter, vote, of602)).body.code).toBe('VOTE_PROXY_NOT_LIVE')
  await act(staff, vote, proxyId, { act: 'accept' })
  expect((await votes.read(daughter, vote)).voters).toMatchObject([{ voterId: of602, as: 'proxy' }])
  expect((await castOn(daughter, vote, of602, 'against')).body).toMatchObject({ voted: 'mine' })
  await act(daughter, vote, proxyId, { act: 'revoke' })
  expect(await read()).toBe(404)
  expect(await turnoutOf(vote)).toBe(0)
})
