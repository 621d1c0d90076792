import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Press } from '../Press'

export interface ChoiceRowProps {
  title: string
  text?: string
  on: boolean
  onPress: () => void
}

/** One of several rows of which one is chosen. */
export function ChoiceRow({ title, text, on, onPress }: ChoiceRowProps) {
  return (
    <Press
      className="item"
      role="radio"
      checked={on}
      label={text ? `${title}，${text}` : title}
      onPress={onPress}
    >
      <View className="item__body">
        <View className="item__title item__title--strong">{title}</View>
        {text && <View className="item__text">{text}</View>}
      </View>
      <View className={classes('choice', on && 'choice--on')}>{on && <Icon name="check" size="s" />}</View>
    </Press>
  )
}
