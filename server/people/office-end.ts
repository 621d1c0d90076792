import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import type { GrantRow } from './grant-repository'

/**
 * The clock looks, when an office ends, whether its team has anybody left; what it led would wait for nobody. When
 * somebody's time as a volunteer ends, so does what they help with as one.
 */
export async function scheduleOfficeEnd(
  tx: Transaction,
  grant: Pick<GrantRow, 'region_id' | 'grant_id' | 'person_id' | 'role' | 'place_id' | 'state'>,
  endsAt: Date,
): Promise<void> {
  if (grant.state !== 'granted' && grant.state !== 'ended') return
  if (grant.role === 'volunteer') {
    await enqueue(
      tx,
      'volunteer_ended',
      { communityId: grant.region_id, personId: grant.person_id, endsAt: endsAt.toISOString() },
      { runAt: endsAt, key: `volunteer_ended:${grant.grant_id}` },
    )
    return
  }
  await enqueue(
    tx,
    'office_ended',
    { communityId: grant.region_id, role: grant.role, placeId: grant.place_id },
    { runAt: endsAt, key: `office_ended:${grant.grant_id}` },
  )
}
