import { useEffect, useRef, useState } from 'react'
import { readPulseEndpoint, readRoundCodeEndpoint, type PulseView, type RoundCode } from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import type { RoundAddress } from './useRound'

/** How often the numbers are asked for. */
const EVERY_MS = 5000

type Counts = NonNullable<PulseView['now']>

export interface PulsePage {
  code: RoundCode
  counts: Counts
  version: string
}

export interface Pulse {
  state: Loaded<PulsePage>
  /** The newest numbers; the first ones until there are newer. */
  counts?: Counts
  /** The last question got no answer. */
  away: boolean
}

/** Live counts by one cheap question every few seconds: it is told what is known already, and the answer is mostly empty. */
export function usePulse({ communityId, roundId }: RoundAddress): Pulse {
  const params = { communityId, roundId }
  const state = useLoad(async (): Promise<PulsePage> => {
    const [code, { version, now }] = await Promise.all([
      callEndpoint(readRoundCodeEndpoint, { params }),
      callEndpoint(readPulseEndpoint, { params, query: {} }),
    ])
    if (!now) throw new Error('The first pulse has numbers')
    return { code, counts: now, version }
  }, [communityId, roundId])
  const first = state.status === 'ready' ? state.data : undefined
  const [newest, setNewest] = useState<Counts>()
  const [away, setAway] = useState(false)
  const known = useRef<string>()
  useEffect(() => {
    if (!first) return undefined
    known.current = first.version
    const ask = async () => {
      try {
        const { version, now } = await callEndpoint(readPulseEndpoint, {
          params: { communityId, roundId },
          query: { version: known.current },
        })
        known.current = version
        if (now) setNewest(now)
        setAway(false)
      } catch {
        setAway(true)
      }
    }
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => clearInterval(timer)
  }, [first, communityId, roundId])
  const counts = newest ?? first?.counts
  return { state, away, ...(counts ? { counts } : {}) }
}
