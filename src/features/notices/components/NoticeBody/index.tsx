import { View } from '@tarojs/components'
import { dateInWords, momentInWords } from '#core/calendar'
import type { NoticeView } from '#core/notices'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { PhotoStrip } from '@/parts/photos'
import { ReportLink } from '@/parts/threads'
import { NOTICE_DETAIL, NOTICE_STATES } from '../../words'

export interface NoticeBodyProps {
  notice: NoticeView
  now: Date
}

/** What is announced, by whom, for where; and to its author how many have read it. */
export function NoticeBody({ notice, now }: NoticeBodyProps) {
  const { title, text, byName, unitName, placeName, publishedAt, photos } = notice
  const unseen = NOTICE_STATES[notice.wordsState]
  return (
    <>
      {notice.withdrawn && (
        <Note tone="wait" icon="no" title={NOTICE_DETAIL.withdrawn}>
          {notice.withdrawnReason ?? ''}
        </Note>
      )}
      {unseen && (
        <Note tone="wait" icon="eye">
          {unseen}
        </Note>
      )}
      <Card>
        <View className="card__title" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <View className="feed__text">
          <View>{`${byName} · ${unitName}`}</View>
          <View>{`${NOTICE_DETAIL.to(placeName)} · ${momentInWords(publishedAt, now)}`}</View>
        </View>
        {text !== null && <View className="text--gap text--lines">{text}</View>}
        {photos.length > 0 && (
          <View className="text--gap">
            <PhotoStrip photos={photos} name={NOTICE_DETAIL.photo} />
          </View>
        )}
        <Pinned notice={notice} />
        <Counts notice={notice} />
        {!notice.mine && !notice.withdrawn && notice.wordsState === 'shown' && (
          <ReportLink communityId={notice.communityId} target={{ kind: 'notice', id: notice.noticeId }} />
        )}
      </Card>
    </>
  )
}

function Pinned({ notice: { pinned, pinnedUntil } }: Pick<NoticeBodyProps, 'notice'>) {
  if (!pinnedUntil) return null
  // It ends with its last day: the moment after that day is over.
  const lastDay = new Date(new Date(pinnedUntil).getTime() - 1)
  return (
    <State icon="up" gap>
      {(pinned ? NOTICE_DETAIL.pinnedUntil : NOTICE_DETAIL.toBePinned)(dateInWords(lastDay))}
    </State>
  )
}

function Counts({ notice: { counts } }: Pick<NoticeBodyProps, 'notice'>) {
  if (!counts) return null
  return (
    <State icon="users" gap>
      {counts.told === 0 ? NOTICE_DETAIL.telling : NOTICE_DETAIL.counts(counts.readers, counts.told)}
      <View className="text--small text--quiet">{NOTICE_DETAIL.countsNote}</View>
    </State>
  )
}
