import { FINAL_STATES, othersForgottenBefore, RESTING_STATES } from '#core/wishes'
import type { Database } from '#server/platform/db/index'

/**
 * Once a day: the phone of somebody for whom a wish was said, once nobody calls any more, and their name, once who agreed
 * is asked no more (domain.md 10). How they agreed stays. Index: wishes_of_others.
 */
export async function forgetOthers(db: Database, now: Date): Promise<void> {
  const long = othersForgottenBefore(now)
  await db
    .updateTable('wishes')
    .set({ other_phone: null })
    .where('other_name', 'is not', null)
    .where('other_phone', 'is not', null)
    .where('state', 'in', FINAL_STATES)
    .execute()
  await db
    .updateTable('wishes')
    .set({ other_name: null, other_phone: null })
    .where('other_name', 'is not', null)
    .where('state', 'in', [...FINAL_STATES, ...RESTING_STATES])
    .where('changed_at', '<', long)
    .execute()
}
