import type { Neighbourhood, SignedInPerson } from './neighbourhood'

export interface Neighbours {
  /** Of the two homes of the building. */
  resident: SignedInPerson
  neighbour: SignedInPerson
  /** Of the other building in the same estate, and of another community. */
  across: SignedInPerson
  stranger: SignedInPerson
}

/** Who lives in a neighbourhood: next door, across, and elsewhere. */
export async function neighboursOf(place: Neighbourhood): Promise<Neighbours> {
  const { homeId, neighbourHomeId, otherHomeId } = place.community
  return {
    resident: await place.resident(homeId, { name: '李阿姨' }),
    neighbour: await place.resident(neighbourHomeId, { name: '小周' }),
    across: await place.resident(otherHomeId, { name: '老吴' }),
    stranger: await place.resident(place.otherCommunity.homeId, { community: place.otherCommunity }),
  }
}
