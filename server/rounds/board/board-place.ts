import { sql } from 'kysely'
import { isRoundPlace } from '#core/rounds'
import { DomainError } from '#core/errors'
import { locatePlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import type { PlaceOfRound } from '../convene-round'
import { homesBelow } from '../homes-below'

type Reader = Database | Transaction

/** The place whose board it is, as it stands now. Throws NOT_FOUND where there is none. Three queries. */
export async function boardPlaceOf(
  db: Reader,
  { region, now }: Pick<Context, 'region' | 'now'>,
  placeId: string,
): Promise<PlaceOfRound> {
  const place = await locatePlace(db, region, placeId, now())
  if (!place || place.isOver || !isRoundPlace(place.kind)) throw new DomainError('NOT_FOUND')
  return { ...place, kind: place.kind }
}

/** Homes are counted so far: more of them ask for no more seconds. */
const HOMES_THAT_MATTER = 6

/** How many homes a place has, as far as it matters for seconds. */
export async function countHomesThatMatter(
  db: Reader,
  communityId: string,
  placeId: string,
): Promise<number> {
  const { rows } = await sql<{ homes: string }>`
    select count(*) as homes from (select 1 from ${homesBelow(communityId, sql`${placeId}`)} home
      limit ${HOMES_THAT_MATTER}) counted`.execute(db)
  return Number(rows[0]?.homes ?? 0)
}
