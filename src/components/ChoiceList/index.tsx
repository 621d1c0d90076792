import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Press } from '../Press'

export interface Choice<V extends string> {
  value: V
  title: string
  text?: string
}

export interface ChoiceListProps<V extends string> {
  /** What is being chosen; read out, not shown. */
  label: string
  options: readonly Choice<V>[]
  /** The chosen one, or none yet. */
  value?: V
  onChange: (value: V) => void
}

/** One choice among several rows. */
export function ChoiceList<V extends string>({ label, options, value, onChange }: ChoiceListProps<V>) {
  return (
    <View className="list" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Row
          key={option.value}
          {...option}
          on={option.value === value}
          onPress={() => onChange(option.value)}
        />
      ))}
    </View>
  )
}

interface RowProps extends Omit<Choice<string>, 'value'> {
  on: boolean
  onPress: () => void
}

function Row({ title, text, on, onPress }: RowProps) {
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
