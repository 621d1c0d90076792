import { sql } from 'kysely'
import type {
  StandingOwner,
  StandingOwnership,
  StandingRollEntry,
  StandingUnit,
  UnitHome,
} from '#core/imports'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId } from '#server/platform/db/index'
import { phoneIndex } from '#server/people/index'
import { sortKeyOf } from '#server/places/index'
import { aboutEntry, aboutOwner } from './standing'
import type { WriteTo } from './write-places'

export type UnitRow = Omit<StandingUnit, 'homeIds'>

/** Units, new and changed alike. */
export async function saveUnits({ tx, communityId, now }: WriteTo, units: readonly UnitRow[]): Promise<void> {
  const column = <T>(read: (unit: UnitRow) => T) => units.map(read)
  await sql`
    insert into units (community_id, unit_id, place_id, name, sort_key, number, kind, area_centi_m2, area_source, delivery,
      ends_on, created_at)
    select ${communityId}::uuid, g.*, ${now}::timestamptz
    from unnest(${column(({ unitId }) => unitId)}::uuid[], ${column(({ placeId }) => placeId)}::uuid[],
      ${column(({ name }) => name)}::text[], ${column(({ name }) => sortKeyOf(name))}::text[],
      ${column(({ number }) => number)}::text[], ${column(({ kind }) => kind)}::text[],
      ${column(({ areaCentiM2 }) => areaCentiM2)}::integer[], ${column(({ areaSource }) => areaSource)}::text[],
      ${column(({ delivery }) => delivery)}::text[], ${column(({ endsOn }) => endsOn)}::date[]) as g
    on conflict (community_id, unit_id) do update set place_id = excluded.place_id, name = excluded.name,
      sort_key = excluded.sort_key, number = excluded.number, kind = excluded.kind, area_centi_m2 = excluded.area_centi_m2,
      area_source = excluded.area_source, delivery = excluded.delivery, ends_on = excluded.ends_on`.execute(
    tx,
  )
}

/** Homes that a unit is no longer: the row ends, or goes when it began today. */
export async function endUnitHomes(
  { tx, communityId }: WriteTo,
  links: readonly UnitHome[],
  today: string,
): Promise<void> {
  const ended = sql`(select * from unnest(${links.map(({ unitId }) => unitId)}::uuid[],
    ${links.map(({ homeId }) => homeId)}::uuid[]) as g (unit_id, home_id))`
  const theirs = sql`community_id = ${communityId} and ends_on is null and (unit_id, home_id) in ${ended}`
  await sql`delete from unit_homes where ${theirs} and starts_on = ${today}::date`.execute(tx)
  await sql`update unit_homes set ends_on = ${today}::date where ${theirs}`.execute(tx)
}

export async function addUnitHomes(
  { tx, communityId }: WriteTo,
  links: readonly UnitHome[],
  today: string,
): Promise<void> {
  await sql`
    insert into unit_homes (community_id, unit_home_id, unit_id, home_id, starts_on)
    select ${communityId}::uuid, g.*, ${today}::date
    from unnest(${links.map(() => newId())}::uuid[], ${links.map(({ unitId }) => unitId)}::uuid[],
      ${links.map(({ homeId }) => homeId)}::uuid[]) as g`.execute(tx)
}

/** Owners, new and changed alike; name and phone are sealed for this owner alone. */
export async function saveOwners(
  { tx, communityId, now }: WriteTo,
  box: ContactBox,
  owners: readonly StandingOwner[],
): Promise<void> {
  const column = <T>(read: (owner: StandingOwner) => T) => owners.map(read)
  await sql`
    insert into owners (community_id, owner_id, kind, number, name_sealed, phone_sealed, phone_index, created_at)
    select ${communityId}::uuid, g.*, ${now}::timestamptz
    from unnest(${column(({ ownerId }) => ownerId)}::uuid[], ${column(({ kind }) => kind)}::text[],
      ${column(({ number }) => number)}::text[],
      ${column(({ ownerId, name }) => box.seal(name, aboutOwner(ownerId)))}::bytea[],
      ${column(({ ownerId, phone }) => phone && box.seal(phone, aboutOwner(ownerId)))}::bytea[],
      ${column(({ phone }) => phone && phoneIndex(box, phone))}::bytea[]) as g
    on conflict (community_id, owner_id) do update set kind = excluded.kind, number = excluded.number,
      name_sealed = excluded.name_sealed, phone_sealed = excluded.phone_sealed, phone_index = excluded.phone_index`.execute(
    tx,
  )
}

/** Who owns what since when until when: a change of owner ends one row and begins another. */
export async function saveOwnerships(
  { tx, communityId, now }: WriteTo,
  ownerships: readonly StandingOwnership[],
): Promise<void> {
  const column = <T>(read: (ownership: StandingOwnership) => T) => ownerships.map(read)
  await sql`
    insert into ownerships (community_id, ownership_id, unit_id, owner_id, starts_on, ends_on, created_at)
    select ${communityId}::uuid, g.*, ${now}::timestamptz
    from unnest(${column(({ ownershipId }) => ownershipId)}::uuid[], ${column(({ unitId }) => unitId)}::uuid[],
      ${column(({ ownerId }) => ownerId)}::uuid[], ${column(({ startsOn }) => startsOn)}::date[],
      ${column(({ endsOn }) => endsOn)}::date[]) as g
    on conflict (community_id, ownership_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on`.execute(
    tx,
  )
}

/** The residents' roll, new and changed entries alike. */
export async function saveRoll(
  { tx, communityId, now }: WriteTo,
  box: ContactBox,
  entries: readonly StandingRollEntry[],
): Promise<void> {
  const column = <T>(read: (entry: StandingRollEntry) => T) => entries.map(read)
  await sql`
    insert into roll_entries (community_id, entry_id, home_id, name_sealed, relation, is_adult, phone_sealed, phone_index,
      ends_on, created_at)
    select ${communityId}::uuid, g.*, ${now}::timestamptz
    from unnest(${column(({ entryId }) => entryId)}::uuid[], ${column(({ homeId }) => homeId)}::uuid[],
      ${column(({ entryId, name }) => box.seal(name, aboutEntry(entryId)))}::bytea[],
      ${column(({ relation }) => relation)}::text[], ${column(({ isAdult }) => isAdult)}::boolean[],
      ${column(({ entryId, phone }) => phone && box.seal(phone, aboutEntry(entryId)))}::bytea[],
      ${column(({ phone }) => phone && phoneIndex(box, phone))}::bytea[], ${column(({ endsOn }) => endsOn)}::date[]) as g
    on conflict (community_id, entry_id) do update set name_sealed = excluded.name_sealed, relation = excluded.relation,
      is_adult = excluded.is_adult, phone_sealed = excluded.phone_sealed, phone_index = excluded.phone_index,
      ends_on = excluded.ends_on`.execute(tx)
}
