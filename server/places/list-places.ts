import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { findPlace, listChildren } from './repository'

const childCursor = z.tuple([z.string(), z.uuid()])

export interface ListPlaces {
  parentId?: string | undefined
  /** The grids in force instead of what lies in the tree. */
  grids?: 'true' | undefined
  cursor?: string | undefined
}

/** What lies right below a place, or below the community, and is still there, in reading order; or the community's grids. */
export async function listPlaces(context: Context, { parentId, grids, cursor }: ListPlaces) {
  const { db, region, now } = context
  const after = decodeCursor(cursor, childCursor)
  if (parentId !== undefined && !(await findPlace(db, region.regionId, parentId)))
    throw new DomainError('NOT_FOUND')
  const children = {
    communityId: region.regionId,
    parentId: parentId ?? null,
    grids: grids !== undefined,
    now: now(),
  }
  const rows = await listChildren(db, children, after, PAGE_SIZE + 1)
  return toPage(
    rows,
    PAGE_SIZE,
    ({ sortKey, placeId }) => [sortKey, placeId],
    ({ placeId, kind, name, hasChildren }) => ({ placeId, kind, name, hasChildren }),
  )
}

const communityCursor = z.tuple([z.string(), z.uuid()])

/** All communities of the district, by name. */
export async function listCommunities(context: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, communityCursor)
  let query = context.db
    .selectFrom('regions as c')
    .innerJoin('regions as s', 's.region_id', 'c.parent_id')
    .select(['c.region_id as communityId', 'c.name', 's.name as subdistrictName'])
    .where('c.kind', '=', 'community')
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('c.name', 'c.region_id'), '>', eb.tuple(after[0], after[1])))
  }
  const rows = await query
    .orderBy('c.name')
    .orderBy('c.region_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    ({ name, communityId }) => [name, communityId],
    (row) => row,
  )
}
