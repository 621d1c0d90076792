import { sql } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'
import type { StoredWish } from './repository'

type OfWish = Pick<StoredWish, 'community_id' | 'wish_id'>

/** A home that wants it too, and who said so. */
export interface SecondingHome {
  homeId: string
  personId: string
}

/** Every home that wants it too. */
export function listSeconds(db: Database | Transaction, wish: OfWish): Promise<SecondingHome[]> {
  return db
    .selectFrom('wish_seconds')
    .select(['home_id as homeId', 'person_id as personId'])
    .where('community_id', '=', wish.community_id)
    .where('wish_id', '=', wish.wish_id)
    .orderBy('home_id')
    .execute()
}

/** Who said so. */
export async function listSecondingIds(tx: Transaction, wish: OfWish): Promise<string[]> {
  return (await listSeconds(tx, wish)).map(({ personId }) => personId)
}

/** Adds homes to a locked wish, each once, and counts them; the author's own homes are never among them. */
export async function addSeconds(
  tx: Transaction,
  wish: StoredWish,
  homes: readonly SecondingHome[],
  at: Date,
): Promise<number> {
  await sql`
    insert into wish_seconds (community_id, wish_id, home_id, person_id, at)
    select ${wish.community_id}, ${wish.wish_id}, home_id, person_id, ${at}
    from unnest(${homes.map(({ homeId }) => homeId)}::uuid[], ${homes.map(({ personId }) => personId)}::uuid[])
      as h (home_id, person_id)
    where not exists (select 1 from memberships m where m.community_id = ${wish.community_id}
      and m.home_id = h.home_id and m.person_id = ${wish.author_id} and m.state = 'confirmed')
    on conflict do nothing`.execute(tx)
  return countSeconds(tx, wish)
}

/** Takes one home out again and counts what is left. */
export async function removeSecond(tx: Transaction, wish: OfWish, personId: string): Promise<number> {
  await tx
    .deleteFrom('wish_seconds')
    .where('community_id', '=', wish.community_id)
    .where('wish_id', '=', wish.wish_id)
    .where('person_id', '=', personId)
    .execute()
  return countSeconds(tx, wish)
}

/** Takes out what one person said for one home, and counts what is left. */
export async function removeSecondOfHome(
  tx: Transaction,
  wish: OfWish,
  { homeId, personId }: SecondingHome,
): Promise<number> {
  await tx
    .deleteFrom('wish_seconds')
    .where('community_id', '=', wish.community_id)
    .where('wish_id', '=', wish.wish_id)
    .where('home_id', '=', homeId)
    .where('person_id', '=', personId)
    .execute()
  return countSeconds(tx, wish)
}

/** Saves and answers how many homes want it. */
async function countSeconds(tx: Transaction, wish: OfWish): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    update wishes set seconds = (select count(*) from wish_seconds s
      where s.community_id = ${wish.community_id} and s.wish_id = ${wish.wish_id})
    where community_id = ${wish.community_id} and wish_id = ${wish.wish_id} returning seconds`.execute(tx)
  return rows[0]?.seconds ?? 0
}
