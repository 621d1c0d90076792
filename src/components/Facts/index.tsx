import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'

export interface Fact {
  name: string
  value: ReactNode
  /** May go in care mode. */
  aside?: boolean
}

export interface FactsProps {
  facts: readonly Fact[]
  /** On the soft ground: how things stand now. */
  now?: boolean
}

/** Names and values in two columns: who holds it, since, until, next. */
export function Facts({ facts, now }: FactsProps) {
  return (
    <View className={classes('facts', now && 'facts--now')}>
      {facts.map((fact) => (
        <View key={fact.name} className={classes('facts__row', fact.aside && 'aside')}>
          <View className="facts__key">{fact.name}</View>
          <View className="facts__val">{fact.value}</View>
        </View>
      ))}
    </View>
  )
}
