import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { RETURNS_TO_ARBITRATION } from './joining'
import type { Matter } from './matter'
import { answerEndsAt, inSecondThought } from './periods'
import { matterPolicy } from './policy'
import { isOpen, MATTER_ACTS, PERSON_ACTS, transitionOf, type MatterState, type PersonAct } from './workflow'

type Condition = (matter: Matter, now: Date, actor: Actor) => Decision

const unless = (bad: boolean, code: Parameters<typeof refused>[0]): Decision =>
  bad ? refused(code) : ALLOWED

function answer(matter: Matter, now: Date): Decision {
  if (!matter.resolvedAt || matter.answered) return refused('STATE_CHANGED')
  return unless(now >= answerEndsAt(matter.resolvedAt) && matter.state !== 'resolved', 'ANSWER_PERIOD_OVER')
}

/** The reporter while the answer is open; each joiner once, as long as the result waits for a word. */
function dispute(matter: Matter, now: Date, { personId }: Actor): Decision {
  if (personId === matter.reporterId) return answer(matter, now)
  return unless(matter.state !== 'resolved' || matter.disputerIds.includes(personId), 'STATE_CHANGED')
}

/** Only what neighbours see anyway is merged: the other's reporter would learn of anything else. */
export function canMergeAtAll({ visibility }: Pick<Matter, 'visibility'>): boolean {
  return visibility === 'public'
}

/** What the table of states alone doesn't say: once, until when, at which level. */
const CONDITIONS: Partial<Record<PersonAct, Condition>> = {
  ask_review: (matter, now) =>
    matter.reviewed
      ? refused('REVIEW_ONCE')
      : unless(!inSecondThought(matter.changedAt, now), 'SECOND_THOUGHT_OVER'),
  merge: (matter) => unless(!canMergeAtAll(matter), 'MERGE_NOT_POSSIBLE'),
  unmerge: (matter, now) =>
    unless(!matter.mergedAt || !inSecondThought(matter.mergedAt, now), 'SECOND_THOUGHT_OVER'),
  return: (matter) => unless(matter.designated, 'DESIGNATION_FINAL'),
  escalate: (matter) => unless(matter.level !== 'grid', 'ACT_NOT_POSSIBLE'),
  send_down: (matter) =>
    unless(
      matter.level === matter.firstLevel ||
        matter.sentDown ||
        // Its grid declined it once; the reporter asked for another's eyes.
        matter.reviewed ||
        matter.arbitration !== null ||
        // Returned twice: the level above names the lead itself.
        matter.returns >= RETURNS_TO_ARBITRATION,
      'ACT_NOT_POSSIBLE',
    ),
  defer: (matter) => unless(matter.deferrals > 0, 'DEFERRAL_NEEDS_GRANT'),
  ask_deferral: (matter) => unless(matter.askedReviewAt !== null, 'DEFERRAL_ASKED'),
  grant_deferral: (matter) => unless(matter.askedReviewAt === null, 'ACT_NOT_POSSIBLE'),
  refuse_deferral: (matter) => unless(matter.askedReviewAt === null, 'ACT_NOT_POSSIBLE'),
  confirm: answer,
  dispute,
  reopen: (matter, now) =>
    unless(!matter.closedAt || !inSecondThought(matter.closedAt, now), 'SECOND_THOUGHT_OVER'),
  reinspect_passed: (matter) => unless(matter.reinspectAt === null, 'ACT_NOT_POSSIBLE'),
  reinspect_failed: (matter) => unless(matter.reinspectAt === null, 'ACT_NOT_POSSIBLE'),
}

/** Permission first: a stranger learns nothing about the state. */
export function decideAct(actor: Actor, matter: Matter, act: PersonAct, now: Date): Decision {
  if (!matterPolicy.read(actor, matter)) return refused('NOT_FOUND')
  if (!matterPolicy[act](actor, matter)) return refused('NOT_ALLOWED')
  if (!transitionOf(act).from.includes(matter.state)) return refused('STATE_CHANGED')
  return CONDITIONS[act]?.(matter, now, actor) ?? ALLOWED
}

/** The buttons a page offers. The server asks `decideAct` again. */
export function actsFor(actor: Actor, matter: Matter, now: Date): PersonAct[] {
  return PERSON_ACTS.filter((act) => decideAct(actor, matter, act, now).allowed)
}

/** 7 days silent, and the reporter is no handler: the clock closes it (domain.md 5). */
export function decideCloseUnconfirmed(matter: Matter, now: Date): Decision {
  if (!(MATTER_ACTS.close_unconfirmed.from as readonly MatterState[]).includes(matter.state))
    return refused('STATE_CHANGED')
  if (matter.answered || !matter.resolvedAt) return refused('STATE_CHANGED')
  if (matter.reporterId === null || matter.handlerIds.includes(matter.reporterId))
    return refused('NOT_ALLOWED')
  return unless(now < answerEndsAt(matter.resolvedAt), 'ACT_NOT_POSSIBLE')
}

/** A deferred matter's day has come: the clock takes it up again (domain.md 5). */
export function decideReviewDue({ state, reviewAt }: Matter, now: Date): Decision {
  if (state !== 'deferred' || !reviewAt) return refused('STATE_CHANGED')
  return unless(now < reviewAt, 'ACT_NOT_POSSIBLE')
}

/** Two are the same matter: the other must be open, unmerged and as visible, and the triage may read it (domain.md 5). */
export function decideMergeInto(actor: Actor, source: Matter, target: Matter): Decision {
  if (!matterPolicy.read(actor, target)) return refused('NOT_FOUND', 'intoMatterId')
  const possible = isOpen(target.state) && canMergeAtAll(source) && canMergeAtAll(target)
  return unless(!possible, 'MERGE_NOT_POSSIBLE')
}
