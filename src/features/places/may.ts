import type { MeView } from '#core/people'
import type { Actor, Located } from '#core/permissions'
import { placePolicy } from '#core/places'

export type PlaceAct = keyof typeof placePolicy

/** What the reader may do with places of a community: core's rule over the offices held there and above. */
export function mayHere(me: MeView, communityId: string, act: PlaceAct): boolean {
  const here = me.communities.find((one) => one.communityId === communityId)
  const above = me.regions.filter((region) => region.regionId !== communityId)
  const held = [...(here?.roles ?? []), ...above.flatMap(({ roles }) => roles)]
  const actor: Actor = {
    personId: me.personId,
    roles: held.map(({ role, placeId }) => ({ role, placeId, isLead: false })),
    homes: [],
  }
  const located: Located = { jurisdiction: [communityId, ...above.map(({ regionId }) => regionId)] }
  return placePolicy[act](actor, located)
}
