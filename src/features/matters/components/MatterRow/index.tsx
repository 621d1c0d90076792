import { View } from '@tarojs/components'
import type { MatterItem } from '#core/matters'
import { classes } from '@/components/classes'
import { Press } from '@/components/Press'
import { aboutOf, Tick } from '../MatterCard'
import { StateLine } from '../StateLine'
import { rowId } from '../../useRowKeys'

export interface MatterRowProps {
  matter: MatterItem
  /** Its detail is open beside the list. */
  on: boolean
  /** While several are being chosen, pressing ticks it instead. */
  tick?: { on: boolean; onTick: (matterId: string) => void }
  onOpen: (matter: MatterItem) => void
}

/** A matter in the list column of a wide screen. */
export function MatterRow({ matter, on, tick, onOpen }: MatterRowProps) {
  return (
    <Press
      id={rowId(matter.matterId)}
      className={classes('row', on && 'row--on')}
      {...(tick ? { role: 'checkbox', checked: tick.on } : { current: on ? 'page' : 'false' })}
      onPress={() => (tick ? tick.onTick(matter.matterId) : onOpen(matter))}
    >
      <View className="row__mark" />
      {tick && <Tick on={tick.on} />}
      <View className="row__body">
        <View className="row__title">{matter.title}</View>
        <View className="row__line">{aboutOf(matter)}</View>
        <StateLine matter={matter} />
      </View>
    </Press>
  )
}
