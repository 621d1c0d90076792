import { useRef } from 'react'
import { readRoundEndpoint, type RoundPage } from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { sessionToken } from '@/platform/session'

export interface RoundAddress {
  communityId: string
  roundId: string
}

/** Signed out, a page is on its way to the sign-in page. */
const UNANSWERED = new Promise<never>(() => undefined)

/**
 * One round, loaded again whenever the reader comes back to it. At the first time it comes with what its page shows
 * first; afterwards each part of the page asks for what is its own.
 */
export function useRound({ communityId, roundId }: RoundAddress): Loaded<RoundPage> {
  const opened = useRef(false)
  const load = async () => {
    if (!sessionToken()) return UNANSWERED
    const params = { communityId, roundId }
    const query = opened.current ? {} : ({ opening: 'true' } as const)
    const round = await callEndpoint(readRoundEndpoint, { params, query })
    opened.current = true
    return round
  }
  const state = useLoad(load, [communityId, roundId])
  useReturn(() => void state.refresh())
  return state
}
