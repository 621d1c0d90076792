import type { VotePlace } from '#core/votes'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { listCommittees } from '#server/votes/index'
import type { RoundRow } from '../repository'

/**
 * The place of a round as votes see it, for one asker. Whether an owners' committee is in office there makes a difference for the residents'
 * committee alone: one query for those, none for everybody else.
 */
export async function votePlaceOfRound(
  db: Database | Transaction,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  { place_id: placeId, place_kind: kind, jurisdiction }: RoundRow,
): Promise<VotePlace> {
  const stepsIn = actor.roles.some(
    ({ role, placeId: held }) => role === 'residents_committee' && jurisdiction.includes(held),
  )
  const hasCommittee = !stepsIn || (await listCommittees(db, jurisdiction, now())).length > 0
  return { placeId, kind, jurisdiction, hasCommittee }
}
