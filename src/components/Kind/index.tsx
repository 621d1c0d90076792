import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'

export interface KindProps {
  icon: IconName
  children: string
  tone?: 'primary' | 'wish' | 'round' | 'vote' | 'notice'
}

/** What kind of thing a card is about: icon and word. */
export function Kind({ icon, children, tone = 'primary' }: KindProps) {
  return (
    <View className={classes('kind', tone !== 'primary' && `kind--${tone}`)}>
      <Icon name={icon} size="s" lead />
      <View>{children}</View>
    </View>
  )
}
