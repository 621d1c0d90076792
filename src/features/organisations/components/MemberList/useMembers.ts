import { useState } from 'react'
import {
  actOnMemberEndpoint,
  listMembersEndpoint,
  MEMBER_ACT_LABELS,
  MEMBER_ACTS,
  type MemberAct,
  type MemberList,
  type MemberView,
  type OrganisationView,
} from '#core/organisations'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { useActs } from '../../useActs'
import { MEMBER_QUESTIONS, ORGANISATION } from '../../words'

/** Who asks to join and who is in it; whoever was answered is looked for again, for they may be in the other list. */
export function useMembers({ communityId, organisationId }: OrganisationView, onChange: () => void) {
  const [list, setList] = useState<MemberList>('asked')
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listMembersEndpoint, { params: { communityId, organisationId }, query: { list, cursor } }),
    [communityId, organisationId, list],
  )
  const acts = useActs<MemberView, MemberAct>({
    question: ({ thing, act }) => MEMBER_QUESTIONS[act]?.(thing.personName),
    needsReason: (act) => MEMBER_ACTS[act].needsReason,
    label: (act) => MEMBER_ACT_LABELS[act],
    send: ({ thing, act, reason }, key) =>
      callEndpoint(actOnMemberEndpoint, {
        params: { communityId, organisationId, memberId: thing.memberId },
        body: { act, reason },
        key,
      }),
    keep: ORGANISATION.keep,
    done: ORGANISATION.done,
    onDone: (changed) => {
      if (state.status === 'ready')
        state.replace(state.data.map((one) => (one.memberId === changed.memberId ? changed : one)))
      onChange()
    },
  })
  return { list, setList, state, more, acts }
}
