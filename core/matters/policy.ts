import {
  ALLOWED,
  allOf,
  anyOf,
  holds,
  isResident,
  not,
  refused,
  type Actor,
  type Decision,
  type HeldRole,
  type Located,
  type Role,
  type Rule,
} from '../permissions'
import { endOfDays } from '../calendar'
import {
  MATTER_ACTS,
  PERSON_ACTS,
  transitionOf,
  type Level,
  type MatterAct,
  type MatterState,
  type Outcome,
  type PersonAct,
} from './workflow'

export const TEAM_KINDS = ['grid', 'property', 'community'] as const
export type TeamKind = (typeof TEAM_KINDS)[number]

/** Whoever holds one of these roles at the team's place is its member. */
export const TEAM_ROLES: Record<TeamKind, readonly Role[]> = {
  grid: ['grid_worker', 'grid_chief', 'grid_specialist'],
  property: ['property_staff'],
  community: ['community_staff'],
}

/** A team that handles: the staff of one place (domain.md 1, 承办). */
export interface Team {
  kind: TeamKind
  placeId: string
}

/** A matter as the rules see it. */
export interface Matter extends Located {
  state: MatterState
  level: Level
  /** The basic grid it was reported in; it keeps it (domain.md 2). */
  gridId: string | null
  communityId: string
  reporterId: string
  lead: Team | null
  /** Everyone who started or resolved it, in any round of handling. */
  handlerIds: string[]
  outcome: Outcome | null
  resolvedAt: Date | null
  /** The reporter answered the latest result. */
  answered: boolean
}

/** A reporter has 7 days to answer a result; closing never shortens them (domain.md 5). */
export const ANSWER_DAYS = 7

const isReporter: Rule<Matter> = (actor, matter) => actor.personId === matter.reporterId
const isHandler: Rule<Matter> = (actor, matter) => matter.handlerIds.includes(actor.personId)
const isLead: Rule<Matter> = (actor, { lead }) =>
  lead !== null &&
  actor.roles.some((held) => held.placeId === lead.placeId && TEAM_ROLES[lead.kind].includes(held.role))
const holdsAt =
  (role: Role, placeOf: (matter: Matter) => string | null): Rule<Matter> =>
  (actor, matter) =>
    actor.roles.some((held) => held.role === role && held.placeId === placeOf(matter))
const atLevel =
  (level: Level): Rule<Matter> =>
  (_actor, matter) =>
    matter.level === level
const gridOf = (matter: Matter) => matter.gridId
const communityOf = (matter: Matter) => matter.communityId

/** 研判: the grid's chief at grid level, the community's staff at community level. */
const triage = anyOf<Matter>(
  allOf<Matter>(atLevel('grid'), holdsAt('grid_chief', gridOf)),
  allOf<Matter>(atLevel('community'), holdsAt('community_staff', communityOf)),
)
const gridWorkerAtGrid = allOf<Matter>(atLevel('grid'), holdsAt('grid_worker', gridOf))
const verifier = anyOf<Matter>(
  holdsAt('grid_worker', gridOf),
  holdsAt('grid_chief', gridOf),
  holdsAt('community_staff', communityOf),
)
const officialHere = holds(
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'community_staff',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
)

/** 办理权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const matterPolicy: Record<MatterAct | 'read' | 'read_words', Rule<Matter>> = {
  /** Neighbours follow what happens; what a resident wrote stays between reporter and staff (`read_words`). */
  read: anyOf<Matter>(isReporter, isLead, officialHere, (actor) => isResident(actor)),
  read_words: anyOf<Matter>(isReporter, isLead, officialHere),
  acknowledge: anyOf<Matter>(triage, gridWorkerAtGrid),
  decline: triage,
  assign: triage,
  start: isLead,
  resolve: isLead,
  /** What a handler reported closes by verification only. */
  confirm: allOf<Matter>(isReporter, not(isHandler)),
  dispute: isReporter,
  /** Who handled it never verifies it. */
  verify_passed: allOf<Matter>(verifier, not(isHandler)),
  verify_failed: allOf<Matter>(verifier, not(isHandler)),
  /** The clock's own act: no person may ask for it. */
  close_unconfirmed: () => false,
}

/** End of the reporter's days to answer: the instant at which the clock closes the matter. */
export function answerEndsAt(resolvedAt: Date): Date {
  return endOfDays(resolvedAt, ANSWER_DAYS)
}

function answerDecision(matter: Matter, now: Date): Decision {
  if (!matter.resolvedAt || matter.answered) return refused('STATE_CHANGED')
  return now < answerEndsAt(matter.resolvedAt) || matter.state === 'resolved'
    ? ALLOWED
    : refused('ANSWER_PERIOD_OVER')
}

/** Permission first: a stranger learns nothing about the state. */
export function decideAct(actor: Actor, matter: Matter, act: PersonAct, now: Date): Decision {
  if (!matterPolicy.read(actor, matter)) return refused('NOT_FOUND')
  if (!matterPolicy[act](actor, matter)) return refused('NOT_ALLOWED')
  if (!transitionOf(act).from.includes(matter.state)) return refused('STATE_CHANGED')
  if (act === 'confirm' || act === 'dispute') return answerDecision(matter, now)
  return ALLOWED
}

/** 7 days silent, and the reporter is no handler: the clock closes it (domain.md 5). */
export function decideCloseUnconfirmed(matter: Matter, now: Date): Decision {
  if (!(MATTER_ACTS.close_unconfirmed.from as readonly MatterState[]).includes(matter.state))
    return refused('STATE_CHANGED')
  if (matter.answered || !matter.resolvedAt) return refused('STATE_CHANGED')
  if (matter.handlerIds.includes(matter.reporterId)) return refused('NOT_ALLOWED')
  return now >= answerEndsAt(matter.resolvedAt) ? ALLOWED : refused('ACT_NOT_POSSIBLE')
}

/** The buttons a page offers. The server asks `decideAct` again. */
export function actsFor(actor: Actor, matter: Matter, now: Date): PersonAct[] {
  return PERSON_ACTS.filter((act) => decideAct(actor, matter, act, now).allowed)
}

/** Who may report at a place: a resident of the community, or whoever stands there with its door code. */
export function canReport(actor: Actor, byDoorCode: boolean): Decision {
  return byDoorCode || isResident(actor) ? ALLOWED : refused('REPORT_NEEDS_PLACE')
}

/** Whether this actor works on the desk anywhere in the community. */
export function hasDesk(actor: Actor): boolean {
  return actor.roles.some(({ role }) => Object.values(TEAM_ROLES).some((roles) => roles.includes(role)))
}

/** The office in which an allowed act is done: the first one held that allows it by itself; none for what a reporter does. */
export function officeFor<Held extends HeldRole>(
  roles: readonly Held[],
  matter: Matter,
  act: PersonAct,
): Held | undefined {
  return roles.find((held) => matterPolicy[act]({ personId: '', roles: [held], homes: [] }, matter))
}
