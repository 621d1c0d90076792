import type { CaseSubject } from '#core/moderation'
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
 * The author deleted the words: what is open about them is dropped, what hides them ends, and neither the original nor
 * what they wrote to have it looked at again is kept. The cases themselves stay.
 */
export async function dropCases(tx: Transaction, communityId: string, target: Target): Promise<void> {
  const ofTarget = () =>
    tx
      .updateTable('moderation_cases')
      .where('community_id', '=', communityId)
      .where('target_kind', '=', target.kind)
      .where('target_id', '=', target.id)
  await ofTarget().set({ state: 'dropped' }).where('state', '=', 'open').execute()
  await ofTarget().set({ target_gone: true, in_force: false, original: '', appeal_note: null }).execute()
}

/**
 * The title of a thing is deleted: no case names it any more, neither those about it nor those about what was said in
 * its thread. Before the thing's own row is locked, as with `lockCases`.
 */
export async function forgetAbout(
  tx: Transaction,
  communityId: string,
  subject: { kind: CaseSubject; id: string },
  about: string,
): Promise<void> {
  await tx
    .updateTable('moderation_cases')
    .set({ about })
    .where('community_id', '=', communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}
