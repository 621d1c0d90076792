import { ALLOWED, refused, type Decision } from '../permissions'
import type { Matter, Team } from './matter'
import { DEFERRAL_DAYS, DEFERRAL_MAX_DAYS, isWithinDays, reviewStartsAt } from './periods'
import { transitionOf, type Outcome, type PersonAct } from './workflow'

/** What comes with an act. */
export interface ActInput {
  act: PersonAct
  note?: string | undefined
  /** With `assign` and `reassign`. */
  team?: Team | undefined
  supports?: Team[] | undefined
  /** With `assign` of a restricted matter: who of the team. */
  assigneeIds?: string[] | undefined
  outcome?: Outcome | undefined
  /** With `defer` and `ask_deferral`: the day it is looked at again, YYYY-MM-DD in Asia/Shanghai. */
  reviewOn?: string | undefined
  intoMatterId?: string | undefined
  /** With `return`: on which ground in law or contract, and who should have it instead. */
  legalBasis?: string | undefined
  proposedOwner?: string | undefined
  /** What shows it, uploaded before. */
  photoIds?: string[] | undefined
}

/** Acts that name a team. */
export function namesTeam(act: PersonAct): act is 'assign' | 'reassign' {
  return act === 'assign' || act === 'reassign'
}

/** Acts that name a day on which it is looked at again. */
export function namesDay(act: PersonAct): act is 'defer' | 'ask_deferral' {
  return act === 'defer' || act === 'ask_deferral'
}

/** Is everything there that the act needs? A page asks before it sends, the server always. */
export function decideInput(input: ActInput): Decision {
  const { act, note, team, outcome, intoMatterId } = input
  const { words } = transitionOf(act)
  if (namesTeam(act) && !team) return refused('TEAM_UNKNOWN', 'team')
  if (act === 'resolve' && !outcome) return refused('BODY_INVALID', 'outcome')
  if (act === 'merge' && !intoMatterId) return refused('BODY_INVALID', 'intoMatterId')
  if (namesDay(act) && !input.reviewOn) return refused('REVIEW_DAY_MISSING', 'reviewOn')
  if (words === 'reason' && !note) return refused('REASON_REQUIRED', 'note')
  if (words === 'note' && !note) return refused('NOTE_REQUIRED', 'note')
  return ALLOWED
}

/** Whether parking a matter until this day is for one level up to grant: a second time, or for long (domain.md 5). */
export function deferralNeedsGrant(deferrals: number, reviewOn: string, now: Date): boolean {
  return deferrals > 0 || !isWithinDays(reviewStartsAt(reviewOn), DEFERRAL_DAYS, now)
}

/** Is the day one that it may be parked until, by this act? */
export function decideReviewDay(
  { deferrals }: Pick<Matter, 'deferrals'>,
  act: 'defer' | 'ask_deferral',
  reviewOn: string,
  now: Date,
): Decision {
  if (!isWithinDays(reviewStartsAt(reviewOn), DEFERRAL_MAX_DAYS, now))
    return refused('REVIEW_DAY_WRONG', 'reviewOn')
  const needsGrant = deferralNeedsGrant(deferrals, reviewOn, now)
  return act === 'defer' && needsGrant ? refused('DEFERRAL_NEEDS_GRANT', 'reviewOn') : ALLOWED
}
