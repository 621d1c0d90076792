import { sql, type Selectable } from 'kysely'
import type { Photo, PhotoMoment, PhotoSize, PhotoSubject } from '#core/photos'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

export type PhotoRow = Selectable<Tables['photos']>

/** A thing that photos belong to. */
export interface SubjectOfPhotos {
  kind: PhotoSubject
  id: string
}

/** A photo that belongs to something. */
export interface AttachedPhoto {
  communityId: string
  photoId: string
  ownerId: string
  subject: SubjectOfPhotos
  moment: PhotoMoment
  /** The step of the subject's timeline; 0: none. */
  seq: number
  width: number
  height: number
}

/** The row as the rules see it. */
export function photoOf(row: PhotoRow): Photo {
  return {
    ownerId: row.owner_id,
    state: row.state,
    createdAt: row.created_at,
  }
}

/** Under which key a picture lies in the store. By the id's random end, so that no folder grows without bounds. */
export function fileKeyOf(communityId: string, photoId: string, size: PhotoSize): string {
  return `${communityId}/${photoId.slice(-2)}/${photoId}-${size}.jpg`
}

export function findPhoto(
  db: Database | Transaction,
  communityId: string,
  photoId: string,
): Promise<PhotoRow | undefined> {
  return db
    .selectFrom('photos')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('photo_id', '=', photoId)
    .executeTakeFirst()
}

/** Locks the rows, in the order of their ids. */
export function lockPhotos(
  tx: Transaction,
  communityId: string,
  photoIds: readonly string[],
): Promise<PhotoRow[]> {
  return tx
    .selectFrom('photos')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('photo_id', 'in', photoIds)
    .orderBy('photo_id')
    .forUpdate()
    .execute()
}

/** Lets one upload of a person after the other past the count, until the transaction ends. */
export async function lockUploadsOf(tx: Transaction, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`photos of ${ownerId}`}, 0))`.execute(tx)
}

/** How many of a person's photos belong to nothing yet, or no longer. */
export async function countUnattached(
  db: Database | Transaction,
  communityId: string,
  ownerId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('photos')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('community_id', '=', communityId)
    .where('owner_id', '=', ownerId)
    .where('state', '<>', 'attached')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The last position taken in a step and moment of a thing; 0 if none is. */
export async function lastPosition(
  tx: Transaction,
  communityId: string,
  subject: SubjectOfPhotos,
  moment: PhotoMoment,
  seq: number,
): Promise<number> {
  const { last } = await tx
    .selectFrom('photos')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('community_id', '=', communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('moment', '=', moment)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** What photos belong to from now on. */
export interface Attachment {
  subject: SubjectOfPhotos
  moment: PhotoMoment
  seq: number
  /** Position of the first of them. */
  first: number
  at: Date
}

/** Gives photos to a thing, in the given order. */
export async function saveAttachment(
  tx: Transaction,
  communityId: string,
  photoIds: readonly string[],
  { subject, moment, seq, first, at }: Attachment,
): Promise<void> {
  await sql`
    update photos p set state = 'attached', subject_kind = ${subject.kind}, subject_id = ${subject.id}::uuid,
      moment = ${moment}, seq = ${seq}::integer, position = ${first - 1}::integer + g.place::integer,
      attached_at = ${at}::timestamptz
    from unnest(${photoIds}::uuid[]) with ordinality as g (photo_id, place)
    where p.community_id = ${communityId} and p.photo_id = g.photo_id`.execute(tx)
}

/** The photos of several things of one community, in one query; in the order in which they are shown. */
export async function listPhotosOf(
  db: Database | Transaction,
  communityId: string,
  subjects: readonly SubjectOfPhotos[],
): Promise<AttachedPhoto[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(
      sql<boolean>`(subject_kind, subject_id) in (select * from unnest(
        ${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]))`,
    )
    .orderBy('seq')
    .orderBy('position')
    .execute()
  return rows.map(attachedOf)
}

/** Null only in rows that belong to nothing: the table's own check. */
function attachedOf(row: PhotoRow): AttachedPhoto {
  return {
    communityId: row.community_id,
    photoId: row.photo_id,
    ownerId: row.owner_id,
    subject: { kind: row.subject_kind as PhotoSubject, id: row.subject_id as string },
    moment: row.moment as PhotoMoment,
    seq: row.seq as number,
    width: row.width,
    height: row.height,
  }
}
