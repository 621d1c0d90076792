import { sql } from 'kysely'
import { sendToInbox } from '#server/inbox/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { lockNotice, saveNotice, type NoticeRow } from './repository'

/** Homes looked at in one transaction. */
const BATCH = 200

/**
 * Tells everybody who lives there, batch by batch. How far it came is saved with the batch, under the notice's lock: two
 * workers share the work, and after a kill the next one goes on. Stops when the notice is hidden or withdrawn.
 */
export async function tellNotice(
  db: Database,
  { communityId, noticeId }: Jobs['tell_notice'],
  now: Date,
): Promise<void> {
  let more = true
  while (more) {
    more = await db.transaction().execute(async (tx) => {
      const row = await lockNotice(tx, communityId, noticeId)
      if (!row || row.told_at || row.withdrawn_at || row.words_state !== 'shown') return false
      return tellBatch(tx, row, now)
    })
  }
}

/** Goes on with what a killed server left half told: its job stays locked for hours. */
export async function tellUntold(db: Database, now: Date): Promise<void> {
  const untold = await db
    .selectFrom('notices')
    .select(['community_id as communityId', 'notice_id as noticeId'])
    .where('told_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('words_state', '=', 'shown')
    .execute()
  for (const notice of untold) await tellNotice(db, notice, now)
}

async function tellBatch(tx: Transaction, row: NoticeRow, now: Date): Promise<boolean> {
  const { persons, last } = await listNextPersons(tx, row)
  if (last === undefined) {
    await saveNotice(tx, row, { told_at: now })
    return false
  }
  await saveNotice(tx, row, { told_after: last })
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: await addReaders(tx, row, persons),
    kind: 'notice_new',
    about: row.title,
    subject: { kind: 'notice', id: row.notice_id },
    at: now,
  })
  return true
}

/**
 * The next homes of the community, in the order in which they were asked for: who lives there, and how far that is;
 * undefined: there are no more. Every batch reads as many, wherever the notice hangs. Index: the key of memberships.
 */
async function listNextPersons(
  tx: Transaction,
  row: NoticeRow,
): Promise<{ persons: string[]; last: string | undefined }> {
  const { rows } = await sql<{ membershipId: string; personId: string; there: boolean }>`
    select membership_id as "membershipId", person_id as "personId",
      state = 'confirmed' and home_path @> array[${row.place_id}]::uuid[] as there
    from memberships where community_id = ${row.community_id}
      ${row.told_after ? sql`and membership_id > ${row.told_after}` : sql``}
    order by membership_id limit ${BATCH}`.execute(tx)
  const there = rows.filter((home) => home.there).map(({ personId }) => personId)
  return { persons: [...new Set(there)], last: rows[rows.length - 1]?.membershipId }
}

/** Notes whom it is told to; not the author, nor who was told for another home of theirs, nor who opened it already. */
async function addReaders(tx: Transaction, row: NoticeRow, persons: readonly string[]): Promise<string[]> {
  const others = persons.filter((personId) => personId !== row.author_id)
  if (others.length === 0) return []
  const added = await tx
    .insertInto('notice_readers')
    .values(
      others.map((personId) => ({
        community_id: row.community_id,
        notice_id: row.notice_id,
        person_id: personId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['community_id', 'notice_id', 'person_id']).doNothing())
    .returning('person_id')
    .execute()
  return added.map((reader) => reader.person_id)
}
