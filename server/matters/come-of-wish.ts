import { sql } from 'kysely'
import { canMergeAtAll, isOpen, matterPolicy } from '#core/matters'
import { DomainError } from '#core/errors'
import type { Actor } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import { countHomes } from './joiners'
import { lockMatter, matterOf } from './repository'
import { tellAbove } from './tell'

/** Homes that wanted the wish, and who spoke for them. */
export interface WishFollower {
  personId: string
  homeId: string
}

export interface ComingOfWish {
  communityId: string
  matterId: string
  wishId: string
  followers: readonly WishFollower[]
  at: Date
}

/**
 * A wish became this matter, or was merged into it: the matter leads back to it (the first one, of several), and who
 * wanted it meets the matter too. Throws MERGE_NOT_POSSIBLE for one that the asker may not read, or that isn't open.
 */
export async function comeOfWish(
  tx: Transaction,
  actor: Actor,
  { communityId, matterId, wishId, followers, at }: ComingOfWish,
): Promise<void> {
  const row = await lockMatter(tx, communityId, matterId)
  const matter = row && matterOf(row)
  if (!row || !matter || !matterPolicy.read(actor, matter)) throw new DomainError('MERGE_NOT_POSSIBLE')
  if (!canMergeAtAll(matter) || !isOpen(matter.state)) throw new DomainError('MERGE_NOT_POSSIBLE')
  const others = followers.filter(({ personId }) => personId !== row.reporter_id)
  await sql`
    insert into matter_joiners (community_id, matter_id, person_id, home_id, joined_at)
    select ${communityId}, ${matterId}, person_id, home_id, ${at}
    from unnest(${others.map(({ personId }) => personId)}::uuid[], ${others.map(({ homeId }) => homeId)}::uuid[])
      as f (person_id, home_id)
    on conflict do nothing`.execute(tx)
  const joined_homes = await countHomes(tx, row)
  await tx
    .updateTable('matters')
    .set({ joined_homes, from_wish_id: row.from_wish_id ?? wishId })
    .where('community_id', '=', communityId)
    .where('matter_id', '=', matterId)
    .execute()
  await tellAbove(tx, { ...row, joined_homes }, at)
}
