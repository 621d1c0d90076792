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
  const dealings = await listDealings(
    db,
    actor,
    communityId,
    rows.map(({ wish_id: id }) => id),
  )
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
    offered: dealings?.offered ?? false,
    involved: dealings?.involved ?? false,
  }
}

async function listDealings(
  db: Reader,
  { personId }: Actor,
  communityId: string,
  wishIds: readonly string[],
): Promise<Dealings[]> {
  const { rows } = await sql<Dealings>`
    select w.wish_id, coalesce(o.offered, false) as offered, s.wish_id is not null as seconded,
      o.offered is not null or s.wish_id is not null as involved
    from unnest(${[...wishIds]}::uuid[]) as w (wish_id)
    left join lateral (select bool_or(state = 'waiting') as offered from wish_offers
      where community_id = ${communityId} and wish_id = w.wish_id and person_id = ${personId}) o on true
    left join lateral (select wish_id from wish_seconds where community_id = ${communityId}
      and wish_id = w.wish_id and person_id = ${personId} limit 1) s on true`.execute(db)
  return rows
}
