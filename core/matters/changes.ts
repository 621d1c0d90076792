import { matterKindOf, type ServiceCode } from './catalogue'
import type { ActInput } from './inputs'
import { RETURNS_TO_ARBITRATION } from './joining'
import { isClosingAct } from './labels'
import type { Matter, Team } from './matter'
import { reinspectFrom, reviewStartsAt } from './periods'
import { visibilityOf } from './visibility'
import { stateAfter, type ClockAct, type MatterState, type PersonAct } from './workflow'

/** Who does an act, with which teams, and when. */
export interface Doing {
  personId: string
  team?: Team | undefined
  supports?: Team[] | undefined
  /** The lead's team still has somebody in office. */
  hasLead: boolean
  now: Date
}

/** What an act changes in a matter. */
export type Changes = Partial<Matter>
type ChangesOf = (matter: Matter, input: ActInput, doing: Doing) => Changes

const WITHOUT_LEAD = { lead: null, supports: [], assigneeIds: [] } satisfies Changes
const NOT_ASKED = { askedReviewAt: null } satisfies Changes

/** What an act changes, the revision aside. Asks nothing: `decideAct` and `decideInput` have allowed it. */
export function changesOf(matter: Matter, input: ActInput, doing: Doing): Changes {
  const state = stateAfter(input.act, matter.state, doing.hasLead)
  return {
    state,
    changedAt: state === matter.state ? matter.changedAt : doing.now,
    reviewAt: null,
    ...endingOf(matter, input.act, state, doing.now),
    ...(state === 'acknowledged' && !doing.hasLead ? WITHOUT_LEAD : {}),
    ...PARTICULARS[input.act]?.(matter, input, doing),
  }
}

/** What the clock changes: the same for every act of its own. */
export function changesByClock(matter: Matter, act: Exclude<ClockAct, 'grid_dissolved'>, now: Date): Changes {
  const state = stateAfter(act, matter.state, true)
  return {
    state,
    changedAt: now,
    reviewAt: null,
    ...endingOf(matter, act, state, now),
    ...(act === 'team_ended' ? { ...WITHOUT_LEAD, ...NOT_ASKED } : {}),
  }
}

/** Who takes over what a dissolved grid held. */
export interface Succession {
  /** Null: the community does. */
  gridId: string | null
  /** Without a chief nobody would triage there: the community does (as for a new report). */
  hasChief: boolean
  /** The lead's team still has somebody in office. */
  hasLead: boolean
  now: Date
}

/**
 * 网格撤了: an open matter goes to the successor, else to the community (domain.md 2). Whoever leads it goes on, unless
 * it was the grid's own team; a result stays a result.
 */
export function changesByDissolution(
  matter: Matter,
  { gridId, hasChief, hasLead, now }: Succession,
): Changes {
  const state = stateAfter('grid_dissolved', matter.state, hasLead)
  const moved = state !== matter.state
  const held = gridId !== null && hasChief
  return {
    state,
    changedAt: moved ? now : matter.changedAt,
    ...(moved
      ? { ...WITHOUT_LEAD, ...NOT_ASKED, reviewAt: null }
      : { supports: matter.supports.filter(({ placeId }) => placeId !== matter.gridId) }),
    gridId,
    level: held ? matter.level : 'community',
    firstLevel: held ? matter.firstLevel : 'community',
    jurisdiction: [
      ...matter.jurisdiction.filter((id) => id !== matter.gridId && id !== gridId),
      ...(gridId === null ? [] : [gridId]),
    ],
  }
}

/** How it ended, for as long as it is closed; premises that were put in order are inspected again (domain.md 5). */
function endingOf(matter: Matter, act: PersonAct | ClockAct, state: MatterState, now: Date): Changes {
  if (state !== 'closed') return { closedBy: null, closedAt: null, reinspectAt: null }
  if (!isClosingAct(act)) return {}
  const again = matter.kind === 'premises' && matter.outcome === 'fixed'
  return {
    closedBy: act,
    closedAt: matter.closedAt ?? now,
    reinspectAt: again ? (matter.reinspectAt ?? reinspectFrom(now)) : null,
  }
}

const answer: ChangesOf = ({ reporterId }, _input, { personId }) =>
  reporterId === personId ? { answered: true } : {}

const give: ChangesOf = (matter, { assigneeIds }, { team, supports }) => ({
  lead: team ?? null,
  supports: supports ?? [],
  assigneeIds: matter.visibility === 'restricted' ? (assigneeIds ?? []) : [],
  designated: matter.designated || matter.returns >= RETURNS_TO_ARBITRATION,
  ...NOT_ASKED,
})

const PARTICULARS: Partial<Record<PersonAct, ChangesOf>> = {
  acknowledge: ({ arbitration }) => ({ arbitration: arbitration === 'review' ? null : arbitration }),
  ask_review: ({ level, visibility, arbitration }) => ({
    reviewed: true,
    level: 'community',
    arbitration: level === 'community' && visibility !== 'restricted' ? (arbitration ?? 'review') : null,
  }),
  assign: give,
  reassign: give,
  start: ({ handlerIds }, _input, { personId }) => ({ handlerIds: withPerson(handlerIds, personId) }),
  return: (matter) => ({ ...WITHOUT_LEAD, ...NOT_ASKED, ...afterReturn(matter) }),
  escalate: () => ({ ...WITHOUT_LEAD, ...NOT_ASKED, level: 'community' }),
  send_down: ({ firstLevel }) => ({ level: firstLevel, sentDown: true }),
  defer: ({ deferrals }, { reviewOn }) => ({
    ...NOT_ASKED,
    deferrals: deferrals + 1,
    reviewAt: dayOf(reviewOn),
  }),
  ask_deferral: (_matter, { reviewOn }) => ({ askedReviewAt: dayOf(reviewOn) }),
  grant_deferral: ({ deferrals, askedReviewAt }) => ({
    ...NOT_ASKED,
    deferrals: deferrals + 1,
    reviewAt: askedReviewAt,
  }),
  refuse_deferral: () => NOT_ASKED,
  resolve: ({ handlerIds }, { outcome }, { personId, now }) => ({
    ...NOT_ASKED,
    handlerIds: withPerson(handlerIds, personId),
    outcome: outcome ?? null,
    resolvedAt: now,
    answered: false,
  }),
  confirm: answer,
  dispute: (matter, input, doing) =>
    matter.reporterId === doing.personId
      ? answer(matter, input, doing)
      : { disputerIds: withPerson(matter.disputerIds, doing.personId) },
  reopen: ({ reopenings }) => ({ reopenings: reopenings + 1, answered: true }),
  reinspect_passed: () => ({ reinspectAt: null }),
  merge: (_matter, { intoMatterId }, { now }) => ({ mergedInto: intoMatterId ?? null, mergedAt: now }),
  unmerge: () => ({ mergedInto: null, mergedAt: null }),
  withdraw: () => NOT_ASKED,
}

/** A return costs nobody anything; after the second the level above both names the lead (domain.md 5). */
function afterReturn({ returns, designated, visibility, level }: Matter): Changes {
  const above = returns + 1 >= RETURNS_TO_ARBITRATION && !designated && visibility !== 'restricted'
  if (!above) return { returns: returns + 1 }
  return level === 'grid'
    ? { returns: returns + 1, level: 'community' }
    : { returns: returns + 1, arbitration: 'designation' }
}

const dayOf = (reviewOn: string | undefined): Date | null => (reviewOn ? reviewStartsAt(reviewOn) : null)

function withPerson(ids: readonly string[], personId: string): string[] {
  return ids.includes(personId) ? [...ids] : [...ids, personId]
}

/** A matter of this service as it comes in; what isn't named is nobody's, never, or nothing. */
export function newMatter(
  serviceCode: ServiceCode,
  particulars: Pick<Matter, 'channel' | 'level' | 'gridId' | 'communityId' | 'jurisdiction' | 'changedAt'> &
    Partial<Matter>,
): Matter {
  return {
    kind: matterKindOf(serviceCode),
    visibility: visibilityOf(serviceCode),
    state: 'submitted',
    firstLevel: particulars.level,
    reporterId: null,
    authorId: null,
    recorderId: null,
    wordsState: 'staff_only',
    lead: null,
    supports: [],
    assigneeIds: [],
    complained: null,
    handlerIds: [],
    joinerIds: [],
    disputerIds: [],
    outcome: null,
    resolvedAt: null,
    closedAt: null,
    closedBy: null,
    answered: false,
    reviewed: false,
    sentDown: false,
    returns: 0,
    designated: false,
    arbitration: null,
    deferrals: 0,
    reopenings: 0,
    reviewAt: null,
    askedReviewAt: null,
    mergedInto: null,
    mergedAt: null,
    reinspectAt: null,
    ...particulars,
  }
}
