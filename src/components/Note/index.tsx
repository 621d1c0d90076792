import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'

export interface NoteProps {
  children?: ReactNode
  title?: string
  icon?: IconName
  tone?: 'plain' | 'wait' | 'late'
  /** Space above it. */
  gap?: boolean
  /** Read out as soon as it appears: for what has just gone wrong. */
  alert?: boolean
  id?: string
}

/** Something said once, quietly. */
export function Note({ children, title, icon = 'info', tone = 'plain', gap, alert, id }: NoteProps) {
  const look = classes('note', tone !== 'plain' && `note--${tone}`, gap && 'note--gap')
  return (
    <View className={look} {...(id ? { id } : {})} {...(alert ? aria({ role: 'alert' }) : {})}>
      <View className="note__icon">
        <Icon name={icon} size="s" />
      </View>
      <View className="note__body">
        {title && <View className="note__strong">{title}</View>}
        {children}
      </View>
    </View>
  )
}
