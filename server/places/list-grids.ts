import { sql } from 'kysely'
import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import {
  mayTakeBackMove,
  OPEN_MATTERS_CAP,
  pathName,
  placePolicy,
  type CoverageItem,
  type GridItem,
  type GridView,
} from '#core/places'
import type { Context } from '#server/platform/context'
import type { Database, PathName, Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { findGrid, listGridRows, type StoredGrid } from './grid-repository'

const gridCursor = z.tuple([z.string(), z.uuid()])

const itemOf = ({ gridId, kind, name, purpose, endsAt, successorName, covers }: StoredGrid): GridItem => ({
  gridId,
  kind,
  name,
  purpose,
  endsAt: endsAt?.toISOString() ?? null,
  successorName,
  covers,
})

function enforceReading({ actor, region }: Context): void {
  if (!placePolicy.readGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
}

/** The community's grids as those see them who arrange them. */
export async function listGrids(context: Context, cursor: string | undefined) {
  enforceReading(context)
  const { db, region, now } = context
  const after = decodeCursor(cursor, gridCursor)
  const rows = await listGridRows(db, region.regionId, { now: now(), after, limit: PAGE_SIZE + 1 })
  return toPage(rows, PAGE_SIZE, ({ sortKey, gridId }) => [sortKey, gridId], itemOf)
}

/** One grid. */
export async function readGrid(context: Context, gridId: string): Promise<GridView> {
  enforceReading(context)
  return presentGrid(context.db, context, gridId)
}

/** A grid with what ends with it: its open matters and the offices at it. */
export async function presentGrid(
  db: Database | Transaction,
  { actor, region, now }: Context,
  gridId: string,
): Promise<GridView> {
  const grid = await findGrid(db, region.regionId, gridId, now())
  if (!grid) throw new DomainError('NOT_FOUND')
  const { rows } = await sql<Pick<GridView, 'openMatters' | 'officers'>>`
    select (select count(*)::int from (select 1 from matters where community_id = ${region.regionId}
        and grid_id = ${gridId}
        and state in ('submitted', 'acknowledged', 'assigned', 'in_progress', 'deferred', 'resolved')
        limit ${OPEN_MATTERS_CAP}) capped) as "openMatters",
      (select count(distinct person_id)::int from role_grants where region_id = ${region.regionId}
        and place_id = ${gridId} and state = 'granted' and starts_at <= ${now()} and ends_at > ${now()}) as officers`.execute(
    db,
  )
  const counts = rows[0] as Pick<GridView, 'openMatters' | 'officers'>
  return {
    ...itemOf(grid),
    communityId: region.regionId,
    ...counts,
    mayArrange: placePolicy.arrangeGrids(actor, { jurisdiction: region.path }),
  }
}

interface CoverageRow extends Omit<CoverageItem, 'placeName' | 'from' | 'to' | 'mayTakeBack'> {
  pathNames: PathName[]
  from: Date
  to: Date | null
  cameFrom: string[]
  /** Part of what the grid covers as a whole until then: nothing moves. */
  goesOn: boolean
}

/** What a grid covers and is to cover, in the order in which it came to it. */
export async function listCoverages(
  context: Context,
  { gridId, cursor }: { gridId: string; cursor?: string | undefined },
) {
  enforceReading(context)
  const { db, actor, region, now } = context
  const mayArrange = placePolicy.arrangeGrids(actor, { jurisdiction: region.path })
  const after = decodeCursor(cursor, idCursor)?.[0]
  const { rows } = await sql<CoverageRow>`
    select c.coverage_id as "coverageId", c.place_id as "placeId", p.path_names as "pathNames",
      c.starts_at as "from", c.ends_at as "to",
      (select g.name from grid_coverages n
          join places g on g.community_id = n.community_id and g.place_id = n.grid_id
        where n.community_id = c.community_id and n.place_id = c.place_id and n.kind = c.kind
          and n.starts_at = c.ends_at limit 1) as "nextGridName", c.came_from as "cameFrom",
      exists (select 1 from grid_coverages e where e.community_id = c.community_id and e.grid_id = c.grid_id
        and e.place_id = any (p.path) and e.ends_at = c.starts_at) as "goesOn"
    from grid_coverages c join places p on p.community_id = c.community_id and p.place_id = c.place_id
    where c.community_id = ${region.regionId} and c.grid_id = ${gridId}
      and (c.ends_at is null or c.ends_at > ${now()})
      ${after ? sql`and c.coverage_id > ${after}::uuid` : sql``}
    order by c.coverage_id limit ${PAGE_SIZE + 1}`.execute(db)
  return toPage(
    rows,
    PAGE_SIZE,
    ({ coverageId }) => [coverageId],
    ({ pathNames, from, to, cameFrom, goesOn, coverageId, placeId, nextGridName }): CoverageItem => ({
      coverageId,
      placeId,
      placeName: pathName(pathNames),
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
      nextGridName,
      mayTakeBack: mayArrange && !goesOn && mayTakeBackMove({ from, to, cameFrom }, now()),
    }),
  )
}
