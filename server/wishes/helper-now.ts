import { sql, type RawBuilder } from 'kysely'
import { mayGoOnHelping } from '#core/wishes'
import type { Actor } from '#core/permissions'
import { findCallerIn } from '#server/platform/http/caller'
import type { Transaction } from '#server/platform/db/index'
import type { WishRow } from './repository'
import { wishMetBy } from './standing'

interface Somebody {
  communityId: string
  personId: string
}

/** Who somebody is at this moment: the homes they still have, and what they still hold. */
export async function actorNow(
  tx: Transaction,
  { communityId, personId, at }: Somebody & { at: Date },
): Promise<Actor> {
  const found = await findCallerIn(tx, { personId, sessionId: personId }, communityId, at)
  return found?.actor ?? { personId, roles: [], homes: [] }
}

/** Whether somebody may go on helping with a locked wish; nobody does once their account is closed. */
export async function mayStillHelp(
  tx: Transaction,
  row: WishRow,
  { personId, at }: Pick<Somebody, 'personId'> & { at: Date },
): Promise<boolean> {
  const person = await tx
    .selectFrom('people')
    .select('closed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person || person.closed_at) return false
  const actor = await actorNow(tx, { communityId: row.community_id, personId, at })
  return mayGoOnHelping(actor, await wishMetBy(tx, actor, row))
}

/**
 * Wishes that somebody offered help with or helps with, for whomever. What is delivered is among them: its author may be
 * saying 还没有 at this moment, and whoever locks it then learns.
 */
export function helpedBy({ communityId, personId }: Somebody): RawBuilder<{ id: string }> {
  return sql`
    select w.wish_id as id from wish_offers o join wishes w on w.community_id = ${communityId} and w.wish_id = o.wish_id
      where o.community_id = ${communityId} and o.person_id = ${personId} and o.state in ('waiting', 'accepted')
        and w.state in ('published', 'claimed', 'delivered')
    union
    select w.wish_id from organisation_members m join wishes w on w.community_id = ${communityId}
        and w.helper_organisation_id = m.organisation_id and w.helper_id = ${personId}
        and w.state in ('claimed', 'delivered')
      where m.community_id = ${communityId} and m.person_id = ${personId}`
}
