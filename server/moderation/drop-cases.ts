import type { Transaction } from '#server/platform/db/index'
import type { Target } from './case-repository'

/**
 * Takes the cases about some words, before the words' own row: a decision takes them in this order too, so that the two
 * never wait for each other.
 */
export async function lockCases(tx: Transaction, communityId: string, target: Target): Promise<void> {
  await tx
    .selectFrom('moderation_cases')
    .select('case_id')
    .where('community_id', '=', communityId)
    .where('target_kind', '=', target.kind)
    .where('target_id', '=', target.id)
    .orderBy('case_id')
    .forUpdate()
    .execute()
}

/**
 * The author deleted the words: what is open about them is dropped, what hides them ends, and no answer holds the
 * original any more. The cases themselves stay.
 */
export async function dropCases(tx: Transaction, communityId: string, target: Target): Promise<void> {
  const ofTarget = () =>
    tx
      .updateTable('moderation_cases')
      .where('community_id', '=', communityId)
      .where('target_kind', '=', target.kind)
      .where('target_id', '=', target.id)
  await ofTarget().set({ state: 'dropped' }).where('state', '=', 'open').execute()
  await ofTarget().set({ target_gone: true, in_force: false }).execute()
}
