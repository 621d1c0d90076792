import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { readPublicNoticeEndpoint } from '#core/notices'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { useShareCard } from '@/platform/share'
import { ROUTES } from '@/routes'
import { NOTICE_DETAIL } from '../../words'

export interface SinglePageProps {
  communityId: string
  noticeId: string
}

/** A notice opened from 朋友圈: its words for everybody, and nothing that would need a sign-in. */
export function SinglePage({ communityId, noticeId }: SinglePageProps) {
  const params = { communityId, noticeId }
  const state = useLoad(() => callEndpoint(readPublicNoticeEndpoint, { params }), [communityId, noticeId])
  useShareCard(
    state.status === 'ready'
      ? { title: state.data.title, page: ROUTES.notice, query: params, timeline: true }
      : undefined,
  )
  return (
    <Screen title={NOTICE_DETAIL.title} back={false}>
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={NOTICE_DETAIL.failed}>
        {({ title, text, unitName, placeName, publishedAt }) => (
          <>
            <Card>
              <View className="card__title" {...aria({ role: 'heading', level: 2 })}>
                {title}
              </View>
              <View className="feed__text">
                {`${unitName} · ${momentInWords(publishedAt, new Date())}`}
                <View>{NOTICE_DETAIL.to(placeName)}</View>
              </View>
              <View className="text--gap text--lines">{text}</View>
            </Card>
            <Note gap>{NOTICE_DETAIL.openApp}</Note>
          </>
        )}
      </FourFaces>
    </Screen>
  )
}
