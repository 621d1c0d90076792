import { sql } from 'kysely'
import { CLOSED_NAME } from '#core/my-data'
import { lockCases } from '#server/moderation/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { forgetPost } from './forget-post'
import { lockPost } from './post-repository'

/** Whom one didn't listen to goes, who didn't listen to one too; one's words only where that was wished. */
export async function forgetThreads(db: Database, closing: Closing): Promise<void> {
  const { communityId, personId } = closing
  await db
    .deleteFrom('person_blocks')
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('blocker_id', '=', personId), eb('blocked_id', '=', personId)]))
    .execute()
  await forgetName(db, closing)
  if (closing.words === 'delete') await forgetWords(db, closing)
}

/** Where somebody was named, in the threads in which they spoke under their name. */
async function forgetName(db: Database, { communityId, personId, nickname }: Closing): Promise<void> {
  if (nickname === null) return
  await sql`
    update posts p set mention_names = array_replace(mention_names, ${nickname}, ${CLOSED_NAME})
    where p.community_id = ${communityId} and p.mention_names @> array[${nickname}]
      and exists (select 1 from posts own where own.community_id = ${communityId} and own.author_id = ${personId}
        and own.shown_as = 'nickname' and own.subject_kind = p.subject_kind and own.subject_id = p.subject_id)`.execute(
    db,
  )
}

/** What was said in an office stays: it was the office's word. */
async function forgetWords(db: Database, closing: Closing): Promise<void> {
  const rows = await db
    .selectFrom('posts')
    .select('post_id')
    .where('community_id', '=', closing.communityId)
    .where('author_id', '=', closing.personId)
    .where('official_role', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('post_id')
    .execute()
  // One transaction each: a decision about one of them waits for that one alone.
  for (const { post_id: postId } of rows)
    await db.transaction().execute((tx) => forgetOne(tx, closing, postId))
}

async function forgetOne(
  tx: Transaction,
  { communityId, personId, at }: Closing,
  postId: string,
): Promise<void> {
  await lockCases(tx, communityId, { kind: 'post', id: postId })
  const row = await lockPost(tx, communityId, personId, postId)
  if (row && row.deleted_at === null) await forgetPost(tx, row, { open: false, at })
}
