import { useState } from 'react'
import {
  actOnSessionEndpoint,
  listSessionsEndpoint,
  SESSION_ACT_LABELS,
  type SessionAct,
  type SessionBoard,
  type SessionView,
} from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { SESSION_ASKED, SESSION_DONE } from './session-words'
import type { RoundAddress } from './useRound'

type Sent = Pick<CallInput<typeof actOnSessionEndpoint>, 'params' | 'body'>

export interface SessionActs {
  /** Does it, or asks first where others are told of it. */
  press: (act: SessionAct, session: Pick<SessionView, 'sessionId'>, code?: string) => void
  /** The session whose button was pressed. */
  busy?: string
  failure?: Failure
}

/** Pressing the buttons of sessions. */
export function useSessionActs(
  { communityId, roundId }: RoundAddress,
  onDone: (session: SessionView) => void,
): SessionActs {
  const [sent, setSent] = useState<string>()
  const { submit, busy, failure, clear } = useSubmit(async (input: Sent, key) => {
    const answer = await withPhone(() =>
      withConsent(() => callEndpoint(actOnSessionEndpoint, { ...input, key })),
    )
    toast(SESSION_DONE[input.body.act])
    return answer
  }, onDone)
  const ask = async (...[act, { sessionId }, code]: Parameters<SessionActs['press']>) => {
    clear()
    const label = SESSION_ACT_LABELS[act]
    const about = SESSION_ASKED[act]
    if (about && !(await confirm({ title: `${label}？`, text: about, yes: label }))) return
    setSent(sessionId)
    void submit({ params: { communityId, roundId, sessionId }, body: { act, ...(code ? { code } : {}) } })
  }
  return {
    press: (...pressed) => void ask(...pressed),
    ...(busy && sent ? { busy: sent } : {}),
    ...(failure ? { failure } : {}),
  }
}

/** The sessions of a round, loaded again whenever the reader comes back to them. */
export function useSessions(
  { communityId, roundId }: RoundAddress,
  given?: SessionBoard,
): Loaded<SessionBoard> {
  const state = useLoad(
    () => callEndpoint(listSessionsEndpoint, { params: { communityId, roundId } }),
    [communityId, roundId],
    given,
  )
  useReturn(() => void state.refresh())
  return state
}

/** Sessions by the time at which they begin, the early ones first. */
export function slotsOf(sessions: readonly SessionView[]): { startsAt: string; sessions: SessionView[] }[] {
  const starts = [...new Set(sessions.map(({ startsAt }) => startsAt))]
  return starts.map((startsAt) => ({
    startsAt,
    sessions: sessions.filter((one) => one.startsAt === startsAt),
  }))
}
