import { canSeePhoto, type PhotoSubject } from '#core/photos'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { readAddress, type Address } from './address'
import { fileKeyOf, findPhoto, photoOf, type PhotoRow } from './repository'

/** Who asks for a picture, in which community, when. */
export type Looking = Pick<Context, 'db' | 'actor' | 'region' | 'now'>

/** May this person see that thing, with what stands in it? Asked again for each picture, whatever its address says. */
export type PhotoReader = (looking: Looking, subjectId: string, ownerId: string) => Promise<boolean>

/** One per kind of thing; areas give them to `photoRoutes`. */
export type PhotoReaders = Record<PhotoSubject, PhotoReader>

/** A picture that its asker may see. */
export interface Picture {
  address: Address
  /** The file itself, read only where it is sent. */
  load(): Promise<Buffer>
}

/** The picture behind an address. Throws NOT_FOUND: for a wrong word, one that is over, and what one may not see alike. */
export async function readPicture(
  { db, now, photos, photoKey }: ServerParts,
  readers: PhotoReaders,
  { communityId, word }: { communityId: string; word: string },
): Promise<Picture> {
  const address = readAddress(photoKey, communityId, word, now())
  if (!address) throw new DomainError('NOT_FOUND')
  const row = await findPhoto(db, communityId, address.photoId)
  const asker = { personId: address.viewerId, sessionId: '' }
  const scope = row && (await findCallerIn(db, asker, communityId, now()))
  if (!scope || !(await maySee(row, { db, now, ...scope }, readers))) throw new DomainError('NOT_FOUND')
  return {
    address,
    load: async () => {
      const bytes = await photos.get(fileKeyOf(communityId, address.photoId, address.size))
      if (!bytes) throw new DomainError('NOT_FOUND')
      return bytes
    },
  }
}

async function maySee(row: PhotoRow, looking: Looking, readers: PhotoReaders): Promise<boolean> {
  const { subject_kind: kind, subject_id: subjectId } = row
  const seesSubject =
    kind !== null && subjectId !== null && (await readers[kind](looking, subjectId, row.owner_id))
  return canSeePhoto(looking.actor, photoOf(row), seesSubject)
}
