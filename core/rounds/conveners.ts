import type { HeldRole, Located, Role } from '../permissions'
import type { RoundPlaceKind } from './round'

interface Convening {
  role: Role
  at: readonly RoundPlaceKind[]
}

/**
 * 谁能召集 (domain.md 3, 6): the head and the council where they hold office; for an estate the residents' committee, and the owners'
 * committee. Who seconded a topic of the standing board may convene after the head's silence: that is asked of the topic.
 */
const CONVENERS: readonly Convening[] = [
  { role: 'building_head', at: ['building', 'entrance', 'courtyard'] },
  { role: 'council_member', at: ['building', 'entrance', 'courtyard'] },
  { role: 'residents_committee', at: ['estate', 'courtyard'] },
  { role: 'owners_committee', at: ['estate'] },
]

/** The office in which somebody convenes a round there; undefined: in none. */
export function roundOffice<Held extends HeldRole>(
  roles: readonly Held[],
  place: Located & { kind: RoundPlaceKind },
): Held | undefined {
  for (const { role, at } of CONVENERS) {
    if (!at.includes(place.kind)) continue
    const held = roles.find((one) => one.role === role && place.jurisdiction.includes(one.placeId))
    if (held) return held
  }
  return undefined
}

/** Whether rounds are convened in this office at all. */
export function convenesRounds({ role }: Pick<HeldRole, 'role'>): boolean {
  return CONVENERS.some((one) => one.role === role)
}

/** Offices whose holders may convene at a place of this kind: who is told that neighbours want to talk. */
export function conveningRoles(kind: RoundPlaceKind): Role[] {
  return CONVENERS.filter(({ at }) => at.includes(kind)).map(({ role }) => role)
}
