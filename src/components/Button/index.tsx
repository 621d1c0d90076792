import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import { Press } from '../Press'

export interface ButtonProps {
  children: string
  onPress: () => void
  /** At most one `primary` on a screen, or one set of `equal` ones. */
  variant?: 'primary' | 'secondary' | 'equal' | 'quiet' | 'danger'
  icon?: IconName
  /** Smaller, as wide as its words: on cards. */
  small?: boolean
  /** As wide as its parent; the default for `primary` and `danger`. */
  block?: boolean
  /** Chosen among equals. */
  on?: boolean
  /** While true the button shows `busyWords` and cannot be pressed again. */
  busy?: boolean
  busyWords?: string
  /** What is read out, when the words alone do not say it. */
  label?: string
  className?: string
}

/** A button. There is no grey disabled one: it stays active and says what is missing. */
export function Button({
  children,
  onPress,
  variant = 'primary',
  icon,
  small,
  block = !small && (variant === 'primary' || variant === 'danger'),
  on,
  busy = false,
  busyWords = '请稍等…',
  label,
  className,
}: ButtonProps) {
  const look = classes(
    'btn',
    `btn--${variant}`,
    small && 'btn--s',
    block && 'btn--block',
    on && 'btn--equal-on',
    className,
  )
  return (
    <Press
      className={look}
      onPress={() => !busy && onPress()}
      label={label}
      pressed={on}
      {...(busy ? { busy: true, disabled: true } : { busy: false, disabled: false })}
    >
      {icon && !busy && <Icon name={icon} size="s" className="btn__icon" />}
      <View>{busy ? busyWords : children}</View>
    </Press>
  )
}
