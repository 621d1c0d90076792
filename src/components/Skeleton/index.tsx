import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classes } from '../classes'

export interface BoneProps {
  /** How wide, in hundredths of the line. */
  width?: 20 | 35 | 50 | 70 | 90
  shape?: 'line' | 'title' | 'btn' | 'tile'
}

/** One still grey shape, in the place of what is coming. */
export function Bone({ width, shape = 'line' }: BoneProps) {
  return (
    <View className={classes('bone', shape !== 'line' && `bone--${shape}`, width && `bone--w${width}`)} />
  )
}

/** Says once that something is coming, and hides its shapes from screen readers. */
export function Skeleton({ children }: { children: ReactNode }) {
  return (
    <View {...aria({ role: 'status', label: '正在打开' })}>
      <View {...aria({ hidden: true })}>{children}</View>
    </View>
  )
}

/** The shapes of cards of text: a feed, a detail. */
export function SkeletonCards({ count = 3 }: { count?: number }) {
  return (
    <Skeleton>
      {times(count).map((index) => (
        <View key={index} className="card">
          <Bone width={20} />
          <Bone shape="title" width={90} />
          <Bone width={70} />
        </View>
      ))}
    </Skeleton>
  )
}

/** The shapes of a list of rows with a tile each. */
export function SkeletonRows({ count = 4 }: { count?: number }) {
  return (
    <Skeleton>
      <View className="card card--flush">
        {times(count).map((index) => (
          <View key={index} className="item">
            <Bone shape="tile" />
            <View className="item__body">
              <Bone shape="title" width={index % 2 === 0 ? 70 : 50} />
              <Bone width={index % 2 === 0 ? 50 : 70} />
            </View>
          </View>
        ))}
      </View>
    </Skeleton>
  )
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index)
