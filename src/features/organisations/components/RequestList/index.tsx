import { momentInWords } from '#core/calendar'
import {
  VOLUNTEER_ACT_LABELS,
  VOLUNTEER_STATE_LABELS,
  type VolunteerAct,
  type VolunteerRequestView,
} from '#core/organisations'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { SkeletonCards } from '@/components/Skeleton'
import { StateAndActs } from '@/components/StateAndActs'
import { DESK, MEMBERS } from '../../words'
import { WhySheet } from '../WhySheet'
import { useRequestList } from './useRequestList'

/** 想当志愿者的: each with what they can do, to be answered. */
export function RequestList({ communityId }: { communityId: string }) {
  const { state, more, acts } = useRequestList(communityId)
  return (
    <>
      {acts.failure && !acts.asked && (
        <Note tone="late" icon="alert" alert>
          {acts.failure.message}
        </Note>
      )}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={DESK.failed}
        isEmpty={(requests) => requests.length === 0}
        empty={<Blank art="window" title={DESK.noRequests} text={DESK.noRequestsText} />}
      >
        {(requests) => (
          <>
            {requests.map((request) => (
              <RequestCard
                key={request.requestId}
                request={request}
                onAct={(act) => acts.press(request, act)}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      <WhySheet
        act={acts.asked && VOLUNTEER_ACT_LABELS[acts.asked.act]}
        busy={acts.busy}
        failure={acts.failure}
        onSend={acts.sendReason}
        onClose={acts.putAway}
      />
    </>
  )
}

interface RequestCardProps {
  request: VolunteerRequestView
  onAct: (act: VolunteerAct) => void
}

function RequestCard({ request, onAct }: RequestCardProps) {
  const { personName, mine, note, reason, state, askedAt, acts } = request
  const name = mine ? MEMBERS.me : personName
  return (
    <Card title={name}>
      <Facts
        facts={[
          ...(note ? [{ name: DESK.note, value: note }] : []),
          ...(reason ? [{ name: MEMBERS.reason, value: reason }] : []),
          { name: DESK.asked, value: momentInWords(askedAt, new Date()), aside: true },
        ]}
      />
      <StateAndActs
        state={VOLUNTEER_STATE_LABELS[state]}
        about={name}
        acts={acts.map((act) => ({ words: VOLUNTEER_ACT_LABELS[act], onPress: () => onAct(act) }))}
      />
    </Card>
  )
}
