import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { VolunteerRequest } from '#core/organisations'
import type { GrantState } from '#core/people'
import type { RegionInScope } from '#server/platform/context'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** A request with the name of who asks, and what became of the role it was granted. */
export interface RequestRow extends Selectable<Tables['volunteer_requests']> {
  nickname: string | null
  grant_state: GrantState | null
  grant_ends_at: Date | null
  grant_reason: string | null
}

const read = (communityId: string, which: RawBuilder<unknown>) => sql<RequestRow>`
  select r.*, p.nickname, g.state as grant_state, g.ends_at as grant_ends_at, g.reason as grant_reason
  from volunteer_requests r join people p on p.person_id = r.person_id
    left join role_grants g on g.region_id = r.community_id and g.grant_id = r.grant_id
  where r.community_id = ${communityId} and ${which}`

/** One request of a community. */
export async function findRequest(
  db: Reader,
  communityId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  const { rows } = await read(communityId, sql`r.request_id = ${requestId}`).execute(db)
  return rows[0]
}

/** Locks a request, so that two who answer at once come one after the other. */
export async function lockRequest(
  tx: Transaction,
  communityId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  await tx
    .selectFrom('volunteer_requests')
    .select('request_id')
    .where('community_id', '=', communityId)
    .where('request_id', '=', requestId)
    .forUpdate()
    .execute()
  return findRequest(tx, communityId, requestId)
}

/** One page: of somebody's own (`personId`), or of all that wait for an answer; newest first. */
export async function listRequests(
  db: Reader,
  communityId: string,
  { personId, after, limit }: { personId: string | undefined; after: string | undefined; limit: number },
): Promise<RequestRow[]> {
  const whose = personId ? sql`r.person_id = ${personId}` : sql`r.state = 'asked'`
  const older = after ? sql`and r.request_id < ${after}` : sql``
  const { rows } = await read(
    communityId,
    sql`${whose} ${older} order by r.request_id desc limit ${limit}`,
  ).execute(db)
  return rows
}

/** The request as the rules see it: approved only as long as the role is in force. */
export function requestOf(region: RegionInScope, row: RequestRow, now: Date): VolunteerRequest {
  const over = row.grant_state !== 'granted' || row.grant_ends_at === null || row.grant_ends_at <= now
  return {
    personId: row.person_id,
    state: row.state === 'approved' && over ? 'ended' : row.state,
    jurisdiction: region.path,
  }
}
