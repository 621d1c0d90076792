import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'

export interface TrackStep {
  id: string
  title: ReactNode
  /** Who and when, in small text. */
  meta?: ReactNode
  state: 'done' | 'now' | 'next'
}

export interface TrackProps {
  steps: readonly TrackStep[]
  /** Nothing stands above it on its card. */
  first?: boolean
}

/** The way of one thing: what happened, where it is, what comes next. */
export function Track({ steps, first }: TrackProps) {
  return (
    <View className={classes('track', first && 'track--first')} {...aria({ role: 'list', label: '经过' })}>
      {steps.map((step, index) => (
        <Step key={step.id} step={step} last={index === steps.length - 1} />
      ))}
    </View>
  )
}

function Step({ step, last }: { step: TrackStep; last: boolean }) {
  const look = classes('track__step', `track__step--${step.state}`, last && 'track__step--last')
  return (
    <View className={look} {...aria({ role: 'listitem', current: step.state === 'now' ? 'step' : 'false' })}>
      <View className="track__rail" {...aria({ hidden: true })}>
        <View className="track__dot">
          {step.state === 'done' && <Icon name="check" size="s" />}
          {step.state === 'now' && <View className="track__pulse" />}
        </View>
        {!last && <View className="track__line" />}
      </View>
      <View className="track__body">
        <View className="track__title">{step.title}</View>
        {step.meta && <View className="track__meta">{step.meta}</View>}
      </View>
    </View>
  )
}
