import { View } from '@tarojs/components'
import { signedInWords, signersNeeded, type DemandItem } from '#core/votes'
import { aria } from '@/components/aria'
import { DEMAND_WORDS } from '../../words'

const FULL = 100

/** How many signed of how many are needed: in words, and as a bar that is full when there are enough. */
export function SignedMeter({ demand }: { demand: Pick<DemandItem, 'personsSigned' | 'personsOf'> }) {
  const { personsSigned, personsOf } = demand
  const needed = signersNeeded(personsOf)
  const width = `${Math.min(FULL, Math.round((personsSigned * FULL) / needed))}%`
  return (
    <View
      className="meter"
      {...aria({ role: 'img', label: DEMAND_WORDS.signedMeter(personsSigned, needed) })}
    >
      <View {...aria({ hidden: true })}>
        <View>{signedInWords(demand)}</View>
        <View className="meter__scale">
          <View className="meter__bar">
            <View className="meter__fill" style={{ width }} />
          </View>
        </View>
      </View>
    </View>
  )
}
