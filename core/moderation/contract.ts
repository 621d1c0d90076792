import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, optionalText, pageOf } from '../contract'
import { CONCERNS } from './concerns'
import { CASE_DECISIONS, CASE_SOURCES, CASE_STATES, CASE_SUBJECTS, TARGET_KINDS } from './policy'

/** Limits in characters. */
export const REPORT_NOTE_LENGTH = 200
export const CASE_REASON_LENGTH = 200
export const APPEAL_NOTE_LENGTH = 500

const communityParams = z.object({ communityId: id })
const caseParams = z.object({ communityId: id, caseId: id })
const target = z.object({ kind: z.enum(TARGET_KINDS), id })
/** What the words stand at, to open it. */
const subject = z.object({ kind: z.enum(CASE_SUBJECTS), id })

export const reportWordsEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/reports',
  summary: '举报一段话；谁举报的，写的人不会知道',
  params: communityParams,
  body: z.object({ target, category: z.enum(CONCERNS), note: optionalText(REPORT_NOTE_LENGTH) }),
  response: done,
})

/** A case in the queue: never who reported, only what they said. */
export const caseItem = z.object({
  caseId: id,
  source: z.enum(CASE_SOURCES),
  state: z.enum(CASE_STATES),
  target,
  subject,
  about: z.string(),
  /** Null once its author deleted it. */
  original: z.nullable(z.string()),
  reasons: z.array(z.enum(CONCERNS)),
  reportCount: z.int(),
  openedAt: instant,
})
export type CaseItem = z.output<typeof caseItem>

export const caseView = z.object({
  ...caseItem.shape,
  reports: z.array(z.object({ category: z.enum(CONCERNS), note: z.nullable(z.string()), at: instant })),
  /** What the caller can decide. */
  choices: z.array(z.enum(CASE_DECISIONS)),
  decision: z.nullable(z.enum(CASE_DECISIONS)),
  reason: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  /** With an appeal: why the words were hidden, and what the author says to that. */
  hiddenReason: z.nullable(z.string()),
  appealNote: z.nullable(z.string()),
})
export type CaseView = z.output<typeof caseView>

export const listCasesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/moderation-cases',
  summary: '等我看合不合适的话，早的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(caseItem),
})

export const readCaseEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/moderation-cases/:caseId',
  summary: '一段要看的话，和大家怎么说它',
  params: caseParams,
  response: caseView,
})

export const decideCaseEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/moderation-cases/:caseId/decision',
  summary: '给邻居看、留着，或收起来',
  params: caseParams,
  body: z.object({ decision: z.enum(CASE_DECISIONS), reason: optionalText(CASE_REASON_LENGTH) }),
  response: caseView,
})

/** Words of mine that are hidden now. */
export const hiddenItem = z.object({
  caseId: id,
  target,
  subject,
  about: z.string(),
  original: z.string(),
  reason: z.nullable(z.string()),
  hiddenAt: instant,
  /** `open`: I may appeal until the end of the day of `appealUntil`. */
  appeal: z.enum(['open', 'waiting', 'refused', 'over']),
  appealUntil: instant,
  appealReason: z.nullable(z.string()),
})
export type HiddenItem = z.output<typeof hiddenItem>

export const listHiddenEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/hidden-words',
  summary: '我被收起来的话，新的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(hiddenItem),
})

export const appealEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/moderation-cases/:caseId/appeal',
  summary: '请另一位工作人员再看看',
  params: caseParams,
  body: z.object({ note: optionalText(APPEAL_NOTE_LENGTH) }),
  response: done,
})
