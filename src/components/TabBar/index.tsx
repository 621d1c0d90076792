import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { switchTab } from '../../platform/navigation'
import { TABS, type TabName } from '../../tabs'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon } from '../Icon'
import { Press } from '../Press'

export interface TabBarProps {
  current: TabName
  /** Tabs with something new: a dot, and words for screen readers. */
  fresh?: readonly TabName[]
  /** ＋ 我要说. */
  onSpeak: () => void
}

/** The ＋ stands in the middle, as far as the number of tabs allows. */
const PLUS_BEFORE = Math.floor(TABS.length / 2)

/** The bar at the bottom of the tab pages, the same on both platforms. */
export function TabBar({ current, fresh = [], onSpeak }: TabBarProps) {
  return (
    <View className="tabs" {...aria({ role: 'navigation', label: '主要页面' })}>
      {TABS.map((tab, index) => (
        <Fragment key={tab.name}>
          {index === PLUS_BEFORE && <Plus onSpeak={onSpeak} />}
          <Tab tab={tab} on={tab.name === current} fresh={fresh.includes(tab.name)} />
        </Fragment>
      ))}
    </View>
  )
}

function Tab({ tab, on, fresh }: { tab: (typeof TABS)[number]; on: boolean; fresh: boolean }) {
  return (
    <Press
      className={classes('tabs__item', on && 'tabs__item--on')}
      onPress={() => !on && switchTab(tab.name)}
      role="link"
      current={on ? 'page' : 'false'}
      label={fresh ? `${tab.label}，有新的` : tab.label}
    >
      <View className="tabs__icon">
        <Icon name={tab.icon} />
        {fresh && <View className="tabs__dot" />}
      </View>
      <View>{tab.label}</View>
    </Press>
  )
}

function Plus({ onSpeak }: { onSpeak: () => void }) {
  return (
    <Press className="tabs__item tabs__item--plus" onPress={onSpeak}>
      <View className="tabs__icon">
        <View className="tabs__plus">
          <Icon name="plus" />
        </View>
      </View>
      <View>我要说</View>
    </Press>
  )
}
