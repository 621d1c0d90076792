import type { ReactNode } from 'react'
import type { TabName } from '../../tabs'
import { Screen } from '../Screen'
import { TabBar } from '../TabBar'
import { UpdateOffer } from '../UpdateOffer'

export interface TabScreenProps {
  tab: TabName
  title: string
  children: ReactNode
  fresh?: readonly TabName[]
  onSpeak: () => void
}

/** A tab page: a screen with the tab bar at its foot. */
export function TabScreen({ tab, title, children, fresh, onSpeak }: TabScreenProps) {
  return (
    <Screen title={title} back={false} foot={<TabBar current={tab} fresh={fresh} onSpeak={onSpeak} />}>
      <UpdateOffer />
      {children}
    </Screen>
  )
}
