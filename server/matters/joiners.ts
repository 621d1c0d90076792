import { sql } from 'kysely'
import { matterPolicy, OPEN_STATES, type Matter } from '#core/matters'
import type { Actor } from '#core/permissions'
import { listHomeIds, type HomeLeft } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { lockMatters, matterOf, type StoredMatter } from './repository'

type Reader = Database | Transaction

/** Somebody who met the matter too, and since when. */
export interface Joiner {
  personId: string
  homeId: string | null
  joinedAt: Date
}

/**
 * Everyone behind a matter besides its reporter: who joined it or what was merged into it, and the reporters of those.
 * Nothing is copied on merging, so that unmerging takes along exactly its own.
 */
export async function listJoiners(db: Reader, communityId: string, matterId: string): Promise<Joiner[]> {
  const { rows } = await sql<Joiner>`
    with merged as (select matter_id, reporter_id, submitted_at from matters
      where community_id = ${communityId} and merged_into = ${matterId})
    select distinct on ("personId") "personId", "homeId", "joinedAt" from (
      select j.person_id as "personId", j.home_id as "homeId", j.joined_at as "joinedAt" from matter_joiners j
        where j.community_id = ${communityId} and j.matter_id = ${matterId}
      union all
      select j.person_id, j.home_id, j.joined_at from merged m join matter_joiners j
        on j.community_id = ${communityId} and j.matter_id = m.matter_id
      union all
      select reporter_id, (select home_id from memberships h where h.community_id = ${communityId}
          and h.person_id = reporter_id and h.state = 'confirmed' order by h.membership_id limit 1), submitted_at
        from merged where reporter_id is not null
          and exists (select 1 from people p where p.person_id = reporter_id and p.closed_at is null)
    ) everyone order by "personId", "joinedAt"`.execute(db)
  return rows.sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
}

/**
 * Matters as one asker meets them. Who can't read one by home or office may be behind it: they reported with a door code,
 * and theirs was merged into it. One query at most, and none for residents and staff.
 */
export async function mattersMetBy(
  db: Reader,
  actor: Actor,
  communityId: string,
  rows: readonly StoredMatter[],
): Promise<ReadonlyMap<string, Matter>> {
  const matters = new Map(rows.map((row) => [row.matter_id, matterOf(row)]))
  const unread = rows.filter(
    (row) => row.visibility === 'public' && !matterPolicy.read(actor, matters.get(row.matter_id) as Matter),
  )
  if (unread.length === 0) return matters
  const ids = unread.map((row) => row.matter_id)
  const { rows: joined } = await sql<{ id: string }>`
    select matter_id as id from matter_joiners
      where community_id = ${communityId} and person_id = ${actor.personId} and matter_id = any (${ids}::uuid[])
    union
    select merged_into from matters
      where community_id = ${communityId} and reporter_id = ${actor.personId} and merged_into = any (${ids}::uuid[])`.execute(
    db,
  )
  for (const { id } of joined) {
    const row = unread.find((one) => one.matter_id === id)
    if (row) matters.set(id, matterOf(row, [actor.personId]))
  }
  return matters
}

/** Their persons, whoever came first first. */
export async function listJoinerIds(db: Reader, communityId: string, matterId: string): Promise<string[]> {
  return (await listJoiners(db, communityId, matterId)).map(({ personId }) => personId)
}

/**
 * Ends what somebody joined from a home that they left, while it is still open: what is over keeps who met it. Counted
 * anew is also what they reported themselves: the home is not theirs any more.
 */
export async function endJoinsOfHome(
  tx: Transaction,
  { communityId, personId, homeId }: Pick<HomeLeft, 'communityId' | 'personId' | 'homeId'>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select m.matter_id as id from matters m where m.community_id = ${communityId} and m.state = any (${[...OPEN_STATES]})
      and (m.reporter_id = ${personId} or m.matter_id in (select coalesce(joined.merged_into, joined.matter_id)
        from matter_joiners j join matters joined
          on joined.community_id = j.community_id and joined.matter_id = j.matter_id
        where j.community_id = ${communityId} and j.person_id = ${personId} and j.home_id = ${homeId}))`.execute(
    tx,
  )
  const matters = await lockMatters(
    tx,
    communityId,
    rows.map(({ id }) => id),
  )
  await sql`
    delete from matter_joiners j using matters m
    where j.community_id = ${communityId} and j.person_id = ${personId} and j.home_id = ${homeId}
      and m.community_id = j.community_id and m.matter_id = j.matter_id
      and (m.matter_id = any (${matters.map((row) => row.matter_id)}::uuid[])
        or m.merged_into = any (${matters.map((row) => row.matter_id)}::uuid[]))`.execute(tx)
  for (const row of matters) await saveHomes(tx, row, await countHomes(tx, row))
}

/** How many homes met it is no step of the handling: the revision stays. */
export async function saveHomes(
  tx: Transaction,
  { community_id, matter_id }: Pick<StoredMatter, 'community_id' | 'matter_id'>,
  homes: number,
): Promise<void> {
  await tx
    .updateTable('matters')
    .set({ joined_homes: homes })
    .where('community_id', '=', community_id)
    .where('matter_id', '=', matter_id)
    .execute()
}

/** Homes behind a matter besides its reporter's; who has none counts for themselves. */
export async function countHomes(
  db: Reader,
  { community_id, matter_id, reporter_id }: Pick<StoredMatter, 'community_id' | 'matter_id' | 'reporter_id'>,
): Promise<number> {
  const joiners = await listJoiners(db, community_id, matter_id)
  const own = reporter_id ? await listHomeIds(db, community_id, reporter_id) : []
  const others = joiners.filter(
    ({ personId, homeId }) => personId !== reporter_id && !(homeId && own.includes(homeId)),
  )
  return new Set(others.map(({ homeId, personId }) => homeId ?? personId)).size
}

/** Whether something was merged into it that nobody in the app reported: its caller still waits. */
export async function stillConcerns(
  db: Reader,
  { community_id, matter_id }: Pick<StoredMatter, 'community_id' | 'matter_id'>,
): Promise<boolean> {
  const unreported = await db
    .selectFrom('matters')
    .select('matter_id')
    .where('community_id', '=', community_id)
    .where('merged_into', '=', matter_id)
    .where('reporter_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return unreported !== undefined
}
