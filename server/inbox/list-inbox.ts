import { sql, type Selectable } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import type { InboxItem } from '#core/inbox'
import { COUNT_CAP } from '#core/matters'
import type { Context } from '#server/platform/context'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'

/** What the caller was told in this community, one entry per thing, newest first, with how many things are unread. */
export async function listInbox({ db, actor, region }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)
  let query = db
    .selectFrom('inbox_groups')
    .selectAll()
    .where('community_id', '=', region.regionId)
    .where('person_id', '=', actor.personId)
  if (after) query = query.where('last_item_id', '<', after[0])
  const rows = await query
    .orderBy('last_item_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  const page = toPage(rows, PAGE_SIZE, (row) => [row.last_item_id], presentGroup)
  return { ...page, unread: await countUnread(db, region.regionId, actor.personId) }
}

function presentGroup(row: Selectable<Tables['inbox_groups']>): InboxItem {
  return {
    itemId: row.last_item_id,
    kind: row.kind,
    about: row.about,
    subject: { kind: row.subject_kind, id: row.subject_id },
    at: row.at.toISOString(),
    unread: row.unread,
    count: row.count,
  }
}

/** Things with something unread, counted up to one more than is shown. */
export async function countUnread(
  db: Database | Transaction,
  communityId: string,
  personId: string,
): Promise<number> {
  const { rows } = await sql<{ unread: string }>`
    select count(*) as unread from (select 1 from inbox_groups where community_id = ${communityId}
      and person_id = ${personId} and unread > 0 limit ${COUNT_CAP + 1}) capped`.execute(db)
  return Number(rows[0]?.unread ?? 0)
}
