import { useCallback, useEffect, useMemo, useRef } from 'react'
import {
  keepablePosts,
  listPostsEndpoint,
  type PostView,
  type SubjectKind,
  type ThreadStanding,
} from '#core/threads'
import type { AnswerOf } from '#core/contract'
import { usePaged, type Paged } from '@/hooks/usePaged'
import { sessionToken } from '@/platform/session'

/** What a thread is about. */
export interface ThreadAddress {
  communityId: string
  subjectKind: SubjectKind
  subjectId: string
}

/** Under which words that wait to be sent belong to it. */
export const threadName = ({ subjectKind, subjectId }: ThreadAddress): string => `${subjectKind}:${subjectId}`

type PostPage = AnswerOf<typeof listPostsEndpoint>

export interface Thread {
  address: ThreadAddress
  paged: Paged<PostPage>
  posts: readonly PostView[]
  standing?: ThreadStanding
  /** Puts a post that was just written, or has changed, where it belongs. Its answer may come late: the list is the newest. */
  put: (post: PostView) => void
  setStanding: (standing: ThreadStanding) => void
}

const UNANSWERED = new Promise<never>(() => undefined)

const keepNothing = () => undefined

/** The thread of one thing, page by page. What is said about something public stays on the phone for a time without network. */
export function useThread(address: ThreadAddress, isPublic: boolean): Thread {
  const { communityId, subjectKind, subjectId } = address
  const paged = usePaged<PostPage>(
    (cursor, read) =>
      // Signed out, the page is on its way to the sign-in page.
      sessionToken()
        ? read(
            listPostsEndpoint,
            { params: { communityId, subjectKind, subjectId }, query: { cursor } },
            isPublic ? keepablePosts : keepNothing,
          )
        : UNANSWERED,
    [communityId, subjectKind, subjectId],
  )
  const { state, first } = paged
  const loaded = state.status === 'ready' ? state.data : undefined
  const posts = useMemo(() => eachOnce(loaded ?? []), [loaded])
  const latest = useRef({ posts, replace: state.replace })
  useEffect(() => {
    latest.current = { posts, replace: state.replace }
  })
  const put = useCallback((post: PostView) => {
    const { posts: now, replace } = latest.current
    replace(withPost(now, post))
  }, [])
  return {
    address,
    paged,
    posts,
    standing: first?.thread,
    put,
    setStanding: () => void state.refresh(),
  }
}

/** A post that was written here stands already where a later page brings it. */
function eachOnce(posts: readonly PostView[]): PostView[] {
  const seen = new Set<string>()
  return posts.filter(({ postId }) => !seen.has(postId) && seen.add(postId))
}

const rootOf = (post: PostView): string => post.parentPostId ?? post.postId

/** Answers to acts say nothing of the topic that was put up from a post. */
function keepingTopic({ topic }: PostView, post: PostView): PostView {
  return topic ? { ...post, topic, acts: post.acts.filter((act) => act !== 'put_up') } : post
}

/** In the server's order: behind what answers the same post, a new one at the end. */
export function withPost(posts: readonly PostView[], post: PostView): PostView[] {
  if (posts.some(({ postId }) => postId === post.postId)) {
    return posts.map((one) => (one.postId === post.postId ? keepingTopic(one, post) : one))
  }
  const siblings = posts.filter((one) => rootOf(one) === rootOf(post))
  const last = siblings[siblings.length - 1]
  if (!last) return [...posts, post]
  const at = posts.indexOf(last) + 1
  return [...posts.slice(0, at), post, ...posts.slice(at)]
}
