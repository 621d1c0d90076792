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
import {
  authorOf,
  isMember,
  STAFF_CHANNELS,
  TEAM_ROLES,
  type Matter,
  type StaffChannel,
  type Team,
} from './matter'
import {
  isAbove,
  isCommunityOffice,
  isComplainedAbout,
  isOfficialHere,
  isTriage,
  isVerifier,
  isWorkerOfHoldingGrid,
} from './offices'
import { NAMED_TRIAGE_ROLES } from './visibility'
import { isOpen, type MatterAct, type PersonAct } from './workflow'

const isReporter: Rule<Matter> = (actor, matter) => actor.personId === matter.reporterId
const isAuthor: Rule<Matter> = (actor, matter) => actor.personId === authorOf(matter)
const isRecorder: Rule<Matter> = (actor, matter) => actor.personId === matter.recorderId
const isJoiner: Rule<Matter> = (actor, matter) => matter.joinerIds.includes(actor.personId)
const isHandler: Rule<Matter> = (actor, matter) => matter.handlerIds.includes(actor.personId)
const isAssignee: Rule<Matter> = (actor, matter) => matter.assigneeIds.includes(actor.personId)

/** Of what is restricted the community's team is its staff and the named triage. */
const isOfTeam = (actor: Actor, matter: Matter, lead: Team): boolean =>
  isMember(actor, lead) || (matter.visibility === 'restricted' && isTriage(actor, matter))

/** A member of the lead's team; of a restricted matter only the persons it was given to. */
const isLead: Rule<Matter> = (actor, matter) =>
  matter.lead !== null &&
  isOfTeam(actor, matter, matter.lead) &&
  !isComplainedAbout(actor, matter) &&
  (matter.visibility !== 'restricted' || isAssignee(actor, matter))
const isSupport: Rule<Matter> = (actor, matter) => matter.supports.some((team) => isMember(actor, team))

/** 巡办分离: who found a hazard on patrol never handles it (domain.md 3). */
const foundIt: Rule<Matter> = (actor, matter) =>
  matter.kind === 'hazard' && matter.channel === 'patrol' && actor.personId === matter.recorderId

const triage = allOf<Matter>(isTriage, not(isComplainedAbout))
const workerOfGrid = allOf<Matter>(isWorkerOfHoldingGrid, not(isComplainedAbout))
const above = allOf<Matter>(isAbove, not(isLead), not(isComplainedAbout))
const handler = allOf<Matter>(isLead, not(foundIt))
const verifier = allOf<Matter>(isVerifier, not(isHandler), not(isComplainedAbout))

/** Nobody in the app reported it: who put it down speaks for whom they wrote for. */
const speaksForCaller: Rule<Matter> = (actor, matter) =>
  matter.reporterId === null && matter.authorId === null && isRecorder(actor, matter)

const involved = anyOf<Matter>(isReporter, isRecorder, isLead, isSupport)
const openTo: Record<Matter['visibility'], Rule<Matter>> = {
  public: anyOf<Matter>(involved, isJoiner, isOfficialHere, (actor) => isResident(actor)),
  private: anyOf<Matter>(
    involved,
    allOf<Matter>(anyOf<Matter>(isCommunityOffice, isTriage), not(isComplainedAbout)),
  ),
  restricted: anyOf<Matter>(isReporter, isLead, isTriage),
}
const readers: Rule<Matter> = (actor, matter) => openTo[matter.visibility](actor, matter)
/** Neighbours, who took it over from its author too, read what a resident wrote once it may be shown; handlers at once. */
const mayReadWords: Rule<Matter> = (actor, matter) =>
  readers(actor, matter) &&
  (matter.visibility !== 'public' ||
    matter.wordsState === 'shown' ||
    anyOf<Matter>(isAuthor, isRecorder, isLead, isSupport)(actor, matter) ||
    isOfficialHere(actor, matter))
const nobody: Rule<Matter> = () => false

/** What may be done besides the acts. */
export type MatterRight = 'read' | 'read_words' | 'read_staff_notes' | 'read_contact'

/** 办理权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const matterPolicy: Record<MatterAct | MatterRight, Rule<Matter>> = {
  read: readers,
  read_words: mayReadWords,
  /** Staff who hold, handle or answer for it; never whom it is about, nor a resident. */
  read_staff_notes: allOf<Matter>(
    readers,
    not(isReporter),
    anyOf<Matter>(isLead, isSupport, isOfficialHere, isTriage),
    not(isComplainedAbout),
  ),
  /** Contact is shown to who holds the matter (domain.md 5); what is over nobody holds. */
  read_contact: allOf<Matter>(
    (_actor, { state }) => isOpen(state),
    anyOf<Matter>(triage, workerOfGrid, isLead),
    not(isReporter),
  ),
  acknowledge: anyOf<Matter>(triage, workerOfGrid),
  decline: triage,
  ask_review: isReporter,
  merge: triage,
  absorb: nobody,
  unmerge: anyOf<Matter>(isReporter, speaksForCaller),
  let_go: nobody,
  assign: triage,
  reassign: triage,
  start: handler,
  return: isLead,
  team_ended: nobody,
  grid_dissolved: nobody,
  escalate: anyOf<Matter>(triage, workerOfGrid),
  send_down: triage,
  defer: isLead,
  ask_deferral: isLead,
  /** Nobody grants what they asked for themselves. */
  grant_deferral: above,
  refuse_deferral: above,
  resume: isLead,
  review_due: nobody,
  resolve: handler,
  resolve_on_spot: nobody,
  /** What a handler reported closes by verification only. */
  confirm: allOf<Matter>(isReporter, not(isHandler)),
  dispute: anyOf<Matter>(isReporter, isJoiner),
  /** Who handled it never verifies it. */
  verify_passed: verifier,
  verify_failed: verifier,
  close_unconfirmed: nobody,
  reopen: isReporter,
  reinspect_passed: verifier,
  reinspect_failed: verifier,
  withdraw: isReporter,
  hand_over: nobody,
}

/** Who may report at a place as a resident: of the community, or whoever stands there with its door code. */
export function canReport(actor: Actor, byDoorCode: boolean): Decision {
  return byDoorCode || isResident(actor) ? ALLOWED : refused('REPORT_NEEDS_PLACE')
}

/** Whose office it is to put down what came in this way (domain.md 3 and 5). */
const RECORDERS: Record<StaffChannel, readonly Role[]> = {
  patrol: ['grid_worker', 'grid_chief', 'grid_specialist'],
  visit: ['grid_worker', 'grid_chief', 'community_staff'],
  phone: ['grid_worker', 'grid_chief', 'community_staff'],
}

/** Which staff put down what they found on patrol, or were told on a visit or on the phone: those who answer for the place. */
export function canRecord(actor: Actor, place: Located, channel: StaffChannel): Decision {
  return holds(...RECORDERS[channel])(actor, place) ? ALLOWED : refused('NOT_ALLOWED')
}

/** The channels that somebody with these roles may record at all; the place decides the rest. */
export function channelsOf(roles: readonly Pick<HeldRole, 'role'>[]): StaffChannel[] {
  return STAFF_CHANNELS.filter((channel) => roles.some(({ role }) => RECORDERS[channel].includes(role)))
}

/** Whether somebody with these roles may settle a matter on the spot, where their grid is. */
export function handlesOnSpot(roles: readonly Pick<HeldRole, 'role'>[]): boolean {
  return roles.some(({ role }) => TEAM_ROLES.grid.includes(role))
}

/** What is settled on the spot at all: never a hazard found on patrol, nor what isn't for everybody's eyes (domain.md 5). */
export function settlesOnSpot({ kind, visibility }: Pick<Matter, 'kind' | 'visibility'>): boolean {
  return kind !== 'hazard' && visibility === 'public'
}

/** Which grid staff may record, handle and resolve in one act: never a hazard found on patrol (domain.md 5). */
export function canResolveOnSpot(
  actor: Actor,
  matter: Pick<Matter, 'gridId' | 'kind' | 'visibility'>,
): Decision {
  const team = actor.roles.some(
    ({ role, placeId }) => placeId === matter.gridId && TEAM_ROLES.grid.includes(role),
  )
  if (!team) return refused('NOT_ALLOWED')
  return settlesOnSpot(matter) ? ALLOWED : refused('NOT_ON_THE_SPOT')
}

/** Whether this actor works on the desk anywhere in the community. */
export function hasDesk(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some(
    ({ role }) =>
      role === 'community_secretary' ||
      NAMED_TRIAGE_ROLES.includes(role) ||
      Object.values(TEAM_ROLES).some((roles) => roles.includes(role)),
  )
}

/** The office in which an allowed act is done: the first one held that allows it; none for what one does as a person. */
export function officeFor<Held extends HeldRole>(
  { personId, roles, homes }: { personId: string; roles: readonly Held[]; homes: Actor['homes'] },
  matter: Matter,
  act: PersonAct,
): Held | undefined {
  const rule = matterPolicy[act]
  if (rule({ personId, roles: [], homes }, matter)) return undefined
  return roles.find((held) => rule({ personId, roles: [held], homes: [] }, matter))
}
