import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>

/** Proxies in a vote that one person holds, for each of these on the roll. Answers their ids, oldest first. */
export async function manyProxies(
  { db, clock }: Server,
  { communityId }: { communityId: string },
  voteId: string,
  {
    agentId,
    voterIds,
    state = 'asked',
    name = '李秀兰',
  }: { agentId: string; voterIds: readonly string[]; state?: 'asked' | 'accepted'; name?: string },
): Promise<string[]> {
  const rows = voterIds.map((voterId): Insertable<Tables['vote_proxies']> => ({
    community_id: communityId,
    vote_id: voteId,
    proxy_id: newId(),
    voter_id: voterId,
    voter_name: '2单元 602 室',
    principal_name: name,
    agent_id: agentId,
    agent_name: name,
    state,
    asked_at: clock.now,
    decided_at: state === 'asked' ? null : clock.now,
    decided_by: null,
    decided_name: null,
    reason: null,
  }))
  await db.insertInto('vote_proxies').values(rows).execute()
  return rows.map((row) => row.proxy_id)
}

/** Photos that a person took in and has not used yet. */
export async function waitingPhotos(
  { db, clock }: Server,
  { communityId }: { communityId: string },
  ownerId: string,
  count = 1,
): Promise<string[]> {
  const photoIds = Array.from({ length: count }, newId)
  await db
    .insertInto('photos')
    .values(
      photoIds.map((photo_id) => ({
        community_id: communityId,
        photo_id,
        owner_id: ownerId,
        state: 'waiting' as const,
        width: 4,
        height: 3,
        created_at: clock.now,
      })),
    )
    .execute()
  return photoIds
}
