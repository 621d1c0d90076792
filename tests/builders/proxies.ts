import {
  actOnProxyEndpoint,
  castBallotEndpoint,
  fileProxyEndpoint,
  listProxiesEndpoint,
  type ProxyAct,
  type ProxyView,
  type VoteView,
} from '#core/votes'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from './neighbourhood'
import { atTime, head, neighbour, NOW, OPENS_AT, place, resident, server, votes } from './vote-stage'

interface Named {
  voteId: string
}

/** Photos that somebody took in and has not used yet. */
export async function photosOf(by: SignedInPerson, count = 1): Promise<string[]> {
  const photoIds = Array.from({ length: count }, newId)
  await server.db
    .insertInto('photos')
    .values(
      photoIds.map((photo_id) => ({
        community_id: place.community.communityId,
        photo_id,
        owner_id: by.personId,
        state: 'waiting' as const,
        width: 4,
        height: 3,
        created_at: server.clock.now,
      })),
    )
    .execute()
  return photoIds
}

/** Asks to vote for one on the roll; the answer as it came. */
export const tryFile = async (by: SignedInPerson, vote: Named, voterId: string) =>
  server.call(fileProxyEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { voterId, principalName: '李秀兰', agentName: '周小明', photoIds: await photosOf(by) },
  })

/** The same where it works. */
export const file = async (by: SignedInPerson, vote: Named, voterId: string): Promise<ProxyView> =>
  server.ok(fileProxyEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { voterId, principalName: '李秀兰', agentName: '周小明', photoIds: await photosOf(by, 2) },
  })

export const tryAct = (
  by: SignedInPerson,
  vote: Named,
  proxyId: string,
  body: { act: ProxyAct; reason?: string },
) => server.call(actOnProxyEndpoint, { as: by.token, params: { ...votes.params(vote), proxyId }, body })

export const act = (
  by: SignedInPerson,
  vote: Named,
  proxyId: string,
  body: { act: ProxyAct; reason?: string },
): Promise<ProxyView> =>
  server.ok(actOnProxyEndpoint, { as: by.token, params: { ...votes.params(vote), proxyId }, body })

/** Filed by one, and accepted by another. */
export async function accepted(
  by: SignedInPerson,
  vote: Named,
  { voterId, official }: { voterId: string; official: SignedInPerson },
): Promise<ProxyView> {
  const { proxyId } = await file(by, vote, voterId)
  return act(official, vote, proxyId, { act: 'accept' })
}

export const listed = (by: SignedInPerson, vote: Named, list: 'waiting' | 'all' = 'all') =>
  server.ok(listProxiesEndpoint, { as: by.token, params: votes.params(vote), query: { list } })

/** Casts for one on the roll; the answer as it came. */
export const castOn = (by: SignedInPerson, vote: Named, voterId: string, choice = 'approve') =>
  server.call(castBallotEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { voterId, choices: { i1: choice } },
  })

/** For whom somebody votes by right. */
export const ownVoterOf = async (by: SignedInPerson, vote: Named): Promise<string> => {
  const { voters }: VoteView = await votes.read(by, vote)
  return voters.find((voter) => voter.as === 'own')?.voterId ?? ''
}

/** Posted, with the voters of resident and neighbour. */
export async function noticed(more?: Parameters<typeof votes.notice>[1]) {
  server.clock.now = NOW
  const vote = await votes.notice(head, more)
  return { vote, of602: await ownVoterOf(resident, vote), of402: await ownVoterOf(neighbour, vote) }
}

/** The same, open. */
export async function opened(more?: Parameters<typeof votes.notice>[1]) {
  const made = await noticed(more)
  await atTime(OPENS_AT, made.vote, 'open')
  return made
}

/** How many took part so far. */
export const turnoutOf = async (vote: Named): Promise<number | undefined> =>
  (await votes.read(head, vote)).turnout?.persons
