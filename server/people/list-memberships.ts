import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { membershipPolicy, type MembershipList, type MembershipView } from '#core/people'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import {
  findMembership,
  listCoveredPlaces,
  listGridsOfHomes,
  listMemberships,
  membershipOf,
  toMembership,
} from './membership-repository'
import { presentMembership } from './present-membership'

const DECIDERS = ['building_head', 'community_staff'] as const

/** Requests: mine, those that wait for my word, or those of my household. Three queries for a page. */
export async function listMembershipsFor(
  context: Context,
  { list, cursor }: { list: MembershipList; cursor?: string },
) {
  const { db, actor, region, now } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const gridIds = actor.roles.filter(({ role }) => role === 'grid_worker').map(({ placeId }) => placeId)
  const covered = list === 'to_decide' ? await listCoveredPlaces(db, region.regionId, gridIds, now()) : []
  const held = actor.roles
    .filter(({ role }) => (DECIDERS as readonly string[]).includes(role))
    .map(({ placeId }) => placeId)
  const homes = list === 'to_decide' ? actor.homes.filter(({ isAdult }) => isAdult) : actor.homes
  const rows = await listMemberships(db, {
    communityId: region.regionId,
    personId: actor.personId,
    homeIds: homes.map(({ homeId }) => homeId),
    placeIds: [...covered, ...held],
    list,
    after,
    limit: PAGE_SIZE + 1,
  })
  const grids = await listGridsOfHomes(
    db,
    region.regionId,
    rows.map((row) => row.home_id),
    now(),
  )
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.membership_id],
    (row) => presentMembership(row, membershipOf(region, row, grids.get(row.home_id) ?? []), actor),
  )
}

/** One membership; whoever may not see it learns nothing of it. */
export async function readMembership(context: Context, membershipId: string): Promise<MembershipView> {
  const { db, actor, region, now } = context
  const row = await findMembership(db, region.regionId, membershipId)
  if (!row) throw new DomainError('NOT_FOUND')
  const membership = await toMembership(db, region, row, now())
  if (!membershipPolicy.read(actor, membership)) throw new DomainError('NOT_FOUND')
  return presentMembership(row, membership, actor)
}
