import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { decideLock, decidePost, type PostView, type ThreadStanding } from '#core/threads'
import type { Context } from '#server/platform/context'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { listThread } from './post-repository'
import { presentPosts } from './present-post'
import { signatureOf } from './signature'
import { readThread, type OpenThread, type SubjectOfThread, type ThreadSubjects } from './subjects'

/** How rounds tell which topics were put up from posts, without being known here. */
export type TopicsOfPosts = (
  context: Context,
  postIds: readonly string[],
) => Promise<ReadonlyMap<string, { topicId: string; title: string }>>

const postCursor = z.tuple([z.uuid(), z.uuid()])

/** One page of a thread with what its reader may do in it: the thing, its lock, the posts, their photos. */
export async function listPosts(
  context: Context,
  { subjects, topicsOfPosts }: { subjects: ThreadSubjects; topicsOfPosts: TopicsOfPosts },
  { subject, cursor }: { subject: SubjectOfThread; cursor: string | undefined },
) {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, postCursor)
  const thread = await readThread(context, subjects, subject)
  const reader = { personId: actor.personId, staff: thread.staff }
  const rows = await listThread(db, region.regionId, subject, reader, { after, limit: PAGE_SIZE + 1 })
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.root_id, row.post_id],
    (row) => row,
  )
  const posts = await presentPosts(context, thread, page.items)
  const topics = await topicsOfPosts(
    context,
    posts.filter(({ trace }) => trace === null).map(({ postId }) => postId),
  )
  return {
    ...page,
    items: posts.map((post) => withTopic(post, topics.get(post.postId))),
    thread: standingIn(context, thread),
  }
}

/** From a post that is a topic already no other is put up. */
function withTopic(post: PostView, topic: PostView['topic']): PostView {
  return topic ? { ...post, topic, acts: post.acts.filter((act) => act !== 'put_up') } : post
}

/** What the reader may do in a thread. */
export function standingIn({ actor }: Pick<Context, 'actor'>, thread: OpenThread): ThreadStanding {
  const { lock, about } = thread
  return {
    lock: lock ? { byName: lock.by_name, reason: lock.reason, at: lock.locked_at.toISOString() } : null,
    mayPost: decidePost(thread, 'reply').allowed,
    mayNote: decidePost(thread, 'staff_note').allowed,
    mayLock: decideLock(actor, thread).allowed,
    signsAs: signatureOf(actor, about)?.name ?? null,
    mentionable: [
      ...(about.reporterId && about.reporterId !== actor.personId ? (['reporter'] as const) : []),
      ...(about.handlerIds.length > 0 ? (['handlers'] as const) : []),
    ],
  }
}
