import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'

export interface StateProps {
  icon: IconName
  children: ReactNode
  /** `ok` and `wait` must not stand on a primary-soft ground (contrast). */
  tone?: 'quiet' | 'go' | 'ok' | 'wait' | 'late'
  strong?: boolean
  /** Space above it. */
  gap?: boolean
}

/** Where a thing stands, in words with an icon: never by colour alone. */
export function State({ icon, children, tone = 'quiet', strong, gap }: StateProps) {
  const look = classes(
    'state',
    tone !== 'quiet' && `state--${tone}`,
    strong && 'state--strong',
    gap && 'state--gap',
  )
  return (
    <View className={look}>
      <View className="state__icon">
        <Icon name={icon} size="s" />
      </View>
      <View>{children}</View>
    </View>
  )
}
