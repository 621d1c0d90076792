import type { Role } from './roles'

/** A role in force, held at a place (of any level) by the actor. */
export interface HeldRole {
  role: Role
  placeId: string
  /** Leads the property team there (物业负责人); false for every other role. */
  isLead: boolean
}

/** A home the actor is a confirmed member of. */
export interface HeldHome {
  homeId: string
  /** Ids from the community down to the home itself. */
  path: string[]
  relation: Relation
  isAdult: boolean
  /** When the membership was confirmed. */
  since: Date
}

export const RELATIONS = ['owner', 'family', 'tenant'] as const
export type Relation = (typeof RELATIONS)[number]

/** Who acts, as seen from one community: what is held elsewhere gives no power here. */
export interface Actor {
  personId: string
  roles: HeldRole[]
  homes: HeldHome[]
}

/** Something that lies at a place: `jurisdiction` is every place whose staff answer for it, from district to grid. */
export interface Located {
  jurisdiction: string[]
}

/** Holds one of the roles at a place that the subject lies in. */
export function holds(...roles: Role[]) {
  return (actor: Actor, subject: Located): boolean =>
    actor.roles.some((held) => roles.includes(held.role) && subject.jurisdiction.includes(held.placeId))
}

/** Is a confirmed resident of any home in the community this actor was loaded for. */
export function isResident(actor: Actor): boolean {
  return actor.homes.length > 0
}
