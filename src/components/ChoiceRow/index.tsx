import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Press } from '../Press'

export interface ChoiceRowProps {
  /** `radio`: one of several is chosen. `checkbox`: several may be. */
  role: 'radio' | 'checkbox'
  title: string
  text?: string
  on: boolean
  onPress: () => void
}

/** One row that may be chosen, with its mark at the end. */
export function ChoiceRow({ role, title, text, on, onPress }: ChoiceRowProps) {
  return (
    <Press
      className="item"
      role={role}
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
