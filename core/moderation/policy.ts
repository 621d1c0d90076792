import { endOfDays, lastDayOf } from '../calendar'
import { ALLOWED, refused, type Actor, type Decision } from '../permissions'

/** A thing that neighbours talk about: it has words of its own, a thread and a page. */
export const THING_KINDS = ['matter', 'notice', 'wish', 'vote', 'round', 'topic'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** Where words stand that are looked at: a thing, or a demand of owners, which has a page and no thread. */
export const CASE_SUBJECTS = [...THING_KINDS, 'demand'] as const
export type CaseSubject = (typeof CASE_SUBJECTS)[number]

/** What can be reported, checked and hidden. */
export const TARGET_KINDS = [
  'matter',
  'notice',
  'wish',
  'demand',
  'round',
  'topic',
  'objection',
  'post',
  'session_note',
  'statement',
  'action_item',
  'item_step',
  'lesson',
] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export const CASE_SOURCES = ['check', 'report', 'appeal'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** `dropped`: its author deleted the words before anyone decided. */
export const CASE_STATES = ['open', 'decided', 'dropped'] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CASE_DECISIONS = ['show', 'keep', 'hide'] as const
export type CaseDecision = (typeof CASE_DECISIONS)[number]

/**
 * What a moderator can decide, by what the case came from: a check found words that wait, a report is about words that
 * are seen, an appeal about words that are hidden. `keep` leaves them as they are.
 */
export const DECISIONS_OF: Record<CaseSource, readonly CaseDecision[]> = {
  check: ['show', 'hide'],
  report: ['keep', 'hide'],
  appeal: ['show', 'keep'],
}

/** Nobody has decided yet. */
export const isOpenCase = (state: CaseState): boolean => state === 'open'

/** 申诉: whether the author may still ask for another look at hidden words. */
export const mayAppealStill = (appeal: 'open' | 'waiting' | 'refused' | 'over'): boolean => appeal === 'open'

/** Button of a decision; what `keep` means depends on what the case came from. */
export function decisionLabel(source: CaseSource, decision: CaseDecision): string {
  if (decision === 'keep') return source === 'appeal' ? '还是收起来' : '没问题，留着'
  return decision === 'show' ? '可以给邻居看' : '收起来'
}

/** An author may appeal within 14 days, once per decision (calendar days in Shanghai, the first not counted). */
export const APPEAL_DAYS = 14

/** A case as the rules see it. */
export interface ModerationCase {
  communityId: string
  source: CaseSource
  state: CaseState
  authorId: string
  /** With an appeal: who hid the words. */
  hiddenBy: string | null
  decision: CaseDecision | null
  decidedAt: Date | null
  /** The words are hidden by this decision now. */
  inForce: boolean
  appealed: boolean
}

/** 社区工作人员 moderate (domain.md 3). */
export function isModerator(actor: Actor, communityId: string): boolean {
  return actor.roles.some(({ role, placeId }) => role === 'community_staff' && placeId === communityId)
}

type WhoseCase = Pick<ModerationCase, 'communityId' | 'authorId' | 'hiddenBy'>

/** Nobody decides on their own words, and an appeal goes to another moderator than who hid them (domain.md 3). */
export function mayModerate(actor: Actor, { communityId, authorId, hiddenBy }: WhoseCase): boolean {
  return isModerator(actor, communityId) && actor.personId !== authorId && actor.personId !== hiddenBy
}

/** Permission first: a stranger learns nothing of a case, not even that there is one. */
export function decideCase(
  actor: Actor,
  subject: ModerationCase,
  { decision, reason }: { decision: CaseDecision; reason?: string | undefined },
): Decision {
  if (!isModerator(actor, subject.communityId)) return refused('NOT_FOUND')
  if (actor.personId === subject.authorId) return refused('MODERATION_OWN')
  if (actor.personId === subject.hiddenBy) return refused('APPEAL_SAME_MODERATOR')
  if (subject.state !== 'open') return refused('STATE_CHANGED')
  if (!DECISIONS_OF[subject.source].includes(decision)) return refused('ACT_NOT_POSSIBLE', 'decision')
  return needsReason(subject.source, decision) && !reason ? refused('REASON_REQUIRED', 'reason') : ALLOWED
}

/** The author is told why words stay unseen; that they are seen needs no reason. */
export function needsReason(source: CaseSource, decision: CaseDecision): boolean {
  return decision === 'hide' || (source === 'appeal' && decision === 'keep')
}

/** When the days to appeal are over. */
export function appealEndsAt(decidedAt: Date): Date {
  return endOfDays(decidedAt, APPEAL_DAYS)
}

/** The last of those days, as an instant inside it. */
export function appealLastDay(decidedAt: Date): Date {
  return lastDayOf(decidedAt, APPEAL_DAYS)
}

/** 申诉: by the author, once, in time. */
export function decideAppeal(actor: Actor, subject: ModerationCase, now: Date): Decision {
  if (actor.personId !== subject.authorId || subject.decision !== 'hide') return refused('NOT_FOUND')
  if (!subject.inForce || !subject.decidedAt) return refused('STATE_CHANGED')
  if (subject.appealed) return refused('APPEAL_EXISTS')
  return now < appealEndsAt(subject.decidedAt) ? ALLOWED : refused('APPEAL_PERIOD_OVER')
}

/** 举报: by whoever may read the words, not by who wrote them. */
export function decideReport(
  actor: Actor,
  words: { authorId: string; readable: boolean; state: string },
): Decision {
  if (!words.readable) return refused('NOT_FOUND')
  if (actor.personId === words.authorId) return refused('NOT_ALLOWED')
  return words.state === 'hidden' ? refused('STATE_CHANGED') : ALLOWED
}
