import { View } from '@tarojs/components'
import { classes } from '../classes'
import type { IconName } from '../Icon'
import { Press } from '../Press'
import { Tile } from '../Tile'

export interface SwitchRowProps {
  title: string
  text?: string
  icon?: IconName
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A row that is switched on or off; the whole row is the target. */
export function SwitchRow({ title, text, icon, checked, onChange }: SwitchRowProps) {
  return (
    <Press
      className="item"
      role="switch"
      checked={checked}
      label={text ? `${title}，${text}` : title}
      onPress={() => onChange(!checked)}
    >
      {icon && (
        <View className="item__lead">
          <Tile icon={icon} />
        </View>
      )}
      <View className="item__body">
        <View className="item__title item__title--strong">{title}</View>
        {text && <View className="item__text">{text}</View>}
      </View>
      <View className={classes('switch', checked && 'switch--on')}>
        <View className="switch__knob" />
      </View>
    </Press>
  )
}
