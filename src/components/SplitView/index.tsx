import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useWide } from '../../platform/device'
import { aria } from '../aria'

export interface SplitViewProps {
  /** Narrow: the whole page. Wide: the column at the left; put its rows into `.wide__rows` to let them scroll. */
  list: ReactNode
  /** Wide only: what is chosen in the list. */
  detail?: ReactNode
  /** Wide only: shown while nothing is chosen. */
  noDetail?: ReactNode
  /** Wide only: navigation before the list. */
  side?: ReactNode
}

/** List and detail side by side where there is room (H5 from 900 px), else the list alone. Stands in `<Screen wide={useWide()}>`. */
export function SplitView({ list, detail, noDetail, side }: SplitViewProps) {
  const wide = useWide()
  if (!wide) return <>{list}</>
  return (
    <View className="wide">
      {side && (
        <View className="wide__side" {...aria({ role: 'navigation', label: '分类' })}>
          {side}
        </View>
      )}
      <View className="wide__list" {...aria({ role: 'region', label: '列表' })}>
        {list}
      </View>
      <View className="wide__detail" {...aria({ role: 'main' })}>
        {detail ?? noDetail}
      </View>
    </View>
  )
}
