import { sql, type Selectable } from 'kysely'
import type { Grant, GrantState } from '#core/people'
import type { Role } from '#core/permissions'
import type { PlaceKind, RegionKind } from '#core/places'
import { pathName } from '#core/places'
import { findPlace, listGridsCovering } from '#server/places/index'
import type { RegionInScope } from '#server/platform/context'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type GrantRow = Selectable<Tables['role_grants']>

/** Locks one grant of a region. */
export function lockGrant(tx: Transaction, regionId: string, grantId: string): Promise<GrantRow | undefined> {
  return tx
    .selectFrom('role_grants')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('grant_id', '=', grantId)
    .forUpdate()
    .executeTakeFirst()
}

/** Grants of a region, newest first. */
export function listGrants(
  db: Reader,
  regionId: string,
  after: string | undefined,
  limit: number,
): Promise<GrantRow[]> {
  let query = db.selectFrom('role_grants').selectAll().where('region_id', '=', regionId)
  if (after) query = query.where('grant_id', '<', after)
  return query.orderBy('grant_id', 'desc').limit(limit).execute()
}

/** One office of one person: nobody holds it twice. */
interface Office {
  regionId: string
  personId: string
  role: Role
  placeId: string
}

/** Marks what is over by its own date, so that the office can be granted again. Nothing else depends on the mark. */
export async function closeExpired(tx: Transaction, office: Office, now: Date): Promise<void> {
  await tx
    .updateTable('role_grants')
    .set({ state: sql<GrantState>`case state when 'granted' then 'ended' else 'refused' end` })
    .where('region_id', '=', office.regionId)
    .where('person_id', '=', office.personId)
    .where('role', '=', office.role)
    .where('place_id', '=', office.placeId)
    .where('state', 'in', ['proposed', 'granted'])
    .where('ends_at', '<=', now)
    .execute()
}

/** The grant as the rules see it. */
export function grantOf(row: GrantRow): Grant {
  return {
    personId: row.person_id,
    role: row.role,
    state: row.state,
    proposedById: row.proposed_by,
    proposedAs: row.proposed_as,
    jurisdiction: row.jurisdiction,
  }
}

/** A place or region a role can be held at. */
export interface GrantPlace {
  placeId: string
  kind: PlaceKind | RegionKind
  name: string
  jurisdiction: string[]
  /** End of a functional grid: no grant outlives it. */
  endsAt: Date | null
}

/** The place of a grant inside a region: the region itself, or a place of the community. */
export async function findGrantPlace(
  db: Reader,
  region: RegionInScope,
  placeId: string,
  now: Date,
): Promise<GrantPlace | undefined> {
  if (placeId === region.regionId) {
    return { placeId, kind: region.kind, name: region.name, jurisdiction: region.path, endsAt: null }
  }
  const place = await findPlace(db, region.regionId, placeId)
  if (!place) return undefined
  const grids = await listGridsCovering(db, region.regionId, place.path, now)
  return {
    placeId,
    kind: place.kind,
    name: pathName(place.pathNames),
    jurisdiction: [...new Set([...region.path, ...place.path, ...grids.map(({ gridId }) => gridId)])],
    endsAt: place.endsAt,
  }
}

/** Whether anybody is district staff now: until then two administrators found the district. */
export async function hasDistrictStaff(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from role_grants where role = 'district_staff' and state = 'granted'
    and starts_at <= ${now} and ends_at > ${now} limit 1`.execute(db)
  return rows.length > 0
}
