import type { Neighbourhood, SignedInPerson } from '../builders/neighbourhood'

/** How many of the crowd hold an office. */
export const OFFICES = 24

/** Residents most of all, and everybody who handles. */
export async function gather(place: Neighbourhood, count: number): Promise<SignedInPerson[]> {
  const { homeId, neighbourHomeId, gridId, communityId, estateId } = place.community
  const offices = [
    ...Array.from({ length: 4 }, () => ['grid_chief', gridId] as const),
    ...Array.from({ length: 8 }, () => ['grid_worker', gridId] as const),
    ...Array.from({ length: 4 }, () => ['community_staff', communityId] as const),
    ...Array.from({ length: 4 }, () => ['property_staff', estateId] as const),
    ...Array.from({ length: 4 }, () => ['community_secretary', communityId] as const),
  ]
  const people: SignedInPerson[] = []
  for (const [role, at] of offices) people.push(await place.inOffice(role, at))
  while (people.length < count)
    people.push(await place.resident(people.length % 2 ? homeId : neighbourHomeId))
  return people
}
