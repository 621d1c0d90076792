import { sql } from 'kysely'
import { sendToInbox } from '#server/inbox/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { lockNotice, saveNotice, type NoticeRow } from './repository'

/** Homes of persons looked at in one transaction. */
const BATCH = 500

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
 * The next persons of the community, those who live there, and how far that is; undefined: there are no more. Every
 * batch reads as many homes, wherever the notice hangs. Index: memberships_of_person.
 */
async function listNextPersons(
  tx: Transaction,
  row: NoticeRow,
): Promise<{ persons: string[]; last: string | undefined }> {
  const { rows } = await sql<{ personId: string; there: boolean }>`
    select person_id as "personId", state = 'confirmed' and home_path @> array[${row.place_id}]::uuid[] as there
    from memberships where community_id = ${row.community_id} ${row.told_after ? sql`and person_id > ${row.told_after}` : sql``}
    order by person_id, membership_id limit ${BATCH}`.execute(tx)
  const last = rows[rows.length - 1]?.personId
  // Somebody's homes may go on after a full batch: then they come with the next one.
  const before = rows.filter(({ personId }) => personId !== last)
  const whole = rows.length < BATCH || before.length === 0 ? rows : before
  return {
    persons: [...new Set(whole.filter(({ there }) => there).map(({ personId }) => personId))],
    last: whole[whole.length - 1]?.personId,
  }
}

/** Notes whom it is told to; not the author, and not who opened it already. */
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
