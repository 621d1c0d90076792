import type { Database, Transaction } from '#server/platform/db/index'

/** Confirmed members of a home, one person left out. */
export async function listHouseholdIds(
  tx: Transaction,
  communityId: string,
  homeId: string,
  exceptPersonId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('home_id', '=', homeId)
    .where('state', '=', 'confirmed')
    .where('person_id', '<>', exceptPersonId)
    .execute()
  return rows.map((row) => row.person_id)
}

/**
 * The homes somebody lives in or owns, and none of them can be left before this transaction ends. For what ends with the
 * home (domain.md 3: seconds, claims): first in the transaction, before the thing itself is locked.
 */
export async function holdHomes(tx: Transaction, communityId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('home_id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .orderBy('membership_id')
    .forShare()
    .execute()
  return rows.map((row) => row.home_id)
}

/** Homes in which somebody lives or which they own, confirmed. */
export async function listHomeIds(
  db: Database | Transaction,
  communityId: string,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('home_id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .execute()
  return rows.map((row) => row.home_id)
}
