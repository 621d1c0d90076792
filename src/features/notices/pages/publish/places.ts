import { PUBLISHERS } from '#core/notices'
import type { MyCommunity } from '#core/people'

/** A place one may publish at. */
export interface PublishPlace {
  id: string
  name: string
}

/** Where one holds an office that publishes: there and below. The smallest first is nobody's rule: as they were granted. */
export function publishPlaces({ communityId, name, roles }: MyCommunity): PublishPlace[] {
  const held = roles.filter(({ role }) => PUBLISHERS.includes(role))
  const places = held.map(({ placeId, placeName }) => ({
    id: placeId,
    name: placeId === communityId ? name : placeName,
  }))
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}
