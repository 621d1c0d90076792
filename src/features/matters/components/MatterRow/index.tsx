import { View } from '@tarojs/components'
import type { MatterItem } from '#core/matters'
import { classes } from '@/components/classes'
import { Press } from '@/components/Press'
import { aboutOf } from '../MatterCard'
import { StateLine } from '../StateLine'
import { rowId } from '../../useRowKeys'

export interface MatterRowProps {
  matter: MatterItem
  /** Its detail is open beside the list. */
  on: boolean
  onOpen: (matter: MatterItem) => void
}

/** A matter in the list column of a wide screen. */
export function MatterRow({ matter, on, onOpen }: MatterRowProps) {
  return (
    <Press
      id={rowId(matter.matterId)}
      className={classes('row', on && 'row--on')}
      current={on ? 'page' : 'false'}
      onPress={() => onOpen(matter)}
    >
      <View className="row__mark" />
      <View className="row__body">
        <View className="row__title">{matter.title}</View>
        <View className="row__line">{aboutOf(matter)}</View>
        <StateLine matter={matter} />
      </View>
    </Press>
  )
}
