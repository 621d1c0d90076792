import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { isWeapp } from '../../platform/device'
import { aria, type Aria } from '../aria'
import { classes } from '../classes'

export interface PressProps extends Pick<
  Aria,
  'label' | 'pressed' | 'checked' | 'selected' | 'expanded' | 'disabled' | 'busy' | 'current'
> {
  onPress: () => void
  role?: 'button' | 'link' | 'tab' | 'switch' | 'checkbox' | 'radio'
  className?: string
  id?: string
  children?: ReactNode
}

/** Anything one can press: by finger, by keyboard on the H5 site, by a screen reader on both. Never put one into another. */
export function Press({ onPress, role = 'button', className, id, children, ...said }: PressProps) {
  return (
    <View
      className={classes('press', className)}
      hoverClass="pressed"
      hoverStayTime={70}
      onClick={onPress}
      {...(id ? { id } : {})}
      {...aria({ role, ...said })}
      {...keyboard(onPress)}
    >
      {children}
    </View>
  )
}

interface Key {
  key: string
  preventDefault: () => void
}

function keyboard(onPress: () => void) {
  if (isWeapp) return {}
  const onKeyDown = (event: Key) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return { tabIndex: 0, onKeyDown }
}
