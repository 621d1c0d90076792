import { canAttachPhoto, canAttachSoMany, type PhotoMoment } from '#core/photos'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import { lastPosition, lockPhotos, photoOf, saveAttachment, type SubjectOfPhotos } from './repository'

export interface Attaching {
  communityId: string
  /** Who attaches them: only one's own photos, each once. */
  personId: string
  /** In the order in which they are shown. */
  photoIds: readonly string[]
  subject: SubjectOfPhotos
  moment: PhotoMoment
  /** The step of the subject's timeline they came with; left out: they belong to the thing itself. */
  seq?: number
  at: Date
}

/** Two acts took the same place at the same moment. */
const TAKEN = '23505'

/**
 * Gives uploaded photos to a thing, in the caller's transaction; locks their rows, and answers nothing. Up to nine a
 * moment, and as many again with each step of the timeline. Throws PHOTO_UNKNOWN (not there, not one's own, used
 * already: all alike), PHOTOS_TOO_MANY, or STATE_CHANGED when somebody else attached to the same step just then; callers
 * that lock the thing first never meet that.
 */
export async function attachPhotos(
  tx: Transaction,
  { communityId, personId, photoIds, subject, moment, seq = 0, at }: Attaching,
): Promise<void> {
  if (photoIds.length === 0) return
  const rows = await lockPhotos(tx, communityId, photoIds)
  for (const photoId of photoIds) {
    const row = rows.find((one) => one.photo_id === photoId)
    enforce(canAttachPhoto({ personId }, row && photoOf(row)))
  }
  const last = await lastPosition(tx, communityId, subject, moment, seq)
  enforce(canAttachSoMany(last, photoIds.length))
  try {
    await saveAttachment(tx, communityId, photoIds, { subject, moment, seq, first: last + 1, at })
  } catch (error) {
    throw (error as { code?: string }).code === TAKEN ? new DomainError('STATE_CHANGED') : error
  }
}
