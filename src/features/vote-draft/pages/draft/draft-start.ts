import {
  listVotePlacesEndpoint,
  readDemandEndpoint,
  readVoteEndpoint,
  type DemandView,
  type VotePlaceView,
  type VoteView,
} from '#core/votes'
import { readOutcomeEndpoint, type OutcomeView } from '#core/rounds'
import { readOfItem, type OfItem } from '@/parts/items'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'

/** What the wizard knows before anything is written. */
export interface DraftStart {
  personId: string
  communityId: string
  /** Where one convenes. */
  places: readonly VotePlaceView[]
  /** The draft that is to be changed. */
  vote?: VoteView
  /** The demand of owners that it is to answer. */
  demand?: DemandView
  /** The topic of a round that it is to put to the vote. */
  topic?: TopicToVote
  /** The action item of a round that it is to decide. */
  ofItem?: OfItem | undefined
}

export type TopicToVote = Pick<OutcomeView, 'topicId' | 'title' | 'outcomeText' | 'placeId' | 'may'> & {
  roundId: string
}

/** 按联名要求召集: at its place alone, beginning with its words. */
export async function startDemanded(communityId: string, demandId: string): Promise<DraftStart> {
  const [{ personId }, demand] = await Promise.all([
    knownMe(),
    callEndpoint(readDemandEndpoint, { params: { communityId, demandId } }),
  ])
  return { personId, communityId, demand, places: await listPlaces(communityId, demand) }
}

/** 照议题写: beginning with what the round said should be put to the vote. */
export async function startFromTopic(
  communityId: string,
  { roundId, topicId }: { roundId: string; topicId: string },
): Promise<DraftStart> {
  const [{ personId }, places, topic] = await Promise.all([
    knownMe(),
    listPlaces(communityId),
    callEndpoint(readOutcomeEndpoint, { params: { communityId, roundId, topicId } }),
  ])
  return { personId, communityId, places, topic: { ...topic, roundId } }
}

/** 由要办的事提请表决: beginning with its words. */
export async function startFromItem(communityId: string, itemId: string): Promise<DraftStart> {
  const [{ personId }, places, ofItem] = await Promise.all([
    knownMe(),
    listPlaces(communityId),
    readOfItem(communityId, itemId),
  ])
  return { personId, communityId, places, ofItem }
}

/** Side by side: where one convenes whom, and the draft. */
export async function startDraft(communityId: string, voteId: string | undefined): Promise<DraftStart> {
  const [{ personId }, places, vote] = await Promise.all([
    knownMe(),
    listPlaces(communityId),
    voteId ? callEndpoint(readVoteEndpoint, { params: { communityId, voteId } }) : undefined,
  ])
  if (!vote) return { personId, communityId, places }
  const { placeId } = vote
  const demandId = vote.draft?.demandId
  const demanded = demandId && (await listDemanded(communityId, { placeId, demandId }))
  if (demanded) return { personId, communityId, places: demanded, vote }
  const known = places.some((place) => place.placeId === placeId)
  const its = known ? [] : await listPlaces(communityId, { placeId })
  return { personId, communityId, places: [...places, ...its], vote: withoutDemand(vote) }
}

/** Undefined: another vote was convened by the demand meanwhile. */
async function listDemanded(
  communityId: string,
  where: { placeId: string; demandId: string },
): Promise<VotePlaceView[] | undefined> {
  try {
    return await listPlaces(communityId, where)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'DEMAND_NOT_MET') return undefined
    throw error
  }
}

/** A draft like any other: the demand it was to answer was answered by another. */
const withoutDemand = (vote: VoteView): VoteView =>
  vote.draft ? { ...vote, draft: { ...vote.draft, demandId: null } } : vote

/** Where one convenes whom; or at one place that lies in those, also because its owners demanded it. */
export async function listPlaces(
  communityId: string,
  { placeId, demandId }: { placeId?: string; demandId?: string } = {},
): Promise<VotePlaceView[]> {
  const { items } = await callEndpoint(listVotePlacesEndpoint, {
    params: { communityId },
    query: { placeId, demandId },
  })
  return items
}
