import { isRoundOpen, mayLookForConvener, stillConvenes, type Round } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findCallerIn } from '#server/platform/http/caller'
import { roundFor, type RoundRow } from './repository'

/**
 * The same round, with whether its convener is gone: out of the office in which they convened, or moved away. Asked for those alone who
 * may name another, as long as it goes on: two queries for them, none for everybody else.
 */
export async function withConvenerGone(
  db: Database | Transaction,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  row: RoundRow,
  round: Round,
): Promise<Round> {
  if (!isRoundOpen(row.state) || !mayLookForConvener(actor, round)) return round
  const { convener_id: personId } = row
  const found = await findCallerIn(db, { personId, sessionId: personId }, row.community_id, now())
  const convenes = found !== undefined && stillConvenes(found.actor, await roundFor(db, found.actor, row))
  return { ...round, convenerGone: !convenes }
}
