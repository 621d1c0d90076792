import { sql, type RawBuilder } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import { fileKeyOf } from './repository'

/** A photo somebody took in. */
export interface OwnPhoto {
  communityId: string
  photoId: string
}

/**
 * Whether a photo in `photos` is its owner's own, and not taken for an office: of a matter they reported or wrote
 * themselves, or of a step that they took as a resident. What was photographed in somebody else's home is not theirs.
 */
export function isOnesOwn(personId: string): RawBuilder<boolean> {
  return sql<boolean>`(photos.subject_kind is distinct from 'matter' or exists (
    select 1 from matters m left join matter_events e
      on e.community_id = m.community_id and e.matter_id = m.matter_id and e.seq = photos.seq
    where m.community_id = photos.community_id and m.matter_id = photos.subject_id and e.role is null
      and (m.reporter_id = ${personId} or m.author_id = ${personId} or e.person_id = ${personId})))`
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
    .where(isOnesOwn(personId))
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
