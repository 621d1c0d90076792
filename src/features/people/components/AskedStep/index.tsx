import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { MEMBERSHIP_STATE_LABELS, readMembershipEndpoint, type MembershipView } from '#core/people'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { Track, type TrackStep } from '@/components/Track'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BIND } from '../../words'
import { Question } from '../Question'

interface StepProps {
  communityId: string
  membershipId: string
}

/** Where the request stands, and who can confirm it. */
export function AskedStep({ communityId, membershipId }: StepProps) {
  const asked = useLoad(
    () => callEndpoint(readMembershipEndpoint, { params: { communityId, membershipId } }),
    [communityId, membershipId],
  )
  return (
    <Screen title={BIND.title}>
      <FourFaces state={asked} skeleton={<SkeletonCards count={1} />} errorTitle={BIND.askedFailed}>
        {(membership) => (
          <>
            <Question>{membership.homeName}</Question>
            <Card>
              <Track steps={stepsOf(membership)} first />
            </Card>
            <View className="form__part">
              <Button onPress={() => switchTab('me')}>{BIND.backToMe}</Button>
              <Button
                variant="quiet"
                block
                onPress={() => goTo(ROUTES.requests, { list: 'mine', communityId })}
              >
                {BIND.exists}
              </Button>
            </View>
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

/** While one may still act on one's own request, it waits for a word. */
function stepsOf({ askedAt, state, reason, acts }: MembershipView): TrackStep[] {
  const waits = acts.length > 0
  const asked: TrackStep = {
    id: 'asked',
    state: 'done',
    title: BIND.asked,
    meta: momentInWords(askedAt, new Date()),
  }
  const stands: TrackStep = {
    id: 'stands',
    state: waits ? 'now' : 'done',
    title: MEMBERSHIP_STATE_LABELS[state],
    meta: waits ? BIND.who : reason,
  }
  return waits ? [asked, stands, { id: 'next', state: 'next', title: BIND.next }] : [asked, stands]
}
