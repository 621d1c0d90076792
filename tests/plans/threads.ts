import {
  decideCaseEndpoint,
  listCasesEndpoint,
  listHiddenEndpoint,
  readCaseEndpoint,
  reportWordsEndpoint,
} from '#core/moderation'
import {
  deletePostEndpoint,
  listBlocksEndpoint,
  listPostsEndpoint,
  thankPostEndpoint,
  writePostEndpoint,
} from '#core/threads'
import { idOf } from '../builders/big-district'
import type { AreaPlans, Seen } from './look'

/** A matter of the community; in the first one with forty posts. */
const thread = ({ community, params }: Seen) => ({
  ...params,
  subjectKind: 'matter' as const,
  subjectId: idOf('matter', community === 1 ? 59_920 : 2 * (community - 2) + 1),
})

export const threadPlans: AreaPlans = {
  reads: {
    'a thread': (seen) => seen.pages(listPostsEndpoint, seen.resident, { params: thread(seen), query: {} }),
    'a thread, for staff': (seen) =>
      seen.pages(listPostsEndpoint, seen.staff, { params: thread(seen), query: {} }),
    'words that a moderator looks at, and one of them': async ({ ok, pages, params, staff }) => {
      await pages(listCasesEndpoint, staff, { params, query: {} })
      const { items } = await ok(listCasesEndpoint, staff, { params, query: {} })
      await ok(readCaseEndpoint, staff, { params: { ...params, caseId: items[0]!.caseId } })
    },
    'words of mine that were hidden': ({ pages, params, resident }) =>
      pages(listHiddenEndpoint, resident, { params, query: {} }),
    'whom I don’t listen to': ({ pages, params, resident }) =>
      pages(listBlocksEndpoint, resident, { params, query: {} }),
  },
  writes: {
    'saying something, thanking, reporting, deciding and deleting': async (seen) => {
      const { ok, params, staff, resident } = seen
      const { postId } = await ok(writePostEndpoint, staff, {
        params: thread(seen),
        body: { text: '请稍等' },
      })
      const said = await ok(writePostEndpoint, resident, {
        params: thread(seen),
        body: { text: '我家也是', parentPostId: postId },
      })
      await ok(thankPostEndpoint, resident, { params: { ...params, postId } })
      const target = { kind: 'post' as const, id: postId }
      await ok(reportWordsEndpoint, resident, { params, body: { target, category: 'other' } })
      const { items } = await ok(listCasesEndpoint, staff, { params, query: {} })
      const decision = items[0]!.source === 'check' ? ('show' as const) : ('keep' as const)
      await ok(decideCaseEndpoint, staff, {
        params: { ...params, caseId: items[0]!.caseId },
        body: { decision },
      })
      await ok(deletePostEndpoint, resident, { params: { ...params, postId: said.postId } })
    },
  },
}
