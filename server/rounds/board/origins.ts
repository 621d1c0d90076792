import { roundOffice, type BoardOrigin } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { PlaceOfRound } from '../convene-round'

/** What somebody wrote that a topic is put up from: read as moderation reads it, so never what is private or restricted. */
export type BoardOrigins = Record<BoardOrigin, ModerationTargetReader['find']>

/**
 * A topic is put up from what neighbours may read, by who wrote it or who convenes there, and once. Throws BOARD_ORIGIN_WRONG,
 * BOARD_ORIGIN_TAKEN.
 */
export async function enforceOrigin(
  tx: Transaction,
  context: Context,
  place: PlaceOfRound,
  { kind, id, origins }: { kind: BoardOrigin; id: string; origins: BoardOrigins },
): Promise<void> {
  const { actor, region } = context
  const found = await origins[kind]({ ...context, db: tx }, id)
  const may = found?.authorId === actor.personId || roundOffice(actor.roles, place) !== undefined
  if (!found?.readable || found.state !== 'shown' || !may)
    throw new DomainError('BOARD_ORIGIN_WRONG', 'origin')
  const taken = await tx
    .selectFrom('topics')
    .select('topic_id')
    .where('community_id', '=', region.regionId)
    .where('origin_kind', '=', kind)
    .where('origin_id', '=', id)
    .where('state', 'in', ['open', 'merged'])
    .limit(1)
    .executeTakeFirst()
  if (taken) throw new DomainError('BOARD_ORIGIN_TAKEN', 'origin')
}
