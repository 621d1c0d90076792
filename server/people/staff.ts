import type { Role } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'

/** Persons in office in one of the roles at any of the places. */
export async function listStaffIds(
  db: Database | Transaction,
  placeIds: readonly string[],
  roles: readonly Role[],
  now: Date,
): Promise<string[]> {
  if (placeIds.length === 0) return []
  const rows = await db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('place_id', 'in', placeIds)
    .where('role', 'in', roles)
    .where('state', '=', 'granted')
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .execute()
  return rows.map((row) => row.person_id)
}
