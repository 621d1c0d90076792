import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import type { InboxItem } from '#core/inbox'
import { COUNT_CAP } from '#core/matters'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'

/** The caller's messages in this community, newest first, with how many are unread. */
export async function listInbox({ db, actor, region }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)
  let query = db
    .selectFrom('inbox_items')
    .selectAll()
    .where('community_id', '=', region.regionId)
    .where('person_id', '=', actor.personId)
  if (after) query = query.where('item_id', '<', after[0])
  const rows = await query
    .orderBy('item_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  const page = toPage(rows, PAGE_SIZE, (row) => [row.item_id], presentItem)
  return { ...page, unread: await countUnread(db, region.regionId, actor.personId) }
}

function presentItem(row: {
  item_id: string
  kind: InboxItem['kind']
  about: string
  subject_kind: InboxItem['subject']['kind']
  subject_id: string
  at: Date
  read_at: Date | null
}): InboxItem {
  return {
    itemId: row.item_id,
    kind: row.kind,
    about: row.about,
    subject: { kind: row.subject_kind, id: row.subject_id },
    at: row.at.toISOString(),
    read: row.read_at !== null,
  }
}

/** Unread messages, counted up to one more than is shown. */
export async function countUnread(
  db: Database | Transaction,
  communityId: string,
  personId: string,
): Promise<number> {
  const { rows } = await sql<{ unread: string }>`
    select count(*) as unread from (select 1 from inbox_items where community_id = ${communityId}
      and person_id = ${personId} and read_at is null limit ${COUNT_CAP + 1}) capped`.execute(db)
  return Number(rows[0]?.unread ?? 0)
}

/** Marks one message, or it and all older ones, as read. Unknown ids change nothing. */
export async function markInboxRead(
  { actor, region, now, transact }: Context,
  { itemId, andOlder }: { itemId: string; andOlder: boolean },
): Promise<{ unread: number }> {
  return transact(async (tx) => {
    await tx
      .updateTable('inbox_items')
      .set({ read_at: now() })
      .where('community_id', '=', region.regionId)
      .where('person_id', '=', actor.personId)
      .where('read_at', 'is', null)
      .where('item_id', andOlder ? '<=' : '=', itemId)
      .execute()
    return { unread: await countUnread(tx, region.regionId, actor.personId) }
  })
}
