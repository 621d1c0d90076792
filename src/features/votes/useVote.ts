import { readVoteEndpoint, type VoteView } from '#core/votes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { sessionToken } from '@/platform/session'

export interface VoteAddress {
  communityId: string
  voteId: string
}

/** What a page is told in its address. */
export const addressIn = ({
  communityId = '',
  voteId = '',
}: Partial<Record<string, string>>): VoteAddress => ({
  communityId,
  voteId,
})

/** Signed out, a page is on its way to the sign-in page. */
export const UNANSWERED = new Promise<never>(() => undefined)

/** One vote, loaded again whenever the reader comes back to it. */
export function useVote({ communityId, voteId }: VoteAddress): Loaded<VoteView> {
  const load = () =>
    sessionToken() ? callEndpoint(readVoteEndpoint, { params: { communityId, voteId } }) : UNANSWERED
  const state = useLoad(load, [communityId, voteId])
  useReturn(() => void state.refresh())
  return state
}
