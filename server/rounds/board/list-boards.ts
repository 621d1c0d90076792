import { sql } from 'kysely'
import { pathName } from '#core/places'
import { isRoundPlace, roundOfficePlaces, type BoardPlace } from '#core/rounds'
import { listPlacesById } from '#server/places/index'
import type { Context } from '#server/platform/context'

/** Boards that somebody sees by office: more of them nobody looks through. */
const BY_OFFICE_AT_MOST = 50

/** 我住的、我负责的地方: where I live first, the nearest first. Two queries. */
export async function listBoards(context: Context): Promise<{ items: BoardPlace[] }> {
  const { db, actor, region, now } = context
  const lived = new Set(actor.homes.flatMap(({ path }) => path))
  const ids = [...new Set([...lived, ...(await listByOffice(context))])]
  const places = ids.length === 0 ? [] : await listPlacesById(db, region.regionId, ids)
  return {
    items: places
      .filter(({ endsAt }) => endsAt === null || endsAt > now())
      .flatMap(({ placeId, kind, pathNames }): BoardPlace[] =>
        isRoundPlace(kind) ? [{ placeId, kind, name: pathName(pathNames), lives: lived.has(placeId) }] : [],
      )
      .sort((one, other) => Number(other.lives) - Number(one.lives) || byName(one.name, other.name)),
  }
}

const byName = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : 1)

/** Places of one's offices; of a grid what it covers; of the whole community its estates. */
async function listByOffice({ db, actor, region, now }: Context): Promise<string[]> {
  const offices = roundOfficePlaces(actor)
  if (offices.length === 0) return []
  const all = offices.some((placeId) => region.path.includes(placeId))
  const { rows } = await sql<{ id: string }>`
    select place_id as id from grid_coverages where community_id = ${region.regionId}
      and grid_id = any (${offices}::uuid[]) and starts_at <= ${now()} and (ends_at is null or ends_at > ${now()})
    union all
    (select place_id from places where community_id = ${region.regionId} and kind = 'estate' and ${all}
      order by place_id limit ${BY_OFFICE_AT_MOST})
    limit ${BY_OFFICE_AT_MOST}`.execute(db)
  return [...offices, ...rows.map(({ id }) => id)]
}
