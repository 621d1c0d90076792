import { readHomeEndpoint } from '#core/matters'
import {
  across,
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'

setVoteStage()

async function waitingFor(person: SignedInPerson): Promise<string[]> {
  const { communityId } = place.community
  const home = await server.ok(readHomeEndpoint, { as: person.token, params: { communityId }, query: {} })
  return home.votes.map(({ voteId }) => voteId)
}

it('a vote waits on the first page for who is on its roll, from its opening until they have cast', async () => {
  const posted = await votes.notice(head)
  expect(await waitingFor(resident)).toEqual([])
  await atTime(OPENS_AT, posted, 'open')
  expect(await waitingFor(resident)).toEqual([posted.voteId])
  expect(await waitingFor(across)).toEqual([])
  await votes.cast(resident, posted)
  expect(await waitingFor(resident)).toEqual([])
  expect(await waitingFor(neighbour)).toEqual([posted.voteId])
  // Its hour is over, and no job has come by yet.
  server.clock.now = CLOSES_AT
  expect(await waitingFor(neighbour)).toEqual([])
})

it('three at most, the first to close first', async () => {
  const days = ['2026-11-28', '2026-11-26', '2026-11-27', '2026-11-25']
  const posted = []
  for (const closesOn of days) posted.push(await votes.notice(head, { closesOn, title: closesOn }))
  for (const one of posted) await atTime(OPENS_AT, one, 'open')
  const { communityId } = place.community
  const home = await server.ok(readHomeEndpoint, { as: resident.token, params: { communityId }, query: {} })
  expect(home.votes.map(({ title }) => title)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27'])
  expect(home.votes[0]).toMatchObject({ electorate: 'homes', binding: 'binding' })
})
