import { View } from '@tarojs/components'
import type { MatterItem } from '#core/matters'
import { aria } from '@/components/aria'
import { Icon } from '@/components/Icon'
import { MoreButton } from '@/components/MoreButton'
import { Press } from '@/components/Press'
import type { More } from '@/hooks/usePaged'
import { goBack } from '@/platform/navigation'
import { MatterRow } from '../MatterRow'
import type { ChosenMatter } from '../../useChosenMatter'
import { useRowKeys } from '../../useRowKeys'
import { WIDE_WORDS } from '../../words'

/** The head of the list column; with a way back where no side column has one. */
export interface WideHeadProps {
  title: string
  back?: boolean
  acts?: readonly { words: string; onPress: () => void }[]
}

export function WideHead({ title, back, acts = [] }: WideHeadProps) {
  return (
    <View className="wide__list-head">
      {back && (
        <Press className="wide__back" onPress={goBack} label={WIDE_WORDS.back}>
          <Icon name="left" />
        </Press>
      )}
      <View className="h1 wide__space" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {acts.map(({ words, onPress }) => (
        <Press key={words} className="link" onPress={onPress}>
          <View>{words}</View>
        </Press>
      ))}
    </View>
  )
}

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
