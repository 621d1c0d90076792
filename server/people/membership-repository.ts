import { sql } from 'kysely'
import type { MembershipList } from '#core/people'
import type { Membership } from '#core/people'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { listGridsCovering } from '#server/places/index'
import type { RegionInScope } from '#server/platform/context'
import type { Selectable } from 'kysely'

type Reader = Database | Transaction

/** A membership row with the name its person goes by. */
export type MembershipRow = Selectable<Tables['memberships']> & { nickname: string | null }

const read = (db: Reader) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.person_id', 'memberships.person_id')
    .selectAll('memberships')
    .select('people.nickname')

/** One membership of a community. */
export function findMembership(
  db: Reader,
  communityId: string,
  membershipId: string,
): Promise<MembershipRow | undefined> {
  return read(db)
    .where('memberships.community_id', '=', communityId)
    .where('memberships.membership_id', '=', membershipId)
    .executeTakeFirst()
}

/** Locks the membership's row, so that two who decide at once come one after the other. */
export async function lockMembership(
  tx: Transaction,
  communityId: string,
  membershipId: string,
): Promise<MembershipRow | undefined> {
  await tx
    .selectFrom('memberships')
    .select('membership_id')
    .where('community_id', '=', communityId)
    .where('membership_id', '=', membershipId)
    .forUpdate()
    .execute()
  return findMembership(tx, communityId, membershipId)
}

/** What a list is asked by: who asks, and the places they answer for. */
export interface MembershipQuery {
  communityId: string
  personId: string
  homeIds: string[]
  /** Places the asker holds a deciding role at, grids opened up to what they cover. */
  placeIds: string[]
  list: MembershipList
  after: string | undefined
  limit: number
}

/** One page of memberships, newest first. */
export function listMemberships(db: Reader, query: MembershipQuery): Promise<MembershipRow[]> {
  let rows = read(db).where('memberships.community_id', '=', query.communityId)
  if (query.list === 'mine') rows = rows.where('memberships.person_id', '=', query.personId)
  if (query.list === 'household') {
    rows = rows
      .where(sql<boolean>`memberships.home_id = any (${query.homeIds}::uuid[])`)
      .where('memberships.state', 'in', ['asked', 'confirmed', 'objected'])
      .where('memberships.person_id', '<>', query.personId)
  }
  if (query.list === 'to_decide') {
    rows = rows
      .where('memberships.state', 'in', ['asked', 'objected'])
      .where('memberships.person_id', '<>', query.personId)
      .where(sql<boolean>`memberships.home_path && ${[...query.placeIds, ...query.homeIds]}::uuid[]`)
  }
  if (query.after) rows = rows.where('memberships.membership_id', '<', query.after)
  return rows.orderBy('memberships.membership_id', 'desc').limit(query.limit).execute()
}

/** The membership as the rules see it. */
export async function toMembership(
  db: Reader,
  region: RegionInScope,
  row: MembershipRow,
  now: Date,
): Promise<Membership> {
  const grids = await listGridsCovering(db, region.regionId, row.home_path, now)
  return membershipOf(
    region,
    row,
    grids.map(({ gridId }) => gridId),
  )
}

/** The same, where the grids over the home are already known. */
export function membershipOf(
  region: RegionInScope,
  row: MembershipRow,
  gridIds: readonly string[],
): Membership {
  return {
    personId: row.person_id,
    homeId: row.home_id,
    relation: row.relation,
    state: row.state,
    askedAt: row.asked_at,
    objectorId: row.objector_id,
    jurisdiction: [...region.path, ...row.home_path, ...gridIds],
  }
}

/** For each of several homes, the grids that cover it now: one query for a whole page. */
export async function listGridsOfHomes(
  db: Reader,
  communityId: string,
  homeIds: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ homeId: string; gridIds: string[] }>`
    select p.place_id as "homeId", array_agg(c.grid_id) as "gridIds"
    from places p join grid_coverages c on c.community_id = p.community_id and c.place_id = any (p.path)
    where p.community_id = ${communityId} and p.place_id = any (${[...homeIds]}::uuid[])
      and c.starts_at <= ${now} and (c.ends_at is null or c.ends_at > ${now})
    group by p.place_id`.execute(db)
  return new Map(rows.map(({ homeId, gridIds }) => [homeId, gridIds]))
}

/** The places that grids cover now. */
export async function listCoveredPlaces(
  db: Reader,
  communityId: string,
  gridIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ placeId: string }>`
    select place_id as "placeId" from grid_coverages
    where community_id = ${communityId} and grid_id = any (${[...gridIds]}::uuid[])
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(db)
  return rows.map(({ placeId }) => placeId)
}
