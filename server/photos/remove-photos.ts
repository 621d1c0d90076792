import { sql } from 'kysely'
import { PHOTO_SIZES, PHOTO_WAIT_HOURS } from '#core/photos'
import type { Database, Transaction } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import { fileKeyOf, type SubjectOfPhotos } from './repository'

const HOUR_MS = 3_600_000
/** How long an upload may be under way, in hours: far longer than any is. */
const STORING_HOURS = 1
/** Photos removed in one go. */
const BATCH = 100

/**
 * Removes photos that nobody used within a day, those of deleted things, and what broken-off uploads left. A photo is
 * first claimed (`removing`: from then on it can't be attached), then its files go, then its row; so no file is ever
 * without a row, a second server doing the same does no harm, and what was interrupted is taken up again. Throws when
 * the store can't remove.
 */
export async function sweepPhotos(db: Database, store: FileStore, now: Date): Promise<void> {
  const communities = await db
    .selectFrom('photos')
    .select('community_id')
    .distinct()
    .where('state', '<>', 'attached')
    .execute()
  for (const { community_id: communityId } of communities) await sweepCommunity(db, store, communityId, now)
}

async function sweepCommunity(db: Database, store: FileStore, communityId: string, now: Date): Promise<void> {
  let claimed: string[]
  do {
    claimed = await claimOld(db, communityId, now)
    await removeClaimed(db, store, communityId, claimed)
  } while (claimed.length === BATCH)
}

/** What is old enough, or was claimed before and not finished. Rows that somebody attaches just now are passed over. */
async function claimOld(db: Database, communityId: string, now: Date): Promise<string[]> {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const { rows } = await sql<{ photo_id: string }>`
    update photos set state = 'removing' where community_id = ${communityId} and photo_id in (
      select photo_id from photos where community_id = ${communityId} and state <> 'attached' and (
          state = 'removing'
          or (state = 'storing' and created_at <= ${hoursAgo(STORING_HOURS)})
          or (state = 'waiting' and created_at <= ${hoursAgo(PHOTO_WAIT_HOURS)}))
        order by photo_id limit ${BATCH} for update skip locked)
    returning photo_id`.execute(db)
  return rows.map((row) => row.photo_id)
}

/**
 * Takes a thing's photos away from it for good, in the transaction that deletes the thing: nobody sees them from then
 * on, and the hourly job removes files and rows. Until it has, they count among those their owner left unused.
 */
export function releasePhotos(
  tx: Transaction,
  { communityId, subject }: { communityId: string; subject: SubjectOfPhotos },
): Promise<void> {
  return releasePhotosOf(tx, communityId, [subject])
}

/** The same of several things at once. One statement. */
export async function releasePhotosOf(
  tx: Transaction,
  communityId: string,
  subjects: readonly SubjectOfPhotos[],
): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .updateTable('photos')
    .set({
      state: 'removing',
      subject_kind: null,
      subject_id: null,
      moment: null,
      seq: null,
      position: null,
      attached_at: null,
    })
    .where('community_id', '=', communityId)
    .where(
      sql<boolean>`(subject_kind, subject_id) in (select * from unnest(
        ${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]))`,
    )
    .execute()
}

/** Claims one photo that is still being stored; false if it is no longer. */
export async function claimPhoto(
  db: Database,
  { communityId, photoId }: { communityId: string; photoId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('photos')
    .set({ state: 'removing' })
    .where('community_id', '=', communityId)
    .where('photo_id', '=', photoId)
    .where('state', '=', 'storing')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes the files, then the rows, of claimed photos. */
export async function removeClaimed(
  db: Database,
  store: FileStore,
  communityId: string,
  photoIds: readonly string[],
): Promise<void> {
  if (photoIds.length === 0) return
  await store.remove(
    photoIds.flatMap((photoId) => PHOTO_SIZES.map((size) => fileKeyOf(communityId, photoId, size))),
  )
  await db
    .deleteFrom('photos')
    .where('community_id', '=', communityId)
    .where('photo_id', 'in', photoIds)
    .where('state', '=', 'removing')
    .execute()
}
