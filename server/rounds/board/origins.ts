import { sql } from 'kysely'
import { roundOffice, type BoardOrigin } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { PlaceOfRound } from '../convene-round'

/** How the board asks other areas for what a topic is put up from, without knowing those areas. */
interface BoardOriginReader {
  /** What somebody wrote: read as moderation reads it, so never what is private or restricted. */
  find: ModerationTargetReader['find']
  /** Who stands behind it besides its author (我也遇到了); left out: nobody ever does. */
  listBehind?: (tx: Transaction, communityId: string, id: string) => Promise<string[]>
}
export type BoardOrigins = Record<BoardOrigin, BoardOriginReader>

/**
 * A topic is put up from what neighbours may read, by who wrote it or who convenes there, and once: of two at the same moment one waits for the
 * other. Answers who wrote it; empty: nobody in the app. Throws BOARD_ORIGIN_WRONG, BOARD_ORIGIN_TAKEN.
 */
export async function enforceOrigin(
  tx: Transaction,
  context: Context,
  place: PlaceOfRound,
  { kind, id, origins }: { kind: BoardOrigin; id: string; origins: BoardOrigins },
): Promise<string> {
  const { actor, region } = context
  const found = await origins[kind].find({ ...context, db: tx }, id)
  const may = found?.authorId === actor.personId || roundOffice(actor.roles, place) !== undefined
  if (!found?.readable || found.state !== 'shown' || !may)
    throw new DomainError('BOARD_ORIGIN_WRONG', 'origin')
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
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
  return found.authorId
}
