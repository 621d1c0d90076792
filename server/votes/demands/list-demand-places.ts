import { sql } from 'kysely'
import { pathName } from '#core/places'
import { isDemandPlace, type DemandPlaceKind } from '#core/votes'
import { listPlacesById } from '#server/places/index'
import type { Context } from '#server/platform/context'

interface DemandPlace {
  placeId: string
  name: string
  kind: DemandPlaceKind
}

/** 我能在哪里写: the places above what one owns, as its adult owner or by the phone in the register. Two queries. */
export async function listDemandPlaces({
  db,
  actor,
  region,
  now,
}: Context): Promise<{ items: DemandPlace[] }> {
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(p.path || p.place_id) as id
    from phones f
      join owners w on w.community_id = ${region.regionId} and w.phone_index = f.blind_index
      join ownerships o on o.community_id = ${region.regionId} and o.owner_id = w.owner_id and o.ends_on is null
      join units u on u.community_id = ${region.regionId} and u.unit_id = o.unit_id
      join places p on p.community_id = ${region.regionId} and p.place_id = u.place_id
    where f.person_id = ${actor.personId}`.execute(db)
  const own = actor.homes.filter(({ relation, isAdult }) => relation === 'owner' && isAdult)
  const ids = [...new Set([...own.flatMap(({ path }) => path), ...rows.map(({ id }) => id)])]
  const places = ids.length === 0 ? [] : await listPlacesById(db, region.regionId, ids)
  const standing = places.filter(({ endsAt }) => endsAt === null || endsAt > now())
  return {
    items: standing
      .flatMap(({ placeId, kind, pathNames }) =>
        isDemandPlace(kind) ? [{ placeId, kind, name: pathName(pathNames) }] : [],
      )
      .sort((one, other) => one.name.length - other.name.length || (one.name < other.name ? -1 : 1)),
  }
}
