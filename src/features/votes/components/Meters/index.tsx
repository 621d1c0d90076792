import { View } from '@tarojs/components'
import type { Meter } from '#core/votes'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'

export interface MeterBarProps {
  meter: Meter
  /** Below the bar at the left: 还差 5 人, 约 76.3%. */
  words: string
}

/** From here on the word of a mark would stand out at the right. */
const AT_THE_END = 0.95

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

/** One bar with the threshold marked on it; the numbers stand beside, so nothing hangs on the drawing. */
export function MeterBar({ meter: { name, part, whole, share, filled, mark }, words }: MeterBarProps) {
  const atEnd = mark > AT_THE_END
  return (
    <View
      className="meter"
      {...aria({ role: 'img', label: `${name}：${part} / ${whole}，要到 ${share}，${words}` })}
    >
      <View {...aria({ hidden: true })}>
        <View className="meter__head">
          <View className="meter__name">{name}</View>
          <View>
            {part} <View className="meter__of nobr">{`/ ${whole}`}</View>
          </View>
        </View>
        <View className="meter__scale">
          <View className="meter__bar">
            <View className="meter__fill" style={{ width: percent(filled) }} />
          </View>
          <View className="meter__mark" style={{ left: percent(mark) }} />
        </View>
        <View className="meter__foot">
          <View className="meter__left">{words}</View>
          <View
            className={classes('meter__at', atEnd && 'meter__at--end')}
            {...(atEnd ? {} : { style: { left: percent(mark) } })}
          >
            {share}
          </View>
        </View>
      </View>
    </View>
  )
}
