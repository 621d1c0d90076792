import { sql, type Expression } from 'kysely'
import type { PlaceKind } from '#core/places'
import type { Database, PathName, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** A place as it is stored. */
export interface StoredPlace {
  placeId: string
  communityId: string
  parentId: string | null
  kind: PlaceKind
  name: string
  /** From the community down to the place. */
  path: string[]
  pathNames: PathName[]
  endsAt: Date | null
}

const COLUMNS = [
  'place_id as placeId',
  'community_id as communityId',
  'parent_id as parentId',
  'kind',
  'name',
  'path',
  'path_names as pathNames',
  'ends_at as endsAt',
] as const

/** One place of a community. */
export function findPlace(
  db: Reader,
  communityId: string,
  placeId: string,
): Promise<StoredPlace | undefined> {
  return db
    .selectFrom('places')
    .select(COLUMNS)
    .where('community_id', '=', communityId)
    .where('place_id', '=', placeId)
    .executeTakeFirst()
}

/** Whether a place, or one it lies in, has ended: `path` is its way down. */
export const isOver = (communityId: Expression<string>, path: Expression<string[]>, now: Date) =>
  sql<boolean>`exists (select 1 from places above where above.community_id = ${communityId}
    and above.place_id = any (${path}) and above.ends_at <= ${now})`

/** One place of a community, and whether it is over. */
export function findPlaceAt(
  db: Reader,
  communityId: string,
  placeId: string,
  now: Date,
): Promise<(StoredPlace & { isOver: boolean }) | undefined> {
  return db
    .selectFrom('places')
    .select(COLUMNS)
    .select((eb) => isOver(eb.ref('places.community_id'), eb.ref('places.path'), now).as('isOver'))
    .where('community_id', '=', communityId)
    .where('place_id', '=', placeId)
    .executeTakeFirst()
}

/** Several places of a community, in the order of their ids. Locks them with `lock`. */
export function listPlacesById(
  db: Reader,
  communityId: string,
  placeIds: readonly string[],
  lock = false,
): Promise<StoredPlace[]> {
  const query = db
    .selectFrom('places')
    .select(COLUMNS)
    .where('community_id', '=', communityId)
    .where('place_id', 'in', [...placeIds, NO_PLACE])
    .orderBy('place_id')
  return (lock ? query.forUpdate() : query).execute()
}
const NO_PLACE = '00000000-0000-0000-0000-000000000000'

export interface ChildRow {
  placeId: string
  kind: PlaceKind
  name: string
  sortKey: string
  hasChildren: boolean
}

export interface Children {
  communityId: string
  /** Null: right below the community, as grids always are. */
  parentId: string | null
  /** The grids instead of what lies in the tree. */
  grids: boolean
  now: Date
}

/** Places right below a parent, without grids, or the grids alone, in reading order; what has ended is left out. */
export async function listChildren(
  db: Reader,
  { communityId, parentId, grids, now }: Children,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<ChildRow[]> {
  const asked = grids
    ? sql`p.kind in ('grid', 'functional_grid')`
    : sql`p.kind not in ('grid', 'functional_grid')`
  const { rows } = await sql<ChildRow>`
    select p.place_id as "placeId", p.kind, p.name, p.sort_key as "sortKey",
      (select true from places c where c.community_id = p.community_id and c.parent_id = p.place_id
          and (c.ends_at is null or c.ends_at > ${now}) limit 1) is not null
        as "hasChildren"
    from places p
    where p.community_id = ${communityId}
      and ${parentId === null ? sql`p.parent_id is null` : sql`p.parent_id = ${parentId}`}
      and ${asked} and (p.ends_at is null or p.ends_at > ${now})
      ${after ? sql`and (p.sort_key, p.place_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by p.parent_id, p.sort_key, p.place_id limit ${limit}`.execute(db)
  return rows
}

/** A grid that covers a place now. */
export interface CoveringGrid {
  gridId: string
  name: string
  kind: 'grid' | 'functional_grid'
  hasChief: boolean
}

/** Grids that cover any place on the way, functional ones only until they end. At most one is a basic grid. */
export async function listGridsCovering(
  db: Reader,
  communityId: string,
  path: readonly string[],
  now: Date,
): Promise<CoveringGrid[]> {
  const { rows } = await sql<CoveringGrid>`
    select g.place_id as "gridId", g.name, c.kind,
      exists (select 1 from role_grants r where r.place_id = g.place_id and r.role = 'grid_chief'
        and r.state = 'granted' and r.starts_at <= ${now} and r.ends_at > ${now}) as "hasChief"
    from grid_coverages c join places g on g.community_id = c.community_id and g.place_id = c.grid_id
    where c.community_id = ${communityId} and c.place_id = any (${[...path]}::uuid[])
      and c.starts_at <= ${now} and (c.ends_at is null or c.ends_at > ${now})
    order by c.kind, g.place_id`.execute(db)
  return rows
}

/** A place that is to be saved; path and names come from its parent. */
export interface NewPlace {
  placeId: string
  communityId: string
  parentId: string | null
  kind: PlaceKind
  name: string
  path: string[]
  pathNames: PathName[]
  purpose?: string | undefined
  endsAt?: Date | undefined
  createdAt: Date
}

/** Saves a new place; false when its parent already has one of that name. */
export async function savePlace(tx: Transaction, place: NewPlace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('places')
    .values({
      community_id: place.communityId,
      place_id: place.placeId,
      parent_id: place.parentId,
      kind: place.kind,
      name: place.name,
      sort_key: sortKeyOf(place.name),
      path: place.path,
      path_names: JSON.stringify(place.pathNames),
      purpose: place.purpose ?? null,
      ends_at: place.endsAt ?? null,
      created_at: place.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'parent_id', 'name']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Numbers in names sort as numbers: 2号楼 before 10号楼. */
export function sortKeyOf(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}

/** Basic coverages in force that overlap any of the places: the place itself, one above, or one below. */
export async function findOverlap(
  tx: Transaction,
  communityId: string,
  places: readonly StoredPlace[],
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ placeId: string }>`
    select c.place_id as "placeId"
    from grid_coverages c join places p on p.community_id = c.community_id and p.place_id = c.place_id
    where c.community_id = ${communityId} and c.kind = 'grid' and (c.ends_at is null or c.ends_at > ${now})
      and (c.place_id = any (${places.flatMap(({ path }) => path)}::uuid[])
        or p.path && ${places.map(({ placeId }) => placeId)}::uuid[])
    limit 1`.execute(tx)
  return rows[0]?.placeId
}
