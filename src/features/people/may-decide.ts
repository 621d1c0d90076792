import { membershipPolicy, type Membership, type MyCommunity } from '#core/people'
import type { Actor } from '#core/permissions'

/** Somebody else who asks for a home that lies at a place. */
const someoneAskingAt = (placeId: string): Membership => ({
  personId: '',
  homeId: '',
  state: 'asked',
  relation: 'tenant',
  askedAt: new Date(),
  objectorId: null,
  jurisdiction: [placeId],
})

/**
 * Whether requests may come to this reader: from the family of a home, or where an office is held that core's policy
 * lets confirm. Which ones, the server says.
 */
export function mayDecide({ homes, roles }: Pick<MyCommunity, 'homes' | 'roles'>): boolean {
  const officer: Actor = {
    personId: 'me',
    roles: roles.map((held) => ({ ...held, isLead: false })),
    homes: [],
  }
  return (
    homes.length > 0 ||
    roles.some(({ placeId }) => membershipPolicy.confirm(officer, someoneAskingAt(placeId)))
  )
}
