import { View } from '@tarojs/components'
import { aria } from '../aria'
import { ChoiceRow } from '../ChoiceRow'

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
        <ChoiceRow
          key={option.value}
          role="radio"
          title={option.title}
          text={option.text}
          on={option.value === value}
          onPress={() => onChange(option.value)}
        />
      ))}
    </View>
  )
}
