import { roundPolicy, type Round } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { findRound, roundFor, type RoundRow } from './repository'

/** A round as its reader meets it. */
export interface ReadableRound {
  row: RoundRow
  round: Round
}

/** A round for somebody who may read it. Throws NOT_FOUND for everybody else. Two queries. */
export async function readableRound(
  { db, actor, region }: Pick<Context, 'db' | 'actor' | 'region'>,
  roundId: string,
): Promise<ReadableRound> {
  const row = await findRound(db, region.regionId, roundId)
  const round = row && (await roundFor(db, actor, row))
  if (!row || !round || !roundPolicy.read(actor, round)) throw new DomainError('NOT_FOUND')
  return { row, round }
}
