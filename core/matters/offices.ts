import { allOf, anyOf, holds, type Actor, type HeldRole, type Role, type Rule } from '../permissions'
import { isMember, type Matter } from './matter'
import { namedTriageOf } from './visibility'

/** Holder of one role at one place; null: there is no such place. */
export interface Office {
  role: Role
  placeId: string | null
}

/** Whether a held role is that office. */
const fills = (held: HeldRole, { role, placeId }: Office): boolean =>
  held.role === role && held.placeId === placeId

const inOffice =
  (officeOf: (matter: Matter) => Office): Rule<Matter> =>
  (actor, matter) =>
    actor.roles.some((held) => fills(held, officeOf(matter)))

/**
 * 研判: the grid's chief at grid level, the community's staff at community level, the named triage of a restricted kind.
 * The secretary stands in for the levels above the community: in arbitration, and when the community's own staff are
 * complained about (docs/adr/0010).
 */
export function triageOffice(matter: Matter): Office {
  const named = namedTriageOf(matter.kind)
  if (named) return { role: named, placeId: matter.communityId }
  if (matter.level === 'grid') return { role: 'grid_chief', placeId: matter.gridId }
  const above = matter.arbitration !== null || matter.complained?.kind === 'community'
  return { role: above ? 'community_secretary' : 'community_staff', placeId: matter.communityId }
}

/**
 * One level up from who triages: grants deferrals, hears of what many met. What the community's staff handle themselves,
 * or are complained about, goes to the secretary at any level. A restricted matter has nobody above.
 */
export function officeAbove(matter: Matter): Office {
  const named = namedTriageOf(matter.kind)
  if (named) return { role: named, placeId: matter.communityId }
  const concernsStaff = [matter.lead?.kind, matter.complained?.kind].includes('community')
  const staff = matter.level === 'grid' && !concernsStaff
  return { role: staff ? 'community_staff' : 'community_secretary', placeId: matter.communityId }
}

/** A unit that is complained about neither triages nor handles the complaint (domain.md 3). */
export const isComplainedAbout: Rule<Matter> = (actor, { complained }) =>
  complained !== null && isMember(actor, complained)

export const isTriage = inOffice(triageOffice)
export const isAbove = inOffice(officeAbove)

const atGrid = (role: Role) => inOffice(({ gridId }) => ({ role, placeId: gridId }))
const atCommunity = (role: Role) => inOffice(({ communityId }) => ({ role, placeId: communityId }))

/** A worker of the grid that holds it. */
export const isWorkerOfHoldingGrid = allOf<Matter>(
  (_actor, matter) => matter.level === 'grid',
  atGrid('grid_worker'),
)

/** The community's own office: what is private may be read there. */
export const isCommunityOffice = anyOf<Matter>(
  atCommunity('community_staff'),
  atCommunity('community_secretary'),
)

/** Who goes and looks whether a result holds; not for what is restricted, which its triage alone knows. */
export function isVerifier(actor: Actor, matter: Matter): boolean {
  if (matter.visibility === 'restricted') return isTriage(actor, matter)
  if (matter.visibility === 'private') return isCommunityOffice(actor, matter)
  return anyOf<Matter>(
    atGrid('grid_worker'),
    atGrid('grid_chief'),
    atCommunity('community_staff'),
  )(actor, matter)
}

/** Staff who answer for the place in any way: may read what is public, words included. */
export const isOfficialHere = holds(
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'community_staff',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
)
