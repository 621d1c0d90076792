import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import type { IconName } from './names'
import './shapes.scss'

export type { IconName } from './names'

export interface IconProps {
  name: IconName
  /** `s` beside small text, `fixed` where care mode must not change it. */
  size?: 's' | 'fixed'
  /** In the grey of secondary text. */
  quiet?: boolean
  /** Stands before text. */
  lead?: boolean
  className?: string
}

/** A picture of a word that stands beside it; screen readers hear the word only. */
export function Icon({ name, size, quiet, lead, className }: IconProps) {
  const look = classes(
    'icon',
    `icon--${name}`,
    size && `icon--${size}`,
    quiet && 'icon--quiet',
    lead && 'icon--lead',
    className,
  )
  return <View className={look} {...aria({ hidden: true })} />
}
