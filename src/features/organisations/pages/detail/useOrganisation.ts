import { useState } from 'react'
import {
  actOnMemberEndpoint,
  askToJoinEndpoint,
  MEMBER_ACT_LABELS,
  MEMBER_ACTS,
  readOrganisationEndpoint,
  type MemberAct,
  type OrganisationView,
} from '#core/organisations'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { useReadSubject } from '@/parts/inbox'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useActs, type Pending } from '../../useActs'
import { MEMBER_QUESTIONS, ORGANISATION } from '../../words'

export interface Address {
  communityId: string
  organisationId: string
}

/** One organisation: my own part in it, asking to join, and leaving. */
export function useOrganisation(params: Address) {
  const { communityId, organisationId } = params
  const [joining, setJoining] = useState(false)
  const read = () => callEndpoint(readOrganisationEndpoint, { params })
  const state = useLoad(read, [communityId, organisationId])
  useReturn(() => void state.refresh())
  useReadSubject(communityId, { kind: 'organisation', id: organisationId }, state.status === 'ready')
  const asking = useSubmit(
    (note: string, key) =>
      withConsent(() => callEndpoint(askToJoinEndpoint, { params, body: { note }, key })),
    (organisation: OrganisationView) => {
      setJoining(false)
      state.replace(organisation)
      toast(ORGANISATION.joined)
    },
  )
  const acts = useActs<OrganisationView, MemberAct>({
    question: ({ act }) => MEMBER_QUESTIONS[act]?.(''),
    needsReason: (act) => MEMBER_ACTS[act].needsReason,
    label: (act) => MEMBER_ACT_LABELS[act],
    send: async (pending, key) => {
      await actOnOwnPart(pending, key)
      return read()
    },
    keep: ORGANISATION.keep,
    done: ORGANISATION.done,
    onDone: (organisation) => state.replace(organisation),
  })
  return { state, joining, setJoining, asking, acts }
}

function actOnOwnPart({ thing, act, reason }: Pending<OrganisationView, MemberAct>, key: string) {
  const { communityId, organisationId, standing } = thing
  return callEndpoint(actOnMemberEndpoint, {
    params: { communityId, organisationId, memberId: standing?.memberId ?? '' },
    body: { act, reason },
    key,
  })
}
