import { useState } from 'react'
import {
  decideCaseEndpoint,
  needsReason,
  readCaseEndpoint,
  type CaseDecision,
  type CaseView,
} from '#core/moderation'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { sessionToken } from '@/platform/session'
import { CASE } from '../../words'

export interface CaseAddress {
  communityId: string
  caseId: string
}

export interface OpenCase {
  state: Loaded<CaseView>
  press: (decision: CaseDecision) => void
  /** The decision whose reason is asked for. */
  asking?: CaseDecision
  sendReason: (reason: string) => void
  close: () => void
  busy?: CaseDecision
  failure?: Failure
}

interface Sent {
  decision: CaseDecision
  reason?: string
}

const CONFLICT = 409
const UNANSWERED = new Promise<never>(() => undefined)

/** One case and deciding it; who is too late sees how it stands. */
export function useCase({ communityId, caseId }: CaseAddress, onDecided: () => void): OpenCase {
  const params = { communityId, caseId }
  const state = useLoad(
    () => (sessionToken() ? callEndpoint(readCaseEndpoint, { params }) : UNANSWERED),
    [communityId, caseId],
  )
  const [asking, setAsking] = useState<CaseDecision>()
  const [sent, setSent] = useState<CaseDecision>()
  const { submit, busy, failure, clear } = useSubmit(
    async (body: Sent, key) => {
      try {
        return await callEndpoint(decideCaseEndpoint, { params, body, key })
      } catch (error) {
        if (error instanceof ApiError && error.status === CONFLICT) void showNewest(error.message)
        throw error
      }
    },
    (answer) => {
      state.replace(answer)
      setAsking(undefined)
      toast(CASE.done)
      onDecided()
    },
  )
  const showNewest = async (message: string) => {
    setAsking(undefined)
    const fresh = await state.refresh()
    clear()
    toast(fresh ? CASE.stale(message) : message)
    onDecided()
  }
  const send = (body: Sent) => {
    setSent(body.decision)
    void submit(body)
  }
  return {
    state,
    press: (decision) => {
      clear()
      if (state.status === 'ready' && needsReason(state.data.source, decision)) setAsking(decision)
      else send({ decision })
    },
    asking,
    sendReason: (reason) => asking && send({ decision: asking, reason }),
    close: () => {
      clear()
      setAsking(undefined)
    },
    busy: busy ? sent : undefined,
    failure,
  }
}
