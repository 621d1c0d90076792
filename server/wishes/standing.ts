import { sql } from 'kysely'
import type { Actor } from '#core/permissions'
import type { Wish, WishStanding } from '#core/wishes'
import { listOrganisationsOf } from '#server/organisations/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { wishOf, type StoredWish } from './repository'

type Reader = Database | Transaction

interface Dealings {
  wish_id: string
  offered: boolean
  involved: boolean
  seconded: boolean
  seconded_homes: string[]
  authors_homes: string[]
  unwanted: boolean
}

/** Wishes as one asker meets them: what they have to do with each. Two queries, however many. */
export async function wishesMetBy(
  db: Reader,
  actor: Actor,
  communityId: string,
  rows: readonly StoredWish[],
): Promise<Map<string, Wish>> {
  if (rows.length === 0) return new Map()
  const organisations = await listOrganisationsOf(db, communityId, actor.personId)
  const dealings = await listDealings(db, actor, communityId, rows)
  const mine = new Set(organisations.map(({ organisationId }) => organisationId))
  return new Map(
    rows.map((row) => [
      row.wish_id,
      wishOf(
        row,
        standingOf(
          row,
          mine,
          dealings.find(({ wish_id: id }) => id === row.wish_id),
        ),
      ),
    ]),
  )
}

/** One of them. */
export async function wishMetBy(db: Reader, actor: Actor, row: StoredWish): Promise<Wish> {
  return (await wishesMetBy(db, actor, row.community_id, [row])).get(row.wish_id) as Wish
}

function standingOf(
  row: StoredWish,
  organisations: ReadonlySet<string>,
  dealings: Dealings | undefined,
): WishStanding {
  return {
    inOrganisation: organisations.size > 0,
    ofHelper: row.helper_organisation_id !== null && organisations.has(row.helper_organisation_id),
    seconded: dealings?.seconded ?? false,
    secondedHomes: dealings?.seconded_homes ?? [],
    authorsHomes: dealings?.authors_homes ?? [],
    offered: dealings?.offered ?? false,
    unwanted: dealings?.unwanted ?? false,
    involved: dealings?.involved ?? false,
  }
}

async function listDealings(
  db: Reader,
  { personId, homes }: Actor,
  communityId: string,
  wishes: readonly StoredWish[],
): Promise<Dealings[]> {
  const homeIds = sql`${homes.map(({ homeId }) => homeId)}::uuid[]`
  const { rows } = await sql<Dealings>`
    select w.wish_id, coalesce(o.offered, false) as offered, s.wish_id is not null as seconded,
      o.offered is not null or s.wish_id is not null as involved,
      coalesce(o.declined_at > w.published_at, false) or exists (select 1 from person_blocks
        where community_id = ${communityId} and blocker_id = w.author_id and blocked_id = ${personId}) as unwanted,
      array(select home_id from wish_seconds where community_id = ${communityId}
        and wish_id = w.wish_id and home_id = any (${homeIds})) as seconded_homes,
      array(select home_id from memberships where community_id = ${communityId}
        and person_id = w.author_id and home_id = any (${homeIds}) and state = 'confirmed') as authors_homes
    from unnest(${wishes.map(({ wish_id }) => wish_id)}::uuid[], ${wishes.map(({ author_id }) => author_id)}::uuid[],
      ${wishes.map(({ published_at }) => published_at?.toISOString() ?? null)}::timestamptz[])
      as w (wish_id, author_id, published_at)
    left join lateral (select bool_or(state = 'waiting') as offered,
        max(offered_at) filter (where state = 'declined') as declined_at from wish_offers
      where community_id = ${communityId} and wish_id = w.wish_id and person_id = ${personId}) o on true
    left join lateral (select wish_id from wish_seconds where community_id = ${communityId}
      and wish_id = w.wish_id and person_id = ${personId} limit 1) s on true`.execute(db)
  return rows
}
