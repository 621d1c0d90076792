import { sql } from 'kysely'
import { COUNT_CAP } from '#core/matters'
import { STATES_OF_LIST, WISH_LISTS, type WishKind, type WishList } from '#core/wishes'
import type { Database } from '#server/platform/db/index'
import { HAS_PHONE } from './offers'
import type { WishRow } from './repository'

/** Whose wishes somebody looks through: those said to certain places, and, by office, those that come from certain places. */
export interface Audience {
  communityId: string
  /** Said to one of these: a building, an estate, the community. */
  scopePlaceIds: readonly string[]
  /** Come from below one of these; empty for who is in no office. */
  officePlaceIds: readonly string[]
}

/** Where a list goes on. */
export interface WishSlice {
  after: readonly [at: string, wishId: string] | undefined
  limit: number
}

const statesOf = (list: WishList) => sql.join(STATES_OF_LIST[list].map((state) => sql.lit(state)))

/** As the partial indexes name it: wishes_waiting, wishes_helping, wishes_fulfilled, and the same for offices. */
const inList = (list: WishList) =>
  list === 'waiting'
    ? sql`w.state = 'published' and w.words_state = 'shown'`
    : sql`w.state in (${statesOf(list)}) and w.words_state = 'shown'`

const orderOf = (list: WishList) =>
  list === 'waiting' ? sql`stands_until, wish_id` : sql`changed_at desc, wish_id desc`

const afterRow = (list: WishList, after: WishSlice['after']) => {
  if (!after) return sql``
  return list === 'waiting'
    ? sql`and (w.stands_until, w.wish_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`and (w.changed_at, w.wish_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
}

/**
 * One page of a list: the most urgent first of those that wait, else the newest. Each place's part comes from its index;
 * of offices the community's. One query.
 */
export async function listWishRows(
  db: Database,
  { communityId, scopePlaceIds, officePlaceIds }: Audience,
  { list, kind }: { list: WishList; kind: WishKind | undefined },
  { after, limit }: WishSlice,
): Promise<WishRow[]> {
  const here = sql`w.community_id = ${communityId} and ${inList(list)} ${afterRow(list, after)}
    ${kind ? sql`and w.kind = ${kind}` : sql``}`
  const byOffice =
    officePlaceIds.length === 0
      ? sql``
      : sql`union (select w.* from wishes w where ${here} and w.jurisdiction && ${[...officePlaceIds]}::uuid[]
          order by ${orderOf(list)} limit ${limit})`
  const { rows } = await sql<WishRow>`
    select listed.*, p.nickname from (
      (select w.* from unnest(${[...scopePlaceIds]}::uuid[]) as s (place_id) cross join lateral
        (select w.* from wishes w where ${here} and w.scope_place_id = s.place_id
          order by ${orderOf(list)} limit ${limit}) w)
      ${byOffice}
    ) listed left join people p on p.person_id = listed.author_id
    order by ${orderOf(list)} limit ${limit}`.execute(db)
  return rows
}

/** How many there are in each list, each stopping one above COUNT_CAP. One query. */
export async function countWishes(
  db: Database,
  { communityId, scopePlaceIds, officePlaceIds }: Audience,
): Promise<Record<WishList, number>> {
  const counted = WISH_LISTS.map(
    (list) => sql`(select count(*) from (
      (select w.wish_id from unnest(${[...scopePlaceIds]}::uuid[]) as s (place_id) join wishes w
        on w.scope_place_id = s.place_id where w.community_id = ${communityId} and ${inList(list)}
        limit ${COUNT_CAP + 1})
      ${
        officePlaceIds.length === 0
          ? sql``
          : sql`union (select w.wish_id from wishes w where w.community_id = ${communityId}
        and ${inList(list)} and w.jurisdiction && ${[...officePlaceIds]}::uuid[]
        order by ${orderOf(list)} limit ${COUNT_CAP + 1}) limit ${COUNT_CAP + 1}`
      }) c) as ${sql.id(list)}`,
  )
  const { rows } = await sql<Record<WishList, string>>`select ${sql.join(counted)}`.execute(db)
  const [row] = rows
  return {
    waiting: Number(row?.waiting ?? 0),
    helping: Number(row?.helping ?? 0),
    fulfilled: Number(row?.fulfilled ?? 0),
  }
}

/** What somebody said, newest first. Index: wishes_of_author. */
export async function listWishesSaid(
  db: Database,
  communityId: string,
  personId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    select w.*, p.nickname from wishes w left join people p on p.person_id = w.author_id
    where w.community_id = ${communityId} and w.author_id = ${personId}
      ${after ? sql`and w.wish_id < ${after}::uuid` : sql``}
    order by w.wish_id desc limit ${limit}`.execute(db)
  return rows
}

/** What somebody offered to help with or helped, themselves or their organisations, newest first. */
export async function listWishesHelped(
  db: Database,
  communityId: string,
  { personId, organisationIds }: { personId: string; organisationIds: readonly string[] },
  { after, limit }: { after: string | undefined; limit: number },
): Promise<WishRow[]> {
  const older = (column: string) => (after ? sql`and ${sql.ref(column)} < ${after}::uuid` : sql``)
  const { rows } = await sql<WishRow>`
    select w.*, p.nickname from (
      (select distinct o.wish_id from wish_offers o where o.community_id = ${communityId}
        and o.person_id = ${personId} ${older('o.wish_id')} order by o.wish_id desc limit ${limit})
      union
      (select h.wish_id from unnest(${[...organisationIds]}::uuid[]) as g (id) cross join lateral
        (select w.wish_id from wishes w where w.community_id = ${communityId} and w.helper_organisation_id = g.id
          ${older('w.wish_id')} order by w.wish_id desc limit ${limit}) h)
    ) mine join wishes w on w.community_id = ${communityId} and w.wish_id = mine.wish_id
    left join people p on p.person_id = w.author_id
    order by w.wish_id desc limit ${limit}`.execute(db)
  return rows
}

/** Offers that wait, of several wishes at once; those without any are left out. */
export async function countOffers(
  db: Database,
  communityId: string,
  wishIds: readonly string[],
): Promise<Map<string, number>> {
  if (wishIds.length === 0) return new Map()
  const { rows } = await sql<{ wish_id: string; offers: string }>`
    select wish_id, count(*) as offers from wish_offers where community_id = ${communityId} and state = 'waiting'
      and ${HAS_PHONE}
      and wish_id = any (${[...wishIds]}::uuid[]) group by wish_id`.execute(db)
  return new Map(rows.map((row) => [row.wish_id, Number(row.offers)]))
}
