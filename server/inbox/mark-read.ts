import { sql } from 'kysely'
import type { InboxSubject } from '#core/inbox'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { countUnread } from './list-inbox'

/**
 * Marks one entry, or it and all older ones, as read. Unknown ids change nothing; nor does an entry to which something
 * came since it was listed. An entry that a sender is writing to right now is passed over for the same reason.
 */
export async function markInboxRead(
  { actor, region, transact }: Context,
  { itemId, andOlder }: { itemId: string; andOlder: boolean },
): Promise<{ unread: number }> {
  return transact(async (tx) => {
    await sql`
      update inbox_groups set unread = 0 where community_id = ${region.regionId} and person_id = ${actor.personId}
        and (subject_kind, subject_id) in (
          select subject_kind, subject_id from inbox_groups
          where community_id = ${region.regionId} and person_id = ${actor.personId} and unread > 0
            and ${andOlder ? sql`last_item_id <= ${itemId}` : sql`last_item_id = ${itemId}`}
          for update skip locked)`.execute(tx)
    return { unread: await countUnread(tx, region.regionId, actor.personId) }
  })
}

/** Whoever opened the thing itself has seen what was told about it. */
export async function markSubjectRead(
  { actor, region, transact }: Context,
  subject: { kind: InboxSubject; id: string },
): Promise<{ unread: number }> {
  return transact(async (tx) => {
    await readSubject(tx, { communityId: region.regionId, personId: actor.personId, subject })
    return { unread: await countUnread(tx, region.regionId, actor.personId) }
  })
}

/**
 * The same for another use case that shows a thing, in its transaction. What is kept back for the evening has been seen
 * too; it is taken first, as a delivery does, so that what is delivered at this moment is read as well.
 */
export async function readSubject(
  tx: Transaction,
  at: { communityId: string; personId: string; subject: { kind: InboxSubject; id: string } },
): Promise<void> {
  await sql`
    with kept as (
      select item_id from inbox_items where community_id = ${at.communityId} and person_id = ${at.personId}
        and subject_kind = ${at.subject.kind} and subject_id = ${at.subject.id} and held_until is not null
      order by item_id for update
    )
    update inbox_items i set seen = true from kept
    where i.community_id = ${at.communityId} and i.person_id = ${at.personId} and i.item_id = kept.item_id`.execute(
    tx,
  )
  await tx
    .updateTable('inbox_groups')
    .set({ unread: 0 })
    .where('community_id', '=', at.communityId)
    .where('person_id', '=', at.personId)
    .where('subject_kind', '=', at.subject.kind)
    .where('subject_id', '=', at.subject.id)
    .where('unread', '>', 0)
    .execute()
}
