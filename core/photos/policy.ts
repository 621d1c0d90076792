import { type Actor, type Decision, ALLOWED, refused } from '../permissions'
import { PHOTO_WAIT_HOURS, PHOTOS_PER_THING } from './limits'

const HOUR_MS = 3_600_000

/** A photo on its way: its row, its files, its use, its end. Only what is `attached` belongs to a thing. */
export const PHOTO_STATES = ['storing', 'waiting', 'attached', 'removing'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

/** What the rules below ask of a photo. */
export interface Photo {
  ownerId: string
  state: PhotoState
  /** When its upload began. */
  createdAt: Date
}

/** May use it: its owner, once. Whose it is and whether there is one are answered alike. */
export function canAttachPhoto(actor: Pick<Actor, 'personId'>, photo: Photo | undefined): Decision {
  const usable = photo?.state === 'waiting' && photo.ownerId === actor.personId
  return usable ? ALLOWED : refused('PHOTO_UNKNOWN', 'photoIds')
}

/** Up to nine per thing and moment (or per step of its timeline). */
export function canAttachSoMany(already: number, more: number): Decision {
  return already + more <= PHOTOS_PER_THING ? ALLOWED : refused('PHOTOS_TOO_MANY', 'photoIds')
}

/** May look at it. What waits is its owner's alone; what belongs to a thing goes with that thing. */
export function canSeePhoto(actor: Pick<Actor, 'personId'>, photo: Photo, seesSubject: boolean): boolean {
  if (photo.state === 'waiting') return photo.ownerId === actor.personId
  return photo.state === 'attached' && seesSubject
}

/** From when on a photo that nobody used may be taken away. */
export function photoWaitEndsAt(createdAt: Date): Date {
  return new Date(createdAt.getTime() + PHOTO_WAIT_HOURS * HOUR_MS)
}
