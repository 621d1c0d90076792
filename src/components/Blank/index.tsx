import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Button } from '../Button'
import type { IconName } from '../Icon'
import './art.scss'

export interface BlankAct {
  words: string
  icon?: IconName
  onPress: () => void
}

export interface BlankProps {
  /** `window`: nothing here yet. `offline`: it did not get through. */
  art: 'window' | 'offline'
  title: string
  text?: ReactNode
  /** Between the words and the acts: what was kept. */
  children?: ReactNode
  /** The next step: there always is one, unless the page offers it elsewhere. */
  act?: BlankAct
  otherAct?: BlankAct
}

const LAYERS = ['fill', 'line', 'accent', 'mark'] as const

/** Nothing here, or nothing got through: a picture, what it means, and the next step. */
export function Blank({ art, title, text, children, act, otherAct }: BlankProps) {
  return (
    <View className="blank">
      <View className="blank__art" {...aria({ hidden: true })}>
        {LAYERS.map((layer) => (
          <View key={layer} className={`art art--${layer} art--${art}-${layer}`} />
        ))}
      </View>
      <View className="blank__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {text && <View className="blank__text">{text}</View>}
      {children}
      <View className="blank__acts">
        {act && (
          <Button icon={act.icon} onPress={act.onPress}>
            {act.words}
          </Button>
        )}
        {otherAct && (
          <Button variant="quiet" block icon={otherAct.icon} onPress={otherAct.onPress}>
            {otherAct.words}
          </Button>
        )}
      </View>
    </View>
  )
}
