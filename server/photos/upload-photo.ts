import { PHOTO_SIZES, PHOTOS_WAITING, type PhotoView } from '#core/photos'
import { DomainError } from '#core/errors'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { FileStoreError, type FileStore } from '#server/platform/files/index'
import { drawPictures, type Pictures } from './pictures'
import { presentPhoto } from './present-photos'
import { countUnattached, fileKeyOf, findPhoto, lockUploadsOf } from './repository'
import { claimPhoto, removeClaimed } from './remove-photos'

/**
 * 传照片. The row stands before the files do, so that whatever breaks in between, somebody knows what to clear away:
 * row (`storing`), files, then `waiting` together with the key of the call. Throws CONSENT_REQUIRED, what `drawPictures`
 * throws, PHOTOS_WAITING_TOO_MANY, PHOTO_STORE_FULL or PHOTO_STORE_AWAY; then neither row nor file is left.
 */
export async function uploadPhoto(context: Context, store: FileStore, file: Buffer): Promise<PhotoView> {
  const { db, region, actor } = context
  await enforceConsent(db, actor.personId)
  // Before the work of drawing it, and once more when the row is made.
  await enforceRoom(db, context)
  const pictures = await drawPictures(file)
  const photo = { communityId: region.regionId, photoId: newId() }
  await beginStoring(context, photo.photoId, pictures)
  try {
    await putPictures(store, photo, pictures)
    const view = await context.transact(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('photos')
        .set({ state: 'waiting' })
        .where('community_id', '=', photo.communityId)
        .where('photo_id', '=', photo.photoId)
        .where('state', '=', 'storing')
        .executeTakeFirst()
      // So late that it was cleared away as left over.
      if (numUpdatedRows === 0n) throw new DomainError('PHOTO_STORE_AWAY')
      return presentUploaded(context, photo, pictures)
    })
    // The call was made before and got that answer again: what was stored now is one too many.
    if (view.photoId !== photo.photoId) await clearAway(db, store, photo)
    return view
  } catch (error) {
    await clearAway(db, store, photo)
    throw inWords(error)
  }
}

interface NewPhoto {
  communityId: string
  photoId: string
}

async function enforceRoom(db: Database | Transaction, { region, actor }: Context): Promise<void> {
  const waiting = await countUnattached(db, region.regionId, actor.personId)
  if (waiting >= PHOTOS_WAITING) throw new DomainError('PHOTOS_WAITING_TOO_MANY')
}

async function beginStoring(context: Context, photoId: string, { width, height }: Pictures): Promise<void> {
  const { db, region, actor, now } = context
  await db.transaction().execute(async (tx) => {
    await lockUploadsOf(tx, actor.personId)
    await enforceRoom(tx, context)
    await tx
      .insertInto('photos')
      .values({
        community_id: region.regionId,
        photo_id: photoId,
        owner_id: actor.personId,
        state: 'storing',
        width,
        height,
        created_at: now(),
      })
      .execute()
  })
}

async function putPictures(
  store: FileStore,
  { communityId, photoId }: NewPhoto,
  pictures: Pictures,
): Promise<void> {
  for (const size of PHOTO_SIZES) await store.put(fileKeyOf(communityId, photoId, size), pictures[size])
}

function presentUploaded(
  { region, actor, photoKey, now }: Context,
  { photoId }: NewPhoto,
  { width, height }: Pictures,
): PhotoView {
  const photo = {
    communityId: region.regionId,
    photoId,
    ownerId: actor.personId,
    moment: 'other' as const,
    seq: 0,
    width,
    height,
  }
  return presentPhoto(photo, { photoKey, viewerId: actor.personId, now: now() })
}

/**
 * At once if possible; what can't be removed now keeps its row, and the hourly job tries again. What the database may
 * have taken over all the same (its answer was lost) is left alone.
 */
async function clearAway(db: Database, store: FileStore, photo: NewPhoto): Promise<void> {
  try {
    const ours = (await claimPhoto(db, photo)) || !(await findPhoto(db, photo.communityId, photo.photoId))
    if (ours) await removeClaimed(db, store, photo.communityId, [photo.photoId])
  } catch {
    // The reason for which we are here is what the caller must hear.
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof FileStoreError)) return error
  return new DomainError(error.full ? 'PHOTO_STORE_FULL' : 'PHOTO_STORE_AWAY', undefined, error)
}
