import { z } from 'zod/mini'
import { chainOfView } from '../../chain'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../../contract'
import { SHOWN_AS } from '../../matters'
import { WORDS_STATES } from '../../moderation'
import { ROUND_STATES } from '../workflow'
import { TOPIC_ORIGINS, TOPIC_OUTCOMES, TOPIC_STATES } from './topic'
import { TOPIC_ACT_NAMES } from './workflow'

/** Limits in characters. */
export const TOPIC_TITLE_LENGTH = 40
export const TOPIC_TEXT_LENGTH = 500
export const TOPIC_REASON_LENGTH = 200

const topicParams = z.object({ communityId: id, topicId: id })
const roundParams = z.object({ communityId: id, roundId: id })

const topicLink = z.object({ topicId: id, title: z.string() })

/** What somebody writes who proposes a topic, in a round or on a standing board. */
export const topicWords = z.object({
  title: requiredText(TOPIC_TITLE_LENGTH),
  text: optionalText(TOPIC_TEXT_LENGTH),
  shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
})

/** A topic in a list, with what its reader may do. */
export const topicItem = z.object({
  topicId: id,
  title: z.string(),
  text: z.nullable(z.string()),
  /** What its author is called: a nickname, or 3号楼的一位住户. */
  byName: z.string(),
  mine: z.boolean(),
  state: z.enum(TOPIC_STATES),
  /** For its author and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  seconds: z.int(),
  secondsNeeded: z.int(),
  /** Somebody of the reader's homes seconds it. */
  seconded: z.boolean(),
  maySecond: z.boolean(),
  mayTakeBack: z.boolean(),
  /** What its author is asked to let it be merged into; for the author and who asked. */
  proposal: z.nullable(z.object({ into: topicLink, byName: z.string(), reason: z.string() })),
  mergedInto: z.nullable(topicLink),
  outcome: z.nullable(z.enum(TOPIC_OUTCOMES)),
  outcomeText: z.nullable(z.string()),
  createdAt: instant,
  revision: z.int(),
  acts: z.array(z.enum(TOPIC_ACT_NAMES)),
})
export type TopicItem = z.output<typeof topicItem>

export const topicView = z.object({
  ...topicItem.shape,
  communityId: id,
  placeId: id,
  placeName: z.string(),
  /** The round it is in; null on the standing board. */
  round: z.nullable(z.object({ roundId: id, question: z.string(), state: z.enum(ROUND_STATES) })),
  /** For its author: what they put it up from. */
  origin: z.nullable(z.object({ kind: z.enum(TOPIC_ORIGINS), id })),
  onBoardAt: z.nullable(instant),
  metAt: z.nullable(instant),
  /** Topics that were merged into it, with who proposed them. */
  tookIn: z.array(z.object({ ...topicLink.shape, byName: z.string() })),
  declined: z.nullable(z.object({ byName: z.string(), reason: z.string(), at: instant })),
  chain: chainOfView,
})
export type TopicView = z.output<typeof topicView>

export const proposeTopicEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/topics',
  summary: '在一轮讨论里提一个议题，自己家算第一户附议',
  params: roundParams,
  body: topicWords,
  response: topicView,
})

export const listTopicsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/topics',
  summary: '一轮讨论里的议题，先提的在前；合到别处的也留着，写明合到哪里',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(topicItem),
})

export const readTopicEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/topics/:topicId',
  summary: '一个议题：从哪里来，多少户想谈，后来怎样',
  params: topicParams,
  response: topicView,
})

export const actOnTopicEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/topics/:topicId/acts',
  summary: '撤回议题，请提的人合到一起，答应或不答应',
  params: topicParams,
  body: z.object({
    act: z.enum(TOPIC_ACT_NAMES),
    revision: z.int(),
    reason: optionalText(TOPIC_REASON_LENGTH),
    /** Of ask_merge: into which. */
    intoId: z.optional(id),
  }),
  response: topicView,
})

export const secondTopicEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/topics/:topicId/second',
  summary: '附议，一户一次',
  params: topicParams,
  response: topicItem,
})

export const takeBackTopicSecondEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/topics/:topicId/second',
  summary: '收回附议',
  params: topicParams,
  response: topicItem,
})
