import { GRANT_RULES, grantableRoles, type MeView, type MyCommunity } from '#core/people'
import type { Actor, Role } from '#core/permissions'
import { PLACE_KINDS, REGION_KINDS, type PlaceKind, type RegionKind } from '#core/places'

type Kind = PlaceKind | RegionKind
type HeldOffice = MyCommunity['roles'][number]

/** A region whose offices one may look at: one's community, or a subdistrict or district one's offices reach. */
export interface OfficeRegion {
  regionId: string
  name: string
  /** Kinds of places that offices of this region are held at. */
  kinds: readonly Kind[]
  held: readonly HeldOffice[]
}

/** One's communities, and the subdistricts and districts that one's offices reach. */
export function officeRegions({ communities, regions }: MeView): OfficeRegion[] {
  return [
    ...communities.map(({ communityId, name, roles }) => {
      return { regionId: communityId, name, kinds: [...PLACE_KINDS, 'community' as const], held: roles }
    }),
    ...regions.map(({ regionId, name, kind, roles }) => ({ regionId, name, kinds: [kind], held: roles })),
  ]
}

/** The caller as core's rules see them, at all the places of their offices at once: the server looks at each. */
export function officerOf(region: OfficeRegion): { actor: Actor; jurisdiction: string[] } {
  const roles = region.held.map(({ role, placeId }) => ({ role, placeId, isLead: true }))
  return {
    actor: { personId: 'me', roles, homes: [] },
    jurisdiction: roles.map(({ placeId }) => placeId),
  }
}

/** The roles one's offices may propose in a region, each once. */
export function rolesToGrant(region: OfficeRegion): Role[] {
  const { actor, jurisdiction } = officerOf(region)
  const roles = region.kinds.flatMap((placeKind) => grantableRoles(actor, { jurisdiction, placeKind }))
  return Array.from(new Set(roles))
}

/** Kinds of places of this region that the role is held at. */
export function kindsFor(role: Role, region: OfficeRegion): readonly Kind[] {
  return GRANT_RULES[role]?.at.filter((kind) => region.kinds.includes(kind)) ?? []
}

/** Whether the role is held at the region itself, so that no place is to be chosen. */
export function isOfRegion(role: Role, region: OfficeRegion): boolean {
  return kindsFor(role, region).every((kind) => (REGION_KINDS as readonly Kind[]).includes(kind))
}
