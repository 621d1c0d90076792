import { useState } from 'react'
import { changeSessionEndpoint, openSessionEndpoint, type SessionView } from '#core/rounds'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { BOARD } from '../../session-words'
import type { RoundAddress } from '../../useRound'

/** Where and when, and what about; `where` empty: online. */
export interface Spot {
  topicId: string
  startsAt: string
  where: string
  host: boolean
}

interface Sent {
  /** Left out: a new one. */
  session?: SessionView
  spot: Spot
}

export interface BoardActs {
  /** The session whose sheet is open, or a new one. */
  asking: { session?: SessionView } | undefined
  ask: (session?: SessionView) => void
  close: () => void
  put: (sent: Sent) => void
  busy: boolean
  failure?: Failure
}

/** Putting sessions on the board, and moving them there. */
export function useBoard({ communityId, roundId }: RoundAddress, onDone: () => void): BoardActs {
  const [asking, setAsking] = useState<BoardActs['asking']>()
  const { submit, busy, failure, clear } = useSubmit(
    async ({ session, spot }: Sent, key) => {
      const { host, ...where } = spot
      const answer = await withPhone(() =>
        withConsent(() =>
          session
            ? callEndpoint(changeSessionEndpoint, {
                params: { communityId, roundId, sessionId: session.sessionId },
                body: { revision: session.revision, ...where },
                key,
              })
            : callEndpoint(openSessionEndpoint, {
                params: { communityId, roundId },
                body: { ...where, host },
                key,
              }),
        ),
      )
      toast(BOARD.saved)
      return answer
    },
    () => {
      setAsking(undefined)
      onDone()
    },
  )
  const open = (next: BoardActs['asking']) => {
    clear()
    setAsking(next)
  }
  return {
    asking,
    ask: (session) => open(session ? { session } : {}),
    close: () => open(undefined),
    put: (sent) => void submit(sent),
    busy,
    failure,
  }
}
