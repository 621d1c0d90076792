import { listVotePlacesEndpoint, type VotePlaceView } from '#core/votes'
import { callEndpoint } from '@/platform/call-endpoint'

/** A place at which the reader asks owners, and so may speak for them. */
export type OwnersPlace = Pick<VotePlaceView, 'placeId' | 'name'>

/** Those of one's offices, or one that lies in them. */
export async function ownersPlaces(communityId: string, placeId?: string): Promise<OwnersPlace[]> {
  const { items } = await callEndpoint(listVotePlacesEndpoint, {
    params: { communityId },
    query: { placeId },
  })
  return items.filter(({ electorates }) => electorates.includes('owners'))
}
