import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import { Press } from '../Press'
import { Tile, type Tone } from '../Tile'

export interface ItemProps {
  title: string
  text?: ReactNode
  /** At the right, in grey. */
  value?: string
  icon?: IconName
  /** Puts the icon on a tile of this tone. */
  tile?: Tone
  strong?: boolean
  /** Says 新 at the right: not read yet. */
  fresh?: boolean
  onPress?: () => void
  label?: string
}

/** A row of a list. With `onPress` it is one target and shows an arrow. */
export function Item({ title, text, value, icon, tile, strong, fresh, onPress, label }: ItemProps) {
  const content = (
    <>
      {icon && (
        <View className="item__lead">
          {tile ? <Tile icon={icon} tone={tile} /> : <Icon name={icon} quiet />}
        </View>
      )}
      <View className="item__body">
        <View className={classes('item__title', strong && 'item__title--strong')}>{title}</View>
        {text && <View className="item__text">{text}</View>}
      </View>
      {value && <View className="item__value">{value}</View>}
      {fresh && <View className="item__new">新</View>}
      {onPress && !fresh && (
        <View className="item__more">
          <Icon name="right" size="s" />
        </View>
      )}
    </>
  )
  if (!onPress) return <View className="item">{content}</View>
  return (
    <Press className="item" onPress={onPress} label={label}>
      {content}
    </Press>
  )
}
