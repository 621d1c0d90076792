import { listVotePlacesEndpoint, readVoteEndpoint, type VotePlaceView, type VoteView } from '#core/votes'
import { callEndpoint } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'

/** What the wizard knows before anything is written. */
export interface DraftStart {
  personId: string
  communityId: string
  /** Where one convenes. */
  places: readonly VotePlaceView[]
  /** The draft that is to be changed. */
  vote?: VoteView
}

/** Side by side: where one convenes whom, and the draft. */
export async function startDraft(communityId: string, voteId: string | undefined): Promise<DraftStart> {
  const [{ personId }, places, vote] = await Promise.all([
    knownMe(),
    listPlaces(communityId),
    voteId ? callEndpoint(readVoteEndpoint, { params: { communityId, voteId } }) : undefined,
  ])
  if (!vote) return { personId, communityId, places }
  const known = places.some(({ placeId }) => placeId === vote.placeId)
  const its = known ? [] : await listPlaces(communityId, vote.placeId)
  return { personId, communityId, places: [...places, ...its], vote }
}

/** Where one convenes whom; or at one place that lies in those. */
export async function listPlaces(communityId: string, placeId?: string): Promise<VotePlaceView[]> {
  const { items } = await callEndpoint(listVotePlacesEndpoint, {
    params: { communityId },
    query: { placeId },
  })
  return items
}
