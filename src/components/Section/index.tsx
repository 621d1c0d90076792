import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import { Press } from '../Press'

export interface SectionProps {
  title?: string
  /** Small grey text instead of a title. */
  count?: string
  /** The first one on a page stands closer to the top. */
  first?: boolean
  act?: { words: string; icon?: IconName; onPress: () => void }
}

/** The heading of a part of a page, with at most one act. */
export function Section({ title, count, first, act }: SectionProps) {
  return (
    <View className={classes('section', first && 'section--first')}>
      {title && (
        <View className="section__title" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
      )}
      {count && <View className="section__count">{count}</View>}
      {act && (
        <Press className="section__aside" onPress={act.onPress}>
          {act.icon && <Icon name={act.icon} size="s" lead />}
          <View>{act.words}</View>
        </Press>
      )}
    </View>
  )
}
