import type { HomeLeft } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { recordRound } from '../on-record'
import { LEFT_THERE } from '../left-there'

/** Sessions that are yet to be: who left comes to none of them and hosts none. What has begun stays as it was. */
export async function leaveSessions(
  tx: Transaction,
  { communityId, personId, byPersonId, byRole, at }: HomeLeft,
  roundIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('session_joins')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('round_id', 'in', roundIds)
    .where('starts_at', '>', at)
    .execute()
  const freed = await tx
    .updateTable('round_sessions')
    .set({ host_id: null, host_name: null })
    .where('community_id', '=', communityId)
    .where('host_id', '=', personId)
    .where('round_id', 'in', roundIds)
    .where('starts_at', '>', at)
    .returning('round_id')
    .execute()
  for (const { round_id } of freed)
    await recordRound(
      tx,
      { community_id: communityId, round_id },
      { act: 'unhost_session', at, personId: byPersonId, role: byRole, reason: LEFT_THERE },
    )
}
