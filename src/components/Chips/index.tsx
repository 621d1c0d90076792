import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Press } from '../Press'

export interface ChipsProps<V extends string> {
  /** What is being chosen; read out, not shown. */
  label: string
  options: readonly { value: V; words: string }[]
  /** The chosen one, or none yet. */
  value?: V
  onChange: (value: V) => void
  /** How many stand in a line; `even` lets them share one line. */
  columns?: 'even' | 2 | 3 | 4
}

/** Words up to so long stay on one line; names of places may be longer and wrap. */
const SHORT = 8

/** One choice among a few words. */
export function Chips<V extends string>({
  label,
  options,
  value,
  onChange,
  columns = 'even',
}: ChipsProps<V>) {
  return (
    <View className={classes('chips', `chips--${columns}`)} {...aria({ role: 'group', label })}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <Press
            key={option.value}
            className={classes('chip', on && 'chip--on', option.words.length > SHORT && 'chip--long')}
            onPress={() => onChange(option.value)}
            pressed={on}
          >
            <View className="chip__face">{option.words}</View>
          </Press>
        )
      })}
    </View>
  )
}
