import { View } from '@tarojs/components'
import { fullDate } from '#core/calendar'
import { GRANT_STATE_LABELS, type GrantAct, type GrantView } from '#core/people'
import { signedAs } from '#core/permissions'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { OFFICES } from '../../words'
import { StateAndActs } from '@/components/StateAndActs'

export interface OfficeCardProps {
  grant: GrantView
  onAct: (act: GrantAct) => void
}

/** One office: who holds it where and until when, on what evidence, and what the reader may do. */
export function OfficeCard({ grant, onAct }: OfficeCardProps) {
  const { isLead, state, acts } = grant
  const who = signedAs(grant)
  return (
    <Card title={who} aside={isLead ? OFFICES.lead : undefined}>
      <Facts facts={factsOf(grant)} />
      <StateAndActs
        state={GRANT_STATE_LABELS[state]}
        about={who}
        acts={acts.map((act) => ({ words: OFFICES.acts[act], onPress: () => onAct(act) }))}
      />
    </Card>
  )
}

function factsOf({ placeName, startsAt, endsAt, evidence, reason }: GrantView): Fact[] {
  const period = (
    <>
      <View className="nobr">{OFFICES.from(fullDate(startsAt))}</View>{' '}
      <View className="nobr">{fullDate(endsAt)}</View>
    </>
  )
  return [
    { name: OFFICES.place, value: placeName },
    { name: OFFICES.period, value: period },
    { name: OFFICES.evidence, value: evidence, aside: true },
    ...(reason ? [{ name: OFFICES.reason, value: reason }] : []),
  ]
}
