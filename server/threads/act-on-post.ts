import { decidePostAct, type PostAct, type PostView } from '#core/threads'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { lockCases } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { forgetPost } from './forget-post'
import { findPosts, lockPost, meets, postOf, savePost, type PostRow } from './post-repository'
import { presentPosts } from './present-post'
import { findThread, type Asking, type OpenThread, type ThreadSubjects, type Viewing } from './subjects'

/** A post that the caller may do this to, its row locked. Throws NOT_FOUND for what they don't meet. */
async function lockFor(
  asking: Asking & { db: Transaction },
  subjects: ThreadSubjects,
  postId: string,
  act: PostAct,
): Promise<{ row: PostRow; thread: OpenThread }> {
  const { db, actor, region } = asking
  const row = await lockPost(db, region.regionId, actor.personId, postId)
  if (!row) throw new DomainError('NOT_FOUND')
  const thread = await findThread(asking, subjects, { kind: row.subject_kind, id: row.subject_id })
  if (!meets(row, { personId: actor.personId, staff: thread.staff })) throw new DomainError('NOT_FOUND')
  enforce(decidePostAct(actor, postOf(row), thread, act))
  return { row, thread }
}

async function presentAgain(asking: Viewing, thread: OpenThread, postId: string): Promise<PostView> {
  const rows = await findPosts(asking.db, asking.region.regionId, asking.actor.personId, [postId])
  return (await presentPosts(asking, thread, rows))[0] as PostView
}

/** Deletes one's own words for good: where neighbours saw them a trace stays, without text and name. */
export async function deletePost(
  context: Context,
  subjects: ThreadSubjects,
  postId: string,
): Promise<PostView> {
  const { region, now, transact } = context
  return transact(async (tx) => {
    const asking = { ...context, db: tx }
    await lockCases(tx, region.regionId, { kind: 'post', id: postId })
    const { row, thread } = await lockFor(asking, subjects, postId, 'delete')
    await forgetPost(tx, row, { open: thread.about.open, at: now() })
    return presentAgain(asking, thread, postId)
  })
}

/** 谢谢, once per person, or taken back. Doing it again changes nothing. */
export async function thankPost(
  context: Context,
  subjects: ThreadSubjects,
  { postId, thanks }: { postId: string; thanks: boolean },
): Promise<PostView> {
  return context.transact(async (tx) => {
    const asking = { ...context, db: tx }
    const { row, thread } = await lockFor(asking, subjects, postId, 'thank')
    const more = thanks ? await addThanks(tx, context, postId) : -(await takeThanks(tx, context, postId))
    if (more !== 0) await savePost(tx, row, { thanks_count: row.thanks_count + more })
    return presentAgain(asking, thread, postId)
  })
}

async function addThanks(tx: Transaction, { actor, region, now }: Context, postId: string): Promise<number> {
  const rows = await tx
    .insertInto('post_thanks')
    .values({ community_id: region.regionId, post_id: postId, person_id: actor.personId, at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('post_id')
    .execute()
  return rows.length
}

async function takeThanks(tx: Transaction, { actor, region }: Context, postId: string): Promise<number> {
  const rows = await tx
    .deleteFrom('post_thanks')
    .where('community_id', '=', region.regionId)
    .where('post_id', '=', postId)
    .where('person_id', '=', actor.personId)
    .returning('post_id')
    .execute()
  return rows.length
}

/** 不再看TA的话. Whom one blocks never hears of it. */
export async function blockAuthor(
  context: Context,
  subjects: ThreadSubjects,
  postId: string,
): Promise<{ done: true }> {
  const { actor, region, now, transact } = context
  return transact(async (tx) => {
    const { row } = await lockFor({ ...context, db: tx }, subjects, postId, 'block')
    await tx
      .insertInto('person_blocks')
      .values({
        community_id: region.regionId,
        blocker_id: actor.personId,
        block_id: newId(),
        blocked_id: row.author_id,
        shown_as: row.shown_as,
        at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { done: true as const }
  })
}
