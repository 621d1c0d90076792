import { Text, View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import type { NoticeItem } from '#core/notices'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { State } from '@/components/State'
import { NOTICE_CARD } from '../words'

export interface NoticeCardProps {
  notice: NoticeItem
  onOpen: (noticeId: string) => void
}

/** One notice in a list: who says it, what, and the beginning of it. */
export function NoticeCard({ notice, onOpen }: NoticeCardProps) {
  const { noticeId, title, excerpt, unitName, publishedAt, pinned, fresh, withdrawn } = notice
  return (
    <Card onPress={() => onOpen(noticeId)}>
      <View className="feed__meta">
        <Kind icon="horn" tone="notice">
          {pinned ? `${NOTICE_CARD.pinned}${NOTICE_CARD.kind}` : NOTICE_CARD.kind}
        </Kind>
        <View className="feed__when">
          {unitName}
          <Text className="aside-inline">{` · ${dayInWords(publishedAt, new Date())}`}</Text>
        </View>
      </View>
      <View className="feed__row">
        <View className="feed__body">
          <View className="feed__title">{title}</View>
          {excerpt && <View className="feed__text aside">{excerpt}</View>}
        </View>
        {fresh && !withdrawn && <View className="item__new">{NOTICE_CARD.fresh}</View>}
      </View>
      {withdrawn && (
        <State icon="no" gap>
          {NOTICE_CARD.withdrawn}
        </State>
      )}
    </Card>
  )
}
