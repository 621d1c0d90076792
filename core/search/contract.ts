import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf, requiredText } from '../contract'
import { THING_KINDS } from '../moderation'

/** What can be found. */
export const SEARCH_KINDS = ['matter', 'post', 'notice', 'wish', 'vote', 'round', 'topic'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const SEARCH_KIND_LABELS: Record<SearchKind, string> = {
  matter: '报的事',
  post: '说的话',
  notice: '发的通知',
  wish: '说的心愿',
  vote: '办的表决',
  round: '谈的问题',
  topic: '提的议题',
}

/** Characters of a query; what is longer finds nothing more. */
export const QUERY_LENGTH = 40

export const foundItem = z.object({
  entryId: id,
  kind: z.enum(SEARCH_KINDS),
  /** What it opens: a post opens what is talked about. */
  subject: z.object({ kind: z.enum(THING_KINDS), id }),
  title: z.string(),
  /** Around what was found; empty where the title says it all. */
  snippet: z.string(),
  placeName: z.string(),
  at: instant,
})
export type FoundItem = z.output<typeof foundItem>

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/search',
  summary: '找报过的事、说过的话和通知，新的在前',
  params: z.object({ communityId: id }),
  query: z.object({ q: requiredText(QUERY_LENGTH), cursor }),
  response: pageOf(foundItem),
})
