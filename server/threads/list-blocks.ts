import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { residentName } from './post-words'

/** Whom the caller doesn't listen to, newest first, as they were called where they were blocked: one query. */
export async function listBlocks({ db, actor, region }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)?.[0]
  let query = db
    .selectFrom('person_blocks')
    .innerJoin('people', 'people.person_id', 'person_blocks.blocked_id')
    .select(['block_id', 'shown_as', 'at', 'people.nickname'])
    .where('community_id', '=', region.regionId)
    .where('blocker_id', '=', actor.personId)
  if (after) query = query.where('block_id', '<', after)
  const rows = await query
    .orderBy('block_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.block_id],
    (row) => ({
      blockId: row.block_id,
      name: residentName(row.shown_as, row.nickname),
      at: row.at.toISOString(),
    }),
  )
}

/** Listens to somebody again. */
export async function unblock(
  { actor, region, transact }: Context,
  blockId: string,
): Promise<{ done: true }> {
  return transact(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('person_blocks')
      .where('community_id', '=', region.regionId)
      .where('blocker_id', '=', actor.personId)
      .where('block_id', '=', blockId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new DomainError('NOT_FOUND')
    return { done: true as const }
  })
}

/** Who of these authors this person doesn't want to read: one query. */
export async function listBlockedAuthors(
  db: Database | Transaction,
  communityId: string,
  personId: string,
  posts: readonly { author_id: string }[],
): Promise<ReadonlySet<string>> {
  if (posts.length === 0) return new Set()
  const rows = await db
    .selectFrom('person_blocks')
    .select('blocked_id')
    .where('community_id', '=', communityId)
    .where('blocker_id', '=', personId)
    .where(
      'blocked_id',
      'in',
      posts.map(({ author_id }) => author_id),
    )
    .execute()
  return new Set(rows.map((row) => row.blocked_id))
}
