import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf, requiredText } from '../../contract'
import { SHOWN_AS } from '../../matters'
import { WORDS_STATES } from '../../moderation'
import { roundParams, roundView } from '../contract'
import { ROUND_STATES } from '../workflow'
import { RATINGS } from './ratings'

/** Characters. */
export const LESSON_LENGTH = 500

const count = z.int()

export const rateItemEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rounds/:roundId/items/:itemId/rating',
  summary: '对照说好的评一评：一人一次，结束前可以改',
  params: z.object({ communityId: id, roundId: id, itemId: id }),
  body: z.object({ rating: z.enum(RATINGS) }),
  response: z.object({
    rated: z.enum(RATINGS),
    ratings: z.object({ kept: count, partly: count, not_kept: count }),
  }),
})

const lessonView = z.object({
  lessonId: id,
  text: z.string(),
  byName: z.nullable(z.string()),
  at: instant,
  mine: z.boolean(),
  /** For its author and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
})
export type LessonView = z.output<typeof lessonView>

export const writeLessonEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/lessons',
  summary: '写一条经验：下次怎么办得更好',
  params: roundParams,
  body: z.object({ text: requiredText(LESSON_LENGTH), shownAs: z._default(z.enum(SHOWN_AS), 'resident') }),
  response: lessonView,
})

export const listLessonsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/lessons',
  summary: '大家写下的经验，先写的在前',
  params: roundParams,
  query: z.object({ cursor }),
  response: z.object({ ...pageOf(lessonView).shape, mayWrite: z.boolean() }),
})

const reportLine = z.object({
  words: z.string(),
  /** What stands below it, smaller. */
  more: z.array(z.string()),
})
export type ReportLine = z.output<typeof reportLine>

const reportSection = z.object({ heading: z.string(), lines: z.array(reportLine) })
export type ReportSection = z.output<typeof reportSection>

export const roundReport = z.object({
  roundId: id,
  question: z.string(),
  placeName: z.string(),
  convenerName: z.string(),
  state: z.enum(ROUND_STATES),
  createdAt: instant,
  endedAt: z.nullable(instant),
  people: count,
  homesTakingPart: count,
  homes: count,
  sections: z.array(reportSection),
  mayFollowUp: z.boolean(),
})
export type RoundReport = z.output<typeof roundReport>

export const readReportEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/report',
  summary: '这一轮的报告：问题、来了多少人、议题、说好的、办成的、账目、大家评的、经验',
  params: roundParams,
  response: roundReport,
})

export const printReportEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/report-prints',
  summary: '把报告印出来，或存成 PDF',
  params: roundParams,
  body: z.object({}),
  response: z.object({ url: z.string() }),
})

export const followUpEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/follow-ups',
  summary: '没办成的、没谈拢的，接着开一轮',
  params: roundParams,
  body: z.object({}),
  response: roundView,
})
