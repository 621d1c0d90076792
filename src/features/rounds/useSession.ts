import { readSessionEndpoint, type SessionView } from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { useSessionActs, type SessionActs } from './useSessions'

export interface SessionAddress {
  communityId: string
  roundId: string
  sessionId: string
}

interface SessionPage {
  state: Loaded<SessionView>
  acts: SessionActs
}

/** One session, loaded again whenever the reader comes back to it, and what one presses on it. */
export function useSession({ communityId, roundId, sessionId }: SessionAddress): SessionPage {
  const state = useLoad(
    () => callEndpoint(readSessionEndpoint, { params: { communityId, roundId, sessionId } }),
    [communityId, roundId, sessionId],
  )
  useReturn(() => void state.refresh())
  return { state, acts: useSessionActs({ communityId, roundId }, state.replace) }
}
