import { listCasesEndpoint, reportWordsEndpoint } from '#core/moderation'
import { blockAuthorEndpoint, listBlocksEndpoint, writePostEndpoint } from '#core/threads'
import type { AreaHints, Ids, Made } from './hint'

/** A post in the thread of the matter, reported and its author blocked by somebody who reads it. */
async function ids({ server, place, community, ids: before, title }: Made): Promise<Ids> {
  const here = { communityId: community.communityId }
  const author = await place.resident(community.homeId, { community, name: title })
  const reader = await place.resident(community.neighbourHomeId, { community })
  const staff = await place.inOffice('community_staff', community.communityId, { community })
  const subjectId = before.matterId as string
  const { postId } = await server.ok(writePostEndpoint, {
    as: author.token,
    params: { ...here, subjectKind: 'matter', subjectId },
    body: { text: title, shownAs: 'nickname' },
  })
  await server.ok(reportWordsEndpoint, {
    as: reader.token,
    params: here,
    body: { target: { kind: 'post', id: postId }, category: 'untrue', note: title },
  })
  await server.ok(blockAuthorEndpoint, { as: reader.token, params: { ...here, postId } })
  const cases = await server.ok(listCasesEndpoint, { as: staff.token, params: here, query: {} })
  const blocks = await server.ok(listBlocksEndpoint, { as: reader.token, params: here, query: {} })
  return {
    subjectId,
    postId,
    parentPostId: postId,
    mentionPostIds: postId,
    caseId: cases.items[0]?.caseId as string,
    blockId: blocks.items[0]?.blockId as string,
    id: subjectId, // of what is reported: the first kind is a matter
  }
}

export const threadHints: AreaHints = {
  ids,
  tables: ['posts', 'post_thanks', 'thread_locks', 'person_blocks', 'moderation_cases', 'content_reports'],
}
