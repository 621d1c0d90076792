import { useEffect, useState } from 'react'
import { hasResult, readBulletinEndpoint, readVoteEndpoint, type Bulletin, type VoteView } from '#core/votes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { sha256 } from '@/platform/sha256'
import { recountOnPhone, type Recounted } from '../../recount'
import type { VoteAddress } from '../../useVote'

export interface Fetched {
  vote: VoteView
  /** As it came: only what was checked may be trusted to be one. */
  bulletin: Bulletin
}

export interface Recount {
  /** Of a vote without a result the vote alone: it has no record yet. */
  state: Loaded<Fetched | Pick<Fetched, 'vote'>>
  /** Undefined while it is being counted. */
  recounted?: Recounted
}

/** Whether the record came along. */
export const isRecorded = (loaded: Fetched | Pick<Fetched, 'vote'>): loaded is Fetched => 'bulletin' in loaded

/** So that 正在算 is drawn before the phone is busy with it. */
const FIRST_DRAW_MS = 50

/** Fetches the record, and counts it here. */
export function useRecount({ communityId, voteId }: VoteAddress): Recount {
  const params = { communityId, voteId }
  const state = useLoad(async (): Promise<Fetched | Pick<Fetched, 'vote'>> => {
    const vote = await callEndpoint(readVoteEndpoint, { params })
    if (!hasResult(vote.state)) return { vote }
    const bulletin = await callEndpoint(readBulletinEndpoint, { params })
    return { vote, bulletin: bulletin as unknown as Bulletin }
  }, [communityId, voteId])
  const fetched = state.status === 'ready' && isRecorded(state.data) ? state.data : undefined
  const [done, setDone] = useState<{ of: Fetched; recounted: Recounted }>()
  useEffect(() => {
    if (!fetched) return undefined
    const timer = setTimeout(
      () => setDone({ of: fetched, recounted: recountOnPhone(fetched.bulletin, fetched.vote, sha256) }),
      FIRST_DRAW_MS,
    )
    return () => clearTimeout(timer)
  }, [fetched])
  return { state, recounted: done && done.of === fetched ? done.recounted : undefined }
}
