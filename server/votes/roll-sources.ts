import { sql } from 'kysely'
import { dateOf } from '#core/calendar'
import { pathName } from '#core/places'
import type { RollHome, RollUnit } from '#core/votes'
import { sortKeyOf } from '#server/places/index'
import type { Database, PathName, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** The part of a community that votes. */
export interface RollScope {
  communityId: string
  /** The community's own id: all of it. */
  placeId: string
  now: Date
}

/** Places in the scope that have not ended, walked down from above. Index: places_children. */
const placesInside = ({ communityId, placeId, now }: RollScope) => sql`
  with recursive inside as (
    select place_id, kind, path_names from places
    where community_id = ${communityId} and (ends_at is null or ends_at > ${now})
      and ${placeId === communityId ? sql`parent_id is null` : sql`place_id = ${placeId}`}
    union all
    select p.place_id, p.kind, p.path_names from inside i
      join places p on p.community_id = ${communityId} and p.parent_id = i.place_id
    where p.ends_at is null or p.ends_at > ${now}
  )`

/** 2单元 602 室: as it is called at the place that votes; of the place itself its whole name. */
function nameWithin(pathNames: readonly PathName[], placeId: string): string {
  const from = pathNames.findIndex((step) => step.placeId === placeId)
  const below = pathNames.slice(from + 1)
  return pathName(below.length > 0 ? below : pathNames)
}

const readingOrder = (pathNames: readonly PathName[]): string =>
  pathNames.map(({ name }) => sortKeyOf(name)).join('\u0000')

/** Homes of the scope in reading order, with which of them the convener says are vacant. */
export async function listHomesOfScope(
  db: Reader,
  scope: RollScope,
  vacantIds: readonly string[],
): Promise<RollHome[]> {
  const { rows } = await sql<{ homeId: string; pathNames: PathName[] }>`
    ${placesInside(scope)}
    select place_id as "homeId", path_names as "pathNames" from inside where kind = 'home'`.execute(db)
  const vacant = new Set(vacantIds)
  return inReadingOrder(rows).map(({ homeId, pathNames }) => ({
    homeId,
    name: nameWithin(pathNames, scope.placeId),
    vacant: vacant.has(homeId),
  }))
}

/** Of the homes said to be vacant those in which somebody lives, as far as is known: a member or an entry of 住户名册. */
export async function listOccupied(
  db: Reader,
  { communityId, now }: RollScope,
  homeIds: readonly string[],
): Promise<string[]> {
  if (homeIds.length === 0) return []
  const { rows } = await sql<{ homeId: string }>`
    select home_id as "homeId" from memberships
      where community_id = ${communityId} and home_id = any (${[...homeIds]}::uuid[]) and state = 'confirmed'
    union
    select home_id from roll_entries where community_id = ${communityId} and home_id = any (${[...homeIds]}::uuid[])
      and (ends_on is null or ends_on > ${dateOf(now)}::date)`.execute(db)
  return rows.map(({ homeId }) => homeId)
}

interface UnitRow extends Omit<RollUnit, 'name'> {
  unitName: string
  sortKey: string
  pathNames: PathName[]
}

/** Units of the scope in reading order with who owns them today and which homes they are. */
export async function listUnitsOfScope(db: Reader, scope: RollScope): Promise<RollUnit[]> {
  const { communityId, placeId } = scope
  const today = dateOf(scope.now)
  const { rows } = await sql<UnitRow>`
    ${placesInside(scope)}
    select u.unit_id as "unitId", u.place_id as "placeId", u.name as "unitName", u.sort_key as "sortKey", u.kind,
      u.area_centi_m2 as "areaCentiM2", u.area_source as "areaSource", u.delivery,
      coalesce(i.path_names, '[]') as "pathNames",
      array(select o.owner_id from ownerships o where o.community_id = ${communityId} and o.unit_id = u.unit_id
        and (o.starts_on is null or o.starts_on <= ${today}::date) and (o.ends_on is null or o.ends_on > ${today}::date)
        order by o.owner_id) as "ownerIds",
      array(select h.home_id from unit_homes h where h.community_id = ${communityId} and h.unit_id = u.unit_id
        and h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on > ${today}::date)
        order by h.home_id) as "homeIds"
    from units u left join inside i on i.place_id = u.place_id
    where u.community_id = ${communityId} and (u.ends_on is null or u.ends_on > ${today}::date)
      and ${placeId === communityId ? sql`(u.place_id is null or i.place_id is not null)` : sql`i.place_id is not null`}
    `.execute(db)
  return inReadingOrder(rows).map(({ unitName, sortKey: _sortKey, pathNames, ...unit }) => ({
    ...unit,
    name: [...(pathNames.length > 0 ? [nameWithin(pathNames, placeId)] : []), unitName].join(' '),
  }))
}

/** Owners on record who own nothing today; so many are looked at. */
const IDLE_OWNERS = 50

export async function listIdleOwners(
  db: Reader,
  { communityId, now }: RollScope,
): Promise<{ ownerId: string }[]> {
  const today = dateOf(now)
  const { rows } = await sql<{ ownerId: string }>`
    select w.owner_id as "ownerId" from owners w where w.community_id = ${communityId}
      and not exists (select 1 from ownerships o where o.community_id = ${communityId} and o.owner_id = w.owner_id
        and (o.ends_on is null or o.ends_on > ${today}::date))
    order by w.owner_id limit ${IDLE_OWNERS}`.execute(db)
  return rows
}

/** Everybody who lives in the scope, once each, grown up. */
export async function listResidentsOfScope(
  db: Reader,
  { communityId, placeId }: RollScope,
): Promise<{ personId: string; homeName: string }[]> {
  const { rows } = await sql<{ personId: string; pathNames: PathName[] }>`
    select distinct on (m.person_id) m.person_id as "personId", p.path_names as "pathNames"
    from memberships m join places p on p.community_id = ${communityId} and p.place_id = m.home_id
    where m.community_id = ${communityId} and m.state = 'confirmed' and m.is_adult
      and m.home_path @> array[${placeId}]::uuid[]
    order by m.person_id, m.membership_id`.execute(db)
  return inReadingOrder(rows).map(({ personId, pathNames }) => ({
    personId,
    homeName: nameWithin(pathNames, placeId),
  }))
}

function inReadingOrder<Row extends { pathNames: readonly PathName[]; sortKey?: string }>(
  rows: readonly Row[],
): Row[] {
  return rows
    .map((row) => ({ row, key: `${readingOrder(row.pathNames)}\u0000${row.sortKey ?? ''}` }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row)
}
