import type { FastifyInstance } from 'fastify'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  listBlocksEndpoint,
  listPostsEndpoint,
  lockThreadEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  unblockEndpoint,
  unlockThreadEndpoint,
  writePostEndpoint,
  type SubjectKind,
} from '#core/threads'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { blockAuthor, deletePost, thankPost } from './act-on-post'
import { listBlocks, unblock } from './list-blocks'
import { listPosts, type TopicsOfPosts } from './list-posts'
import { lockThread, unlockThread } from './lock-thread'
import type { SubjectOfThread, ThreadSubjects } from './subjects'
import { writePost } from './write-post'

/** Routes of threads; `subjects` say who may read what they are about. */
export function threadRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  { subjects, topicsOfPosts }: { subjects: ThreadSubjects; topicsOfPosts: TopicsOfPosts },
): void {
  const given = { subjects, contentCheck: parts.contentCheck }
  register(app, parts, listPostsEndpoint, (context, { params, query }) =>
    listPosts(context, { subjects, topicsOfPosts }, { subject: subjectIn(params), cursor: query.cursor }),
  )
  register(app, parts, writePostEndpoint, (context, { params, body }) =>
    writePost(context, given, { subject: subjectIn(params), ...body }),
  )
  register(app, parts, deletePostEndpoint, (context, { params }) =>
    deletePost(context, subjects, params.postId),
  )
  register(app, parts, thankPostEndpoint, (context, { params }) =>
    thankPost(context, subjects, { postId: params.postId, thanks: true }),
  )
  register(app, parts, takeBackThanksEndpoint, (context, { params }) =>
    thankPost(context, subjects, { postId: params.postId, thanks: false }),
  )
  register(app, parts, lockThreadEndpoint, (context, { params, body }) =>
    lockThread(context, subjects, { subject: subjectIn(params), reason: body.reason }),
  )
  register(app, parts, unlockThreadEndpoint, (context, { params }) =>
    unlockThread(context, subjects, subjectIn(params)),
  )
  register(app, parts, blockAuthorEndpoint, (context, { params }) =>
    blockAuthor(context, subjects, params.postId),
  )
  register(app, parts, listBlocksEndpoint, (context, { query }) => listBlocks(context, query.cursor))
  register(app, parts, unblockEndpoint, (context, { params }) => unblock(context, params.blockId))
}

function subjectIn({
  subjectKind,
  subjectId,
}: {
  subjectKind: SubjectKind
  subjectId: string
}): SubjectOfThread {
  return { kind: subjectKind, id: subjectId }
}
