import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { VOLUNTEER_ACT_LABELS, VOLUNTEER_STATE_LABELS, type VolunteerRequestView } from '#core/organisations'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { SkeletonCards } from '@/components/Skeleton'
import { StateAndActs } from '@/components/StateAndActs'
import { VOLUNTEER } from '../../words'
import { JoinSheet } from '../JoinSheet'
import { useVolunteer } from './useVolunteer'

/** 当志愿者: what it is, where my request stands, and how to stop. */
export function VolunteerCard({ communityId }: { communityId: string }) {
  const page = useVolunteer(communityId)
  const { state, acts, asking } = page
  return (
    <>
      {acts.failure && (
        <Note tone="late" icon="alert" alert>
          {acts.failure.message}
        </Note>
      )}
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={VOLUNTEER.failed}>
        {(request) => (
          <Card title={VOLUNTEER.title}>
            {request === null || request.acts.length === 0 ? (
              <Ask last={request} onAsk={() => page.setOpen(true)} />
            ) : (
              <Standing request={request} onAct={(act) => acts.press(request, act)} />
            )}
          </Card>
        )}
      </FourFaces>
      <JoinSheet
        open={page.open}
        title={VOLUNTEER.sheet}
        words={{
          send: VOLUNTEER.send,
          busy: VOLUNTEER.busy,
          note: VOLUNTEER.note,
          hint: VOLUNTEER.noteHint,
          placeholder: VOLUNTEER.notePlaceholder,
        }}
        busy={asking.busy}
        failure={asking.failure}
        onSend={(note) => void asking.submit(note)}
        onClose={() => {
          page.setOpen(false)
          asking.clear()
        }}
      />
    </>
  )
}

/** Nothing waits and nothing is in force: what was said last, and asking. */
function Ask({ last, onAsk }: { last: VolunteerRequestView | null; onAsk: () => void }) {
  return (
    <>
      {last === null ? (
        <View>{VOLUNTEER.what}</View>
      ) : (
        <>
          {last.reason !== null && <Facts facts={[{ name: VOLUNTEER.reason, value: last.reason }]} />}
          <StateAndActs state={VOLUNTEER_STATE_LABELS[last.state]} about={VOLUNTEER.title} acts={[]} />
        </>
      )}
      <View className="form__part">
        <Button icon="heart" onPress={onAsk}>
          {last === null ? VOLUNTEER.ask : VOLUNTEER.again}
        </Button>
      </View>
    </>
  )
}

interface StandingProps {
  request: VolunteerRequestView
  onAct: (act: VolunteerRequestView['acts'][number]) => void
}

function Standing({ request: { state, until, acts }, onAct }: StandingProps) {
  const words = VOLUNTEER_STATE_LABELS[state]
  return (
    <StateAndActs
      state={until === null ? words : `${words}，${VOLUNTEER.until(fullDate(until))}`}
      about={VOLUNTEER.title}
      acts={acts.map((act) => ({ words: VOLUNTEER_ACT_LABELS[act], onPress: () => onAct(act) }))}
    />
  )
}
