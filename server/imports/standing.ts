import { sql } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import { dateOf } from '#core/calendar'
import {
  nothingStands,
  type AreaSource,
  type Delivery,
  type OwnerKind,
  type Sheet,
  type Standing,
  type StandingOwnership,
  type UnitKind,
} from '#core/imports'
import type { Relation } from '#core/permissions'
import type { PlaceKind } from '#core/places'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** What stands in a community, as far as these sheets are about it. Who may see it is the caller's to decide. */
export async function readStanding(
  db: Reader,
  box: ContactBox,
  communityId: string,
  sheets: readonly Sheet[],
): Promise<Standing> {
  const wants = (...wanted: Sheet[]) => sheets.some((sheet) => wanted.includes(sheet))
  return {
    ...nothingStands(),
    places: await readPlaces(db, communityId),
    ...(wants('homes') ? { membersIn: await homesWithMembers(db, communityId) } : {}),
    ...(wants('units', 'owners') ? { units: await readUnits(db, communityId) } : {}),
    ...(wants('owners') ? await readOwners(db, box, communityId) : {}),
    ...(wants('roll') ? { roll: await readRoll(db, box, communityId) } : {}),
  }
}

async function readPlaces(db: Reader, communityId: string): Promise<Standing['places']> {
  const rows = await db
    .selectFrom('places')
    .select(['place_id', 'parent_id', 'kind', 'name', 'number', 'ends_at'])
    .where('community_id', '=', communityId)
    .where('kind', 'not in', ['grid', 'functional_grid'])
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    parentId: row.parent_id,
    kind: row.kind as PlaceKind,
    name: row.name,
    number: row.number,
    endsOn: row.ends_at && dateOf(row.ends_at),
  }))
}

async function homesWithMembers(db: Reader, communityId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('memberships')
    .select('home_id')
    .distinct()
    .where('community_id', '=', communityId)
    .where('state', 'in', ['asked', 'confirmed', 'objected'])
    .execute()
  return new Set(rows.map((row) => row.home_id))
}

interface UnitRow {
  unitId: string
  placeId: string | null
  name: string
  number: string | null
  kind: UnitKind
  areaCentiM2: number | null
  areaSource: AreaSource | null
  delivery: Delivery
  endsOn: string | null
}

/**
 * Units and their homes are put together here: right after a first import the database doesn't know yet how many there
 * are, and joined them row by row for a minute.
 */
async function readUnits(db: Reader, communityId: string): Promise<Standing['units']> {
  const units = await sql<UnitRow>`
    select unit_id as "unitId", place_id as "placeId", name, number, kind, area_centi_m2 as "areaCentiM2",
      area_source as "areaSource", delivery, ends_on::text as "endsOn"
    from units where community_id = ${communityId}`.execute(db)
  const links = await sql<{ unitId: string; homeId: string }>`
    select unit_id as "unitId", home_id as "homeId" from unit_homes
    where community_id = ${communityId} and ends_on is null`.execute(db)
  const homesOf = new Map<string, string[]>()
  for (const { unitId, homeId } of links.rows) {
    const homes = homesOf.get(unitId)
    if (homes) homes.push(homeId)
    else homesOf.set(unitId, [homeId])
  }
  return units.rows.map((unit) => ({ ...unit, homeIds: homesOf.get(unit.unitId) ?? [] }))
}

interface SealedOwner {
  ownerId: string
  kind: OwnerKind
  number: string | null
  name: Buffer
  phone: Buffer | null
}

async function readOwners(
  db: Reader,
  box: ContactBox,
  communityId: string,
): Promise<Pick<Standing, 'owners' | 'ownerships'>> {
  const sealed = await sql<SealedOwner>`
    select owner_id as "ownerId", kind, number, name_sealed as name, phone_sealed as phone
    from owners where community_id = ${communityId}`.execute(db)
  const ownerships = await sql<StandingOwnership>`
    select ownership_id as "ownershipId", unit_id as "unitId", owner_id as "ownerId", starts_on::text as "startsOn",
      ends_on::text as "endsOn"
    from ownerships where community_id = ${communityId}`.execute(db)
  const owners = await inTurns(sealed.rows, (row) => ({
    ...row,
    name: box.open(row.name, aboutOwner(row.ownerId)),
    phone: row.phone && box.open(row.phone, aboutOwner(row.ownerId)),
  }))
  return { owners, ownerships: ownerships.rows }
}

interface SealedEntry {
  entryId: string
  homeId: string
  name: Buffer
  relation: Relation
  isAdult: boolean
  phone: Buffer | null
  endsOn: string | null
}

async function readRoll(db: Reader, box: ContactBox, communityId: string): Promise<Standing['roll']> {
  const { rows } = await sql<SealedEntry>`
    select entry_id as "entryId", home_id as "homeId", name_sealed as name, relation, is_adult as "isAdult",
      phone_sealed as phone, ends_on::text as "endsOn"
    from roll_entries where community_id = ${communityId} and name_sealed is not null`.execute(db)
  return inTurns(rows, (row) => ({
    ...row,
    name: box.open(row.name, aboutEntry(row.entryId)),
    phone: row.phone && box.open(row.phone, aboutEntry(row.entryId)),
  }))
}

/** What a sealed name or phone belongs to. */
export const aboutOwner = (ownerId: string) => `owner ${ownerId}`
export const aboutEntry = (entryId: string) => `roll entry ${entryId}`

const A_TURN = 2_000

/** Many rows, while others get their turns in between. */
export async function inTurns<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = []
  for (const row of rows) {
    made.push(make(row))
    if (made.length % A_TURN === 0) await breathe()
  }
  return made
}
