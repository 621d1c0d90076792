import { sql } from 'kysely'
import { record } from '#server/audit/index'
import type { Transaction } from '#server/platform/db/index'

/** Who says that they are going is not granted anything any more: what they asked to be is taken back. One query. */
export async function takeBackRequests(tx: Transaction, personId: string, at: Date): Promise<void> {
  // Whoever asks belongs to the community from then on.
  const { rows } = await sql<{ communityId: string; requestId: string }>`
    update volunteer_requests set state = 'withdrawn', decided_by = ${personId}
    where community_id in (select community_id from person_communities where person_id = ${personId})
      and person_id = ${personId} and state = 'asked'
    returning community_id as "communityId", request_id as "requestId"`.execute(tx)
  for (const { communityId, requestId } of rows)
    await record(tx, {
      regionId: communityId,
      at,
      personId,
      role: null,
      act: 'volunteer.withdraw',
      subject: { kind: 'volunteer_request', id: requestId },
    })
}
