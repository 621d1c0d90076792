import type { WordsState } from '../moderation'
import type { Actor, Located, Role } from '../permissions'
import type { MatterKind } from './catalogue'
import type { ClosingAct } from './labels'
import type { Visibility } from './visibility'
import type { Level, MatterState, Outcome } from './workflow'

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

/** How a matter came in (domain.md 5); the last three are recorded by staff. */
export const CHANNELS = ['resident', 'door_code', 'patrol', 'visit', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]
export const STAFF_CHANNELS = ['patrol', 'visit', 'phone'] as const satisfies readonly Channel[]
export type StaffChannel = (typeof STAFF_CHANNELS)[number]

/** A matter as the rules see it. */
export interface Matter extends Located {
  kind: MatterKind
  visibility: Visibility
  channel: Channel
  state: MatterState
  level: Level
  /** Where the catalogue sent it. */
  firstLevel: Level
  /** The basic grid it was reported in; it keeps it (domain.md 2). */
  gridId: string | null
  communityId: string
  /** Null when nobody in the app reported it: a visit or a call that staff recorded. */
  reporterId: string | null
  /** Who wrote it, once another has taken it over; null as long as that is the reporter. */
  authorId: string | null
  /** Who put it down for somebody else, or found it on patrol. */
  recorderId: string | null
  wordsState: WordsState
  lead: Team | null
  supports: Team[]
  /** Of a restricted matter: the persons it was given to, of the lead's team. */
  assigneeIds: string[]
  /** Of a complaint: the unit it is about. */
  complained: Team | null
  /** Everyone who started or resolved it, in any round of handling. */
  handlerIds: string[]
  /** Who else met it, and reporters of what was merged into it; loaded for one matter, empty in lists. */
  joinerIds: string[]
  /** Joiners who said once that it was not solved. */
  disputerIds: string[]
  outcome: Outcome | null
  resolvedAt: Date | null
  closedAt: Date | null
  closedBy: ClosingAct | null
  /** When it came into its present state. */
  changedAt: Date
  /** The reporter answered the latest result. */
  answered: boolean
  /** The reporter has had it looked at again after it was declined. */
  reviewed: boolean
  sentDown: boolean
  returns: number
  /** The lead was named after two returns; that can't be returned. */
  designated: boolean
  /** The level above holds it: to review what was declined, or to name a lead after two returns. */
  arbitration: 'review' | 'designation' | null
  deferrals: number
  reopenings: number
  /** Start of the day on which a deferred matter is looked at again. */
  reviewAt: Date | null
  /** The same of a deferral that was asked for and waits for a grant. */
  askedReviewAt: Date | null
  mergedInto: string | null
  mergedAt: Date | null
  /** Of premises: from when on it is inspected again. */
  reinspectAt: Date | null
}

/** Whose the first words are; null: nobody's in the app. */
export function authorOf({ authorId, reporterId }: Pick<Matter, 'authorId' | 'reporterId'>): string | null {
  return authorId ?? reporterId
}

/** Whether somebody belongs to a team by office. */
export function isMember(actor: Pick<Actor, 'roles'>, { kind, placeId }: Team): boolean {
  return actor.roles.some((held) => held.placeId === placeId && TEAM_ROLES[kind].includes(held.role))
}
