import { View } from '@tarojs/components'
import { EMERGENCY_NUMBERS } from '#core/matters'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { State } from '@/components/State'
import { callNumber } from '@/platform/phone-call'
import { REPORT_WORDS } from '../../../../report-words'
import { CallPair } from '../CallPair'

const [FIRST, ...OTHERS] = EMERGENCY_NUMBERS

/** The numbers to call, before the form: what is written sounds like danger to life. */
export function DangerCard() {
  return (
    <View className="card" {...aria({ role: 'alert' })}>
      <State icon="alert" tone="late" strong>
        {REPORT_WORDS.danger}
      </State>
      <View className="text text--gap">{REPORT_WORDS.dangerText}</View>
      <View className="danger__calls">
        <Button variant="danger" icon="phone" onPress={() => callNumber(FIRST.number)}>
          {`${FIRST.name} ${FIRST.number}`}
        </Button>
        <View className="danger__row">
          <CallPair numbers={OTHERS} />
        </View>
      </View>
    </View>
  )
}
