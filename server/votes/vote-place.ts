import type { VotePlace } from '#core/votes'
import { DomainError } from '#core/errors'
import { locatePlace, type LocatedPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** A place a vote may be held at, with its name. */
export type PlaceToVote = LocatedPlace & VotePlace

/** The place of a vote, as it stands now. Throws PLACE_NOT_HERE. Three queries. */
export async function votePlaceOf(
  db: Reader,
  { region, now }: Pick<Context, 'region' | 'now'>,
  placeId: string,
): Promise<PlaceToVote> {
  const place = await locatePlace(db, region, placeId, now())
  if (!place || place.isOver) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  const committees = await listCommittees(db, place.jurisdiction, now())
  return { ...place, hasCommittee: committees.length > 0 }
}

/** Of several places those in which an owners' committee is in office now. */
export async function listCommittees(db: Reader, placeIds: readonly string[], now: Date): Promise<string[]> {
  const held = await db
    .selectFrom('role_grants')
    .select('place_id')
    .distinct()
    .where('place_id', 'in', [...placeIds])
    .where('role', '=', 'owners_committee')
    .where('state', '=', 'granted')
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .execute()
  return held.map((row) => row.place_id)
}
