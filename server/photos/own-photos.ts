import type { Database, Transaction } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import { fileKeyOf } from './repository'

/** A photo somebody took in. */
export interface OwnPhoto {
  communityId: string
  photoId: string
}

/** The photos of one person in one community that can be looked at, in the order in which they came. */
export async function listOwnPhotos(
  db: Database | Transaction,
  communityId: string,
  personId: string,
): Promise<OwnPhoto[]> {
  const rows = await db
    .selectFrom('photos')
    .select('photo_id')
    .where('community_id', '=', communityId)
    .where('owner_id', '=', personId)
    .where('state', 'in', ['waiting', 'attached'])
    .orderBy('photo_id')
    .execute()
  return rows.map((row) => ({ communityId, photoId: row.photo_id }))
}

/** The picture itself; undefined when its file is gone. */
export function readOwnPicture(
  store: FileStore,
  { communityId, photoId }: OwnPhoto,
): Promise<Buffer | undefined> {
  return store.get(fileKeyOf(communityId, photoId, 'display'))
}
