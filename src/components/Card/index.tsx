import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classes } from '../classes'
import { Press } from '../Press'

export interface CardProps {
  children: ReactNode
  title?: string
  /** Small text at the right of the title. */
  aside?: string
  foot?: ReactNode
  /** Without padding above and below: for lists of rows. */
  flush?: boolean
  /** Space above it, where no card stands before. */
  gap?: boolean
  /** Makes the whole card one target; it must then hold no other. */
  onPress?: () => void
  label?: string
}

/** A sheet of paper for what belongs together. */
export function Card({ children, title, aside, foot, flush, gap, onPress, label }: CardProps) {
  const look = classes('card', flush && 'card--flush', gap && 'card--gap')
  const content = (
    <>
      {title && (
        <View className="card__head">
          <View className="card__title" {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          {aside && <View className="card__aside">{aside}</View>}
        </View>
      )}
      {children}
      {foot && <View className="card__foot">{foot}</View>}
    </>
  )
  if (!onPress) return <View className={look}>{content}</View>
  return (
    <Press className={look} onPress={onPress} label={label}>
      {content}
    </Press>
  )
}
