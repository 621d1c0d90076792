import { sql } from 'kysely'
import type { BylawInForce } from '#core/votes'
import type { Database, Transaction } from '#server/platform/db/index'

interface Placed extends BylawInForce {
  placeId: string
}

/** Bylaws in force at any of these places. One query. Index: bylaws_standing. */
export async function listBylawsInForce(
  db: Database | Transaction,
  communityId: string,
  placeIds: readonly string[],
): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select place_id as "placeId", bylaw_id as "bylawId", title, clause, adopted_on::text as "adoptedOn"
    from bylaws where community_id = ${communityId} and place_id = any (${[...placeIds]}::uuid[])
      and state = 'in_force'`.execute(db)
  return rows
}

/** Of those on the way down to a place the nearest. */
export function nearestBylaw(
  bylaws: readonly Placed[],
  jurisdiction: readonly string[],
): BylawInForce | undefined {
  for (const placeId of [...jurisdiction].reverse()) {
    const found = bylaws.find((one) => one.placeId === placeId)
    if (found) {
      const { placeId: _place, ...bylaw } = found
      return bylaw
    }
  }
  return undefined
}

/** The bylaws in force at a place: of several on the way down to it the nearest. One query. */
export async function bylawInForce(
  db: Database | Transaction,
  { communityId, jurisdiction }: { communityId: string; jurisdiction: readonly string[] },
): Promise<BylawInForce | undefined> {
  return nearestBylaw(await listBylawsInForce(db, communityId, jurisdiction), jurisdiction)
}
