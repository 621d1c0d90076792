import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips, type ChipsProps } from '@/components/Chips'
import { State } from '@/components/State'

export interface ChipsAskProps<V extends string> extends ChipsProps<V> {
  error?: string
  /** What the choice comes to. */
  children?: ReactNode
}

/** A question of a sheet that is answered by one of a few words. */
export function ChipsAsk<V extends string>({ error, children, ...chips }: ChipsAskProps<V>) {
  return (
    <View className="field">
      <View className="ask">{chips.label}</View>
      <View className="text--gap sheet__chips">
        <Chips {...chips} />
      </View>
      {children}
      {error && (
        <State icon="alert" tone="late">
          {error}
        </State>
      )}
    </View>
  )
}
