import { sql } from 'kysely'
import type { InboxKind, InboxSubject } from '#core/inbox'
import { newId, type Database, type Transaction } from '#server/platform/db/index'

/** Messages delivered in one transaction at the most. */
const BATCH = 500

/**
 * Puts what was kept back into the lists, once its hour has come. Each message is delivered by whoever locks its row
 * first and in the same transaction as it stops being held: two workers, or one that was killed, deliver it once.
 */
export async function deliverHeld(db: Database, now: Date): Promise<void> {
  const waiting = await db
    .selectFrom('inbox_items')
    .select('community_id')
    .distinct()
    .where('held_until', '<=', now)
    .execute()
  for (const { community_id: communityId } of waiting) {
    let delivered = BATCH
    while (delivered === BATCH)
      delivered = await db.transaction().execute((tx) => deliverBatch(tx, communityId, now))
  }
}

interface HeldItem {
  person_id: string
  item_id: string
  kind: InboxKind
  about: string
  subject_kind: InboxSubject
  subject_id: string
  seen: boolean
}

async function deliverBatch(tx: Transaction, communityId: string, now: Date): Promise<number> {
  const held = await tx
    .selectFrom('inbox_items')
    .select(['person_id', 'item_id', 'kind', 'about', 'subject_kind', 'subject_id', 'seen'])
    .where('community_id', '=', communityId)
    .where('held_until', '<=', now)
    .orderBy('held_until')
    .orderBy('item_id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  if (held.length === 0) return 0
  await sql`
    update inbox_items set held_until = null where community_id = ${communityId}
      and (person_id, item_id) in (select * from unnest(${held.map((item) => item.person_id)}::uuid[],
        ${held.map((item) => item.item_id)}::uuid[]))`.execute(tx)
  await addToGroups(tx, communityId, latestOfEach(held), now)
  return held.length
}

interface Bundle extends HeldItem {
  unread: number
  count: number
}

/** Of several messages about one thing the person reads the latest, and how many there were; unread but for those seen. */
function latestOfEach(held: readonly HeldItem[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const item of held) {
    const key = `${item.person_id} ${item.subject_kind} ${item.subject_id}`
    const { unread, count } = bundles.get(key) ?? { unread: 0, count: 0 }
    bundles.set(key, { ...item, unread: unread + (item.seen ? 0 : 1), count: count + 1 })
  }
  return [...bundles.values()].sort((one, other) => (one.person_id < other.person_id ? -1 : 1))
}

/** They count as told now: a person who looks at six finds them on top. */
async function addToGroups(
  tx: Transaction,
  communityId: string,
  bundles: readonly Bundle[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('inbox_groups')
    .values(
      bundles.map((item) => ({
        community_id: communityId,
        person_id: item.person_id,
        subject_kind: item.subject_kind,
        subject_id: item.subject_id,
        kind: item.kind,
        about: item.about,
        at: now,
        last_item_id: newId(),
        unread: item.unread,
        count: item.count,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id', 'subject_kind', 'subject_id']).doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        about: row.ref('excluded.about'),
        at: row.ref('excluded.at'),
        last_item_id: row.ref('excluded.last_item_id'),
        unread: sql`inbox_groups.unread + excluded.unread`,
        count: sql`inbox_groups.count + excluded.count`,
      })),
    )
    .execute()
}
