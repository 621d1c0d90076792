import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { HOME_WORDS } from '../../words'

export interface PlaceHeadProps {
  name: string
  /** What it lies in: 湖光苑 · 东湖社区. */
  path: string
  /** Opens the choice of places; left out where there is only one. */
  onChange?: () => void
  onSearch: () => void
}

/** Where am I, and the search beside it. */
export function PlaceHead({ name, path, onChange, onSearch }: PlaceHeadProps) {
  const words = (
    <>
      <View className="place__name">
        <View>{name}</View>
        {onChange && (
          <View className="place__caret">
            <Icon name="down" />
          </View>
        )}
      </View>
      {path && <View className="place__path">{path}</View>}
    </>
  )
  return (
    <View className="place">
      {onChange ? (
        <Press
          className="place__pick"
          label={HOME_WORDS.changePlace([name, path].filter(Boolean).join(' '))}
          onPress={onChange}
        >
          {words}
        </Press>
      ) : (
        <View className="place__pick">{words}</View>
      )}
      <Press className="place__search" onPress={onSearch} label={HOME_WORDS.searchLabel}>
        <Icon name="search" size="s" lead />
        <View>{HOME_WORDS.search}</View>
      </Press>
    </View>
  )
}
