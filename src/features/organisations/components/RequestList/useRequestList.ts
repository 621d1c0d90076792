import {
  listVolunteerRequestsEndpoint,
  VOLUNTEER_ACT_LABELS,
  VOLUNTEER_ACTS,
  type VolunteerAct,
  type VolunteerRequestView,
} from '#core/organisations'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { useActs } from '../../useActs'
import { VOLUNTEER, VOLUNTEER_QUESTIONS } from '../../words'
import { actOnRequest } from '../VolunteerCard/useVolunteer'

/** Who wants to be a volunteer; what was answered stays where it stands, as it is then. */
export function useRequestList(communityId: string) {
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listVolunteerRequestsEndpoint, {
        params: { communityId },
        query: { list: 'to_decide', cursor },
      }),
    [communityId],
  )
  useReturn(() => void state.refresh())
  const acts = useActs<VolunteerRequestView, VolunteerAct>({
    question: ({ thing, act }) => VOLUNTEER_QUESTIONS[act]?.(thing.personName),
    needsReason: (act) => VOLUNTEER_ACTS[act].needsReason,
    label: (act) => VOLUNTEER_ACT_LABELS[act],
    send: actOnRequest,
    keep: VOLUNTEER.keep,
    done: VOLUNTEER.done,
    onDone: (changed) => {
      if (state.status === 'ready')
        state.replace(state.data.map((one) => (one.requestId === changed.requestId ? changed : one)))
    },
  })
  return { state, more, acts }
}
