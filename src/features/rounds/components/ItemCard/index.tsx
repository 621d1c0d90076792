import { dateInWords, startOfDay } from '#core/calendar'
import {
  isItemOpen,
  isPastDue,
  ITEM_STATE_LABELS,
  itemOwnerInWords,
  type ItemCard as Shown,
} from '#core/rounds'
import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { State } from '@/components/State'
import { ITEM_WORDS } from '../../item-words'

export interface ItemCardProps {
  item: Shown
  onOpen: (item: Shown) => void
}

/** One item on the board: what, who, until when, and where it stands. */
export function ItemCard({ item, onOpen }: ItemCardProps) {
  const open = isItemOpen(item.state)
  const due = ITEM_WORDS.dueValue(dateInWords(startOfDay(item.dueOn)))
  const owner = itemOwnerInWords(item)
  const state = ITEM_STATE_LABELS[item.state]
  return (
    <Card title={item.title} gap onPress={() => onOpen(item)}>
      <View className="text--small text--quiet">{owner}</View>
      <View className="text--small text--quiet">{due}</View>
      <State icon={open ? 'clock' : 'check'} tone={open ? 'wait' : 'ok'} gap>
        {open && isPastDue(item.dueOn, new Date()) ? ITEM_WORDS.past : state}
      </State>
    </Card>
  )
}
