import { z } from 'zod/mini'
import { endpoint, pageOf } from '../contract'
import { roundParams, roundView } from './contract'
import { listLessonsEndpoint } from './evaluation/contract'
import { itemCard } from './items/contract'
import { listObjectionsEndpoint } from './scope/contract'
import { listSessionsEndpoint } from './sessions/contract'
import { askedView, opinionsView, outcomeView } from './statements/contract'
import { topicItem } from './topics/contract'

/** What the page of a round shows first of the phase it is in: each as its own list answers it from the start. */
const roundOpening = z.partial(
  z.object({
    topics: pageOf(topicItem),
    /** Of a chosen scope: what those left out say. */
    objections: listObjectionsEndpoint.response,
    sessions: listSessionsEndpoint.response,
    statements: z.object({ asked: askedView, opinions: opinionsView }),
    outcomes: pageOf(outcomeView),
    items: pageOf(itemCard),
    lessons: listLessonsEndpoint.response,
  }),
)
export type RoundOpening = z.output<typeof roundOpening>

const roundPage = z.extend(roundView, { opening: z.optional(roundOpening) })
export type RoundPage = z.output<typeof roundPage>

export const readRoundEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId',
  summary: '一轮讨论，走到哪一步，还差什么',
  params: roundParams,
  query: z.object({
    /** With what its page shows first of the phase it is in. */
    opening: z.optional(z.literal('true')),
  }),
  response: roundPage,
})
