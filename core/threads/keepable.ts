import type { AnswerOf } from '../contract'
import type { listPostsEndpoint } from './contract'

type PostPage = AnswerOf<typeof listPostsEndpoint>

/** What of a thread may stay on a phone to be read without a network: no notes for staff, and nothing to press. */
export function keepablePosts(page: PostPage): PostPage {
  const items = page.items.filter(({ kind }) => kind !== 'staff_note').map((post) => ({ ...post, acts: [] }))
  return { ...page, items, thread: { ...page.thread, mayLock: false } }
}
