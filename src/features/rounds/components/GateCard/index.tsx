import { View } from '@tarojs/components'
import { hasReached, isGateMet, type RoundView } from '#core/rounds'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { State } from '@/components/State'
import { ROUND_WORDS } from '../../words'

/** The checklist that a phase ends with: what is there, what is still missing. */
export function GateCard({ round: { gate, state } }: { round: RoundView }) {
  if (gate.length === 0) return null
  const title = ROUND_WORDS.gate[hasReached(state, 'evaluation') ? 'toEnd' : 'onward']
  return (
    <Card title={isGateMet(gate) ? title.met : title.unmet} gap>
      <View {...aria({ role: 'list' })}>
        {gate.map(({ met, words }) => (
          <View
            key={words}
            {...aria({ role: 'listitem', label: `${met ? ROUND_WORDS.met : ROUND_WORDS.unmet}：${words}` })}
          >
            <State icon={met ? 'check' : 'clock'} tone={met ? 'ok' : 'wait'} gap>
              {words}
            </State>
          </View>
        ))}
      </View>
    </Card>
  )
}
