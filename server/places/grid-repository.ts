import { sql } from 'kysely'
import { placePolicy, type Ground, type Span } from '#core/places'
import type { Role } from '#core/permissions'
import { enqueue } from '#server/platform/jobs/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { listPlacesById, type StoredPlace } from './repository'

type Reader = Database | Transaction

/** The office in which somebody arranges places: the first one held that may. */
export function officeOf({ actor, region }: Context, act: keyof typeof placePolicy): Role | null {
  const may = actor.roles.find((held) =>
    placePolicy[act]({ ...actor, roles: [held] }, { jurisdiction: region.path }),
  )
  return may?.role ?? null
}

/** Locks the topmost places, so that whoever changes grids over the same estate waits. */
export async function lockTops(
  tx: Transaction,
  communityId: string,
  places: readonly Pick<StoredPlace, 'path'>[],
): Promise<void> {
  const tops = [...new Set(places.map(({ path }) => path[1] as string))]
  await listPlacesById(tx, communityId, tops, true)
}

/**
 * Lets one after the other change what grids a community's places are in: a move and a dissolution touch the same spans
 * from two sides. The mode leaves alone who only refers to the community.
 */
export async function lockArrangement(tx: Transaction, communityId: string): Promise<void> {
  await sql`select 1 from regions where region_id = ${communityId} for no key update`.execute(tx)
}

/** When a functional grid ends, its team has nobody left, whatever their offices say. */
export function scheduleGridEnd(
  tx: Transaction,
  communityId: string,
  gridId: string,
  endsAt: Date,
): Promise<void> {
  const team = { communityId, role: 'grid_worker', placeId: gridId } as const
  return enqueue(tx, 'office_ended', team, { runAt: endsAt, key: `grid_ended:${gridId}` })
}

/** A grid as it is stored, with its successor. */
export interface StoredGrid {
  gridId: string
  kind: 'grid' | 'functional_grid'
  name: string
  purpose: string | null
  endsAt: Date | null
  successorName: string | null
  covers: number
}

const GRID = (now: Date) => sql`
  g.place_id as "gridId", g.kind, g.name, g.purpose, g.ends_at as "endsAt", s.name as "successorName",
  (select count(*)::int from grid_coverages c where c.community_id = g.community_id and c.grid_id = g.place_id
    and c.starts_at <= ${now} and (c.ends_at is null or c.ends_at > ${now})) as covers`
const SUCCESSOR = sql`left join places s on s.community_id = g.community_id and s.place_id = g.successor_id`

/** Grids that are not over, in reading order. Index: places_grids. */
export async function listGridRows(
  db: Reader,
  communityId: string,
  { now, after, limit }: { now: Date; after: readonly [string, string] | undefined; limit: number },
): Promise<(StoredGrid & { sortKey: string })[]> {
  const { rows } = await sql<StoredGrid & { sortKey: string }>`
    select g.sort_key as "sortKey", ${GRID(now)} from places g ${SUCCESSOR}
    where g.community_id = ${communityId} and g.kind in ('grid', 'functional_grid')
      and (g.ends_at is null or g.ends_at > ${now})
      ${after ? sql`and (g.sort_key, g.place_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by g.sort_key, g.place_id limit ${limit}`.execute(db)
  return rows
}

/** One grid, over or not. */
export async function findGrid(
  db: Reader,
  communityId: string,
  gridId: string,
  now: Date,
): Promise<StoredGrid | undefined> {
  const { rows } = await sql<StoredGrid>`
    select ${GRID(now)} from places g ${SUCCESSOR}
    where g.community_id = ${communityId} and g.place_id = ${gridId} and g.kind in ('grid', 'functional_grid')`.execute(
    db,
  )
  return rows[0]
}

type LockedGrid = Pick<StoredGrid, 'gridId' | 'kind' | 'name' | 'endsAt'> & { successorId: string | null }

/** Some grids, locked in the order of their ids: who ends one and who moves something into it wait for each other. */
export async function lockGrids(
  tx: Transaction,
  communityId: string,
  gridIds: readonly string[],
): Promise<LockedGrid[]> {
  const { rows } = await sql<LockedGrid>`
    select place_id as "gridId", kind, name, ends_at as "endsAt", successor_id as "successorId" from places
    where community_id = ${communityId} and place_id = any (${[...gridIds]}::uuid[])
      and kind in ('grid', 'functional_grid')
    order by place_id for update`.execute(tx)
  return rows
}

/** A span with its row. */
export type StoredSpan = Span & { coverageId: string }

const SPAN = sql`c.coverage_id as "coverageId", c.grid_id as "gridId", c.place_id as "placeId", p.path,
  c.came_from as "cameFrom",  c.starts_at as "from", c.ends_at as "to"`

/** Spans of basic grids that last beyond an instant, at the places, above or below them. */
export async function listSpansAt(
  tx: Transaction,
  communityId: string,
  places: readonly Ground[],
  at: Date,
): Promise<StoredSpan[]> {
  const { rows } = await sql<StoredSpan>`
    select ${SPAN} from grid_coverages c
      join places p on p.community_id = c.community_id and p.place_id = c.place_id
    where c.community_id = ${communityId} and c.kind = 'grid' and (c.ends_at is null or c.ends_at > ${at})
      and (c.place_id = any (${places.flatMap(({ path }) => path)}::uuid[])
        or p.path && ${places.map(({ placeId }) => placeId)}::uuid[])
    order by c.coverage_id`.execute(tx)
  return rows
}

/** All that a grid covers, or is to cover, beyond an instant. */
export async function listSpansOf(
  tx: Transaction,
  communityId: string,
  gridId: string,
  at: Date,
): Promise<StoredSpan[]> {
  const { rows } = await sql<StoredSpan>`
    select ${SPAN} from grid_coverages c
      join places p on p.community_id = c.community_id and p.place_id = c.place_id
    where c.community_id = ${communityId} and c.grid_id = ${gridId} and (c.ends_at is null or c.ends_at > ${at})
    order by c.coverage_id`.execute(tx)
  return rows
}

/** What a dissolution passed on, what it ended, and what else is planned there from that day on. */
export async function listSpansOfDissolution(
  tx: Transaction,
  communityId: string,
  gridId: string,
  at: Date,
): Promise<StoredSpan[]> {
  const { rows } = await sql<StoredSpan>`
    select ${SPAN} from grid_coverages c
      join places p on p.community_id = c.community_id and p.place_id = c.place_id
    where c.community_id = ${communityId} and c.kind = 'grid' and (c.ends_at is null or c.ends_at >= ${at})
      and (${gridId} = any (c.came_from) or exists (
        select 1 from grid_coverages o join places op on op.community_id = o.community_id and op.place_id = o.place_id
        where o.community_id = ${communityId} and o.grid_id = ${gridId} and o.ends_at = ${at}
          and (op.place_id = any (p.path) or p.place_id = any (op.path))))
    order by c.coverage_id`.execute(tx)
  return rows
}

/**
 * A building's or entrance's other entrances, by the place they are parts of; and which of those have homes of their own.
 * What has ended by that instant is no part any more.
 */
export async function listParts(
  tx: Transaction,
  communityId: string,
  parentIds: readonly string[],
  at: Date,
): Promise<(Ground & { parentId: string; isHome: boolean })[]> {
  const { rows } = await sql<Ground & { parentId: string; isHome: boolean }>`
    select place_id as "placeId", path, parent_id as "parentId", kind = 'home' as "isHome" from places
    where community_id = ${communityId} and parent_id = any (${[...parentIds]}::uuid[])
      and kind in ('entrance', 'home') and (ends_at is null or ends_at > ${at})
    order by place_id`.execute(tx)
  return rows
}

/** Puts spans in the place of others: what stayed as it was is left alone. */
export async function saveSpans(
  tx: Transaction,
  communityId: string,
  before: readonly StoredSpan[],
  after: readonly Span[],
): Promise<void> {
  const kept = new Set<Span>(after)
  const gone = before.filter((span) => !kept.has(span)).map(({ coverageId }) => coverageId)
  const old = new Set<Span>(before)
  const fresh = after.filter((span) => !old.has(span))
  if (gone.length > 0)
    await tx
      .deleteFrom('grid_coverages')
      .where('community_id', '=', communityId)
      .where('coverage_id', 'in', gone)
      .execute()
  if (fresh.length === 0) return
  await tx
    .insertInto('grid_coverages')
    .values(
      fresh.map(({ gridId, placeId, from, to, cameFrom }) => ({
        community_id: communityId,
        coverage_id: newId(),
        grid_id: gridId,
        place_id: placeId,
        kind: 'grid' as const,
        starts_at: from,
        ends_at: to,
        came_from: [...cameFrom],
      })),
    )
    .execute()
}
