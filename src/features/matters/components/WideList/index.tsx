import { View } from '@tarojs/components'
import type { MatterItem } from '#core/matters'
import { aria } from '@/components/aria'
import { MoreButton } from '@/components/MoreButton'
import type { More } from '@/hooks/usePaged'
import { MatterRow } from '../MatterRow'
import type { ChosenMatter } from '../../useChosenMatter'
import { useRowKeys } from '../../useRowKeys'
import { WIDE_WORDS } from '../../words'

export interface WideRowsProps {
  matters: readonly MatterItem[]
  more: More
  chosen: ChosenMatter
  /** While several are being chosen. */
  ticks?: { ids: readonly string[]; tick: (matterId: string) => void }
}

/** The rows of the list column, and the keys that move through them. */
export function WideRows({ matters, more, chosen, ticks }: WideRowsProps) {
  const openId = chosen.address?.matterId
  useRowKeys(matters, openId)
  return (
    <>
      <View className="wide__rows">
        {matters.map((matter) => (
          <MatterRow
            key={matter.matterId}
            matter={matter}
            on={matter.matterId === openId}
            tick={ticks && { on: ticks.ids.includes(matter.matterId), onTick: ticks.tick }}
            onOpen={chosen.open}
          />
        ))}
        <MoreButton more={more} />
      </View>
      <View className="wide__hint" {...aria({ hidden: true })}>
        <View>{WIDE_WORDS.move}</View>
        <View className="kbd">J</View>
        <View className="kbd">K</View>
        <View className="wide__space" />
        <View>{WIDE_WORDS.open}</View>
        <View className="kbd">↵</View>
      </View>
    </>
  )
}
