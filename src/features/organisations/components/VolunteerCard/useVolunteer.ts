import { useState } from 'react'
import {
  actOnVolunteerRequestEndpoint,
  askToVolunteerEndpoint,
  listVolunteerRequestsEndpoint,
  VOLUNTEER_ACT_LABELS,
  VOLUNTEER_ACTS,
  type VolunteerAct,
  type VolunteerRequestView,
} from '#core/organisations'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useActs, type Pending } from '../../useActs'
import { VOLUNTEER, VOLUNTEER_QUESTIONS } from '../../words'

/** 当志愿者: my latest request, asking, and what I may do about it. */
export function useVolunteer(communityId: string) {
  const [open, setOpen] = useState(false)
  const state = useLoad(() => loadLatest(communityId), [communityId])
  useReturn(() => void state.refresh())
  const asking = useSubmit(
    (note: string, key) =>
      withConsent(() =>
        callEndpoint(askToVolunteerEndpoint, { params: { communityId }, body: { note }, key }),
      ),
    (request: VolunteerRequestView) => {
      setOpen(false)
      state.replace(request)
      toast(VOLUNTEER.asked)
    },
  )
  const acts = useActs<VolunteerRequestView, VolunteerAct>({
    question: ({ thing, act }) => VOLUNTEER_QUESTIONS[act]?.(thing.personName),
    needsReason: (act) => VOLUNTEER_ACTS[act].needsReason,
    label: (act) => VOLUNTEER_ACT_LABELS[act],
    send: actOnRequest,
    keep: VOLUNTEER.keep,
    done: VOLUNTEER.done,
    onDone: (request) => state.replace(request),
  })
  return { state, open, setOpen, asking, acts }
}

async function loadLatest(communityId: string): Promise<VolunteerRequestView | null> {
  const { items } = await callEndpoint(listVolunteerRequestsEndpoint, {
    params: { communityId },
    query: { list: 'mine' },
  })
  return items[0] ?? null
}

/** An act on a request, by whomever. */
export function actOnRequest(
  { thing: { communityId, requestId }, act, reason }: Pending<VolunteerRequestView, VolunteerAct>,
  key: string,
): Promise<VolunteerRequestView> {
  return callEndpoint(actOnVolunteerRequestEndpoint, {
    params: { communityId, requestId },
    body: { act, reason },
    key,
  })
}
