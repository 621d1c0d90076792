import type { Role } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'

/** The clock looks, when an office ends, whether its team has anybody left; what it led would wait for nobody. */
export async function scheduleOfficeEnd(
  tx: Transaction,
  grant: { region_id: string; grant_id: string; role: Role; place_id: string; state: string },
  endsAt: Date,
): Promise<void> {
  if (grant.state !== 'granted' && grant.state !== 'ended') return
  await enqueue(
    tx,
    'office_ended',
    { communityId: grant.region_id, role: grant.role, placeId: grant.place_id },
    { runAt: endsAt, key: `office_ended:${grant.grant_id}` },
  )
}
