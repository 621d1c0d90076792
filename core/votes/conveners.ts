import { refused, ALLOWED, type Actor, type Decision, type HeldRole, type Role } from '../permissions'
import type { PlaceKind } from '../places'
import { countsArea, type VoteRule } from './rules'
import type { Electorate, VotePlace } from './vote'

/** Whether the results of owners' votes bind where this runs, or the authority's own platform is required (domain.md 7). ○ */
export const JURISDICTION_PROFILES = ['advisory', 'binding'] as const
export type JurisdictionProfile = (typeof JURISDICTION_PROFILES)[number]

const NEIGHBOURLY: readonly VotePlace['kind'][] = ['building', 'entrance', 'courtyard']
const LARGE: readonly VotePlace['kind'][] = ['estate', 'community']
/** Places at which owners decide together. */
export const OWNERS_PLACE_KINDS: readonly VotePlace['kind'][] = ['estate', ...NEIGHBOURLY]

/** Places a vote is held at. */
export const VOTE_PLACE_KINDS: readonly (PlaceKind | 'community')[] = [...NEIGHBOURLY, ...LARGE]

interface Convening {
  role: Role
  at: readonly VotePlace['kind'][]
  electorates: readonly Electorate[]
  /** Only where there is no owners' committee, or one that stays silent on a demand of the owners. */
  withoutCommittee?: true
}

/**
 * 谁能召集 (domain.md 3, 7). Among homes and residents: a building head where they hold office, the residents' committee for an
 * estate or the community. Owners' decisions: the owners' committee, without one the residents' committee ○, which steps in, too, where
 * the committee stays silent on a demand of the owners; what a building head asks owners is a sounding. Councils come with
 * their elections.
 */
const CONVENERS: readonly Convening[] = [
  { role: 'owners_committee', at: OWNERS_PLACE_KINDS, electorates: ['owners'] },
  { role: 'residents_committee', at: OWNERS_PLACE_KINDS, electorates: ['owners'], withoutCommittee: true },
  { role: 'building_head', at: NEIGHBOURLY, electorates: ['homes', 'residents', 'owners'] },
  { role: 'residents_committee', at: LARGE, electorates: ['homes', 'residents'] },
]

/** The office in which somebody convenes such a vote there; undefined: in none. */
export function conveningOffice<Held extends HeldRole>(
  roles: readonly Held[],
  place: VotePlace,
  electorate: Electorate,
): Held | undefined {
  for (const { role, at, electorates, withoutCommittee } of CONVENERS) {
    if (!at.includes(place.kind) || !electorates.includes(electorate)) continue
    if (withoutCommittee && place.hasCommittee && !place.committeeSilent) continue
    if (place.demanded && role === 'building_head') continue
    const held = roles.find((one) => one.role === role && place.jurisdiction.includes(one.placeId))
    if (held) return held
  }
  return undefined
}

/** 发起表决: in the right office, at a place that votes. */
export function decideConvene(
  actor: Pick<Actor, 'roles'>,
  place: VotePlace,
  electorate: Electorate,
): Decision {
  if (conveningOffice(actor.roles, place, electorate)) return ALLOWED
  if (!VOTE_PLACE_KINDS.includes(place.kind)) return refused('PLACE_KIND_WRONG', 'placeId')
  const otherwise = (['homes', 'owners'] as const).some((one) => conveningOffice(actor.roles, place, one))
  return otherwise ? refused('VOTE_NOT_YOURS_TO_CONVENE', 'electorate') : refused('NOT_ALLOWED')
}

/** Who may be convened by this person there. */
export function electoratesFor(roles: readonly HeldRole[], place: VotePlace): Electorate[] {
  return (['homes', 'owners', 'residents'] as const).filter((one) => conveningOffice(roles, place, one))
}

/** Offices in which the homes of such a place are called to vote: whom neighbours ask for it. */
export function rolesThatAskHomes(kind: VotePlace['kind']): Role[] {
  return CONVENERS.filter(({ at, electorates }) => at.includes(kind) && electorates.includes('homes')).map(
    ({ role }) => role,
  )
}

/** Whether votes are convened in this office at all. */
export function isConveningRole({ role }: Pick<HeldRole, 'role'>): boolean {
  return CONVENERS.some((one) => one.role === role)
}

/**
 * Whether a result binds (domain.md 7). Of owners: as the law of the place says, never what a building head asks. Homes
 * decide among themselves; a poll only asks.
 */
export function bindingOf(
  rules: readonly VoteRule[],
  convenerRole: Role,
  profile: JurisdictionProfile,
): 'binding' | 'advisory' {
  if (rules.every((rule) => rule === 'poll')) return 'advisory'
  if (!rules.some(countsArea)) return 'binding'
  return convenerRole === 'building_head' ? 'advisory' : profile
}
