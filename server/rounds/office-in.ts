import { isOffice } from '#core/permissions'
import { isRoundPlace, roundOffice } from '#core/rounds'
import type { ActingRole, Caller } from '#server/platform/context'
import type { RoundRow } from './repository'

type Placed = Pick<RoundRow, 'jurisdiction' | 'place_kind' | 'convener_role' | 'convener_id'>

/** The office in which somebody acts in a round: that in which it was convened, else one in which they could convene it, else any over its place. */
export function officeIn(
  { personId, roles }: Pick<Caller, 'personId' | 'roles'>,
  row: Placed,
): ActingRole | undefined {
  const there = roles.filter((held) => isOffice(held) && row.jurisdiction.includes(held.placeId))
  const convened =
    personId === row.convener_id ? there.find(({ role }) => role === row.convener_role) : undefined
  if (convened) return convened
  const place = { jurisdiction: row.jurisdiction, kind: row.place_kind }
  return (isRoundPlace(place.kind) ? roundOffice(there, place) : undefined) ?? there[0]
}
