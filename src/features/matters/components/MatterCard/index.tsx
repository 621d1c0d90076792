import { View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import type { MatterItem } from '#core/matters'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { StateLine } from '../StateLine'
import { DESK_WORDS, DETAIL_WORDS } from '../../words'

export interface MatterCardProps {
  matter: MatterItem
  /** What the card invites to; the whole card is the target. */
  go?: string
  /** While several are being chosen, pressing ticks it instead. */
  tick?: { on: boolean; onTick: (matterId: string) => void }
  onOpen: (matter: MatterItem) => void
}

/** A matter in a list on a phone. */
export function MatterCard({ matter, go, tick, onOpen }: MatterCardProps) {
  if (tick) return <TickCard matter={matter} tick={tick} />
  return (
    <Card onPress={() => onOpen(matter)}>
      <View className="feed__title">{matter.title}</View>
      <View className="feed__text">{aboutOf(matter)}</View>
      <View className="job__foot">
        <View className="job__state">
          <StateLine matter={matter} />
        </View>
        {go && <View className="btn btn--secondary btn--s job__act">{go}</View>}
      </View>
    </Card>
  )
}

function TickCard({ matter, tick }: { matter: MatterItem; tick: NonNullable<MatterCardProps['tick']> }) {
  return (
    <View className="card">
      <Press
        className="tickrow"
        role="checkbox"
        checked={tick.on}
        label={DESK_WORDS.tick(matter.title)}
        onPress={() => tick.onTick(matter.matterId)}
      >
        <Tick on={tick.on} />
        <View className="tickrow__body">
          <View className="feed__title">{matter.title}</View>
          <View className="feed__text">{aboutOf(matter)}</View>
          <StateLine matter={matter} />
        </View>
      </Press>
    </View>
  )
}

/** The box of a row that can be ticked. */
export function Tick({ on }: { on: boolean }) {
  return <View className={classes('tick', on && 'tick--on')}>{on && <Icon name="check" size="s" />}</View>
}

/** 湖光苑 3号楼 2单元 · 昨天. */
export function aboutOf({ placeName, floor, submittedAt, joinedHomes }: MatterItem): string {
  const homes = joinedHomes > 0 ? DETAIL_WORDS.homes(joinedHomes + 1) : undefined
  return [placeName, floor, homes, dayInWords(submittedAt, new Date())].filter(Boolean).join(' · ')
}
