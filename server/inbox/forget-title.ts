import type { CaseSubject } from '#core/moderation'
import { sql } from 'kysely'
import type { Transaction } from '#server/platform/db/index'

/** A thing whose title is not for everybody any more: withdrawn, or its words were hidden. */
export interface Forgotten {
  communityId: string
  subject: { kind: CaseSubject; id: string }
  /** Who wrote the title, and may go on reading it; null: nobody may. */
  exceptPersonId: string | null
}

/**
 * Takes the title out of what everybody but its author was told about a thing and about what was said on it, delivered
 * or kept back for the evening; that there is a new notice is not told any more. Called in the transaction that hides
 * it. What is kept back is taken before the lists, and both person by person, as deliveries and senders do.
 */
export async function forgetTitle(
  tx: Transaction,
  { communityId, subject, exceptPersonId }: Forgotten,
): Promise<void> {
  await tx
    .deleteFrom('inbox_items')
    .where('community_id', '=', communityId)
    .where('subject_id', '=', subject.id)
    .where('kind', '=', 'notice_new')
    .where('held_until', 'is not', null)
    .execute()
  const named = sql`community_id = ${communityId} and about <> ''
    and person_id is distinct from ${exceptPersonId}::uuid and subject_id in (
      select ${subject.id}::uuid union all
      select post_id from posts where community_id = ${communityId}
        and subject_kind = ${subject.kind} and subject_id = ${subject.id})`
  await sql`
    with named as (select person_id, item_id from inbox_items where ${named} order by person_id, item_id for update)
    update inbox_items i set about = '' from named where i.community_id = ${communityId}
      and i.person_id = named.person_id and i.item_id = named.item_id`.execute(tx)
  await sql`
    with named as (
      select person_id, subject_kind, subject_id from inbox_groups where ${named}
      order by person_id, subject_kind, subject_id for update
    )
    update inbox_groups g set about = '' from named where g.community_id = ${communityId}
      and g.person_id = named.person_id and g.subject_kind = named.subject_kind and g.subject_id = named.subject_id`.execute(
    tx,
  )
}
