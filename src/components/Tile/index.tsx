import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'

/** The kinds have a colour of their own, on their icon and word only. */
export type Tone = 'primary' | 'wish' | 'round' | 'vote' | 'plain' | 'late'

export interface TileProps {
  icon: IconName
  tone?: Tone
}

/** An icon on a soft ground, at the head of a row. */
export function Tile({ icon, tone = 'primary' }: TileProps) {
  return (
    <View className={classes('tile', tone !== 'primary' && `tile--${tone}`)}>
      <Icon name={icon} />
    </View>
  )
}
