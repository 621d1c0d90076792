import { useState } from 'react'
import { isOpenToAll, type NoticeView } from '#core/notices'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { ShareButton } from '@/components/ShareButton'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { Thread } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { isSinglePage, useShareCard, type ShareCard } from '@/platform/share'
import { ROUTES } from '@/routes'
import { NoticeBody } from '../../components/NoticeBody'
import { NoticeFoot } from '../../components/NoticeFoot'
import { SinglePage } from '../../components/SinglePage'
import { NOTICE_DETAIL } from '../../words'
import { useNotice, useNoticeActs } from './useNotice'

/** One notice, and what is said about it. From 朋友圈 it is a page by itself, for everybody. */
export default function NoticePage() {
  const query = usePageQuery()
  const [single] = useState(isSinglePage)
  const { communityId = '', noticeId = '' } = query
  return single ? <SinglePage communityId={communityId} noticeId={noticeId} /> : <Notice query={query} />
}

/** What may be passed on of a notice: its title and where it leads; in 朋友圈 only what is open to everybody. */
function cardOf(notice: NoticeView): ShareCard | undefined {
  const { communityId, noticeId, title, isPublic, withdrawn, wordsState } = notice
  if (withdrawn || wordsState !== 'shown') return undefined
  return {
    title,
    page: ROUTES.notice,
    query: { communityId, noticeId },
    timeline: isOpenToAll({ isPublic, withdrawn, wordsState }),
  }
}

function Notice({ query }: { query: Partial<Record<string, string>> }) {
  useSignInFirst(ROUTES.notice, query)
  const { communityId = '', noticeId = '' } = query
  const state = useNotice({ communityId, noticeId })
  const acts = useNoticeActs({ communityId, noticeId }, state)
  const card = state.status === 'ready' ? cardOf(state.data) : undefined
  useShareCard(card)
  const hasFoot = state.status === 'ready' && state.data.acts.length > 0
  return (
    <Screen
      title={NOTICE_DETAIL.title}
      foot={hasFoot ? <NoticeFoot notice={state.data} acts={acts} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={NOTICE_DETAIL.failed}>
        {(notice) => (
          <>
            <NoticeBody notice={notice} now={new Date()} />
            {card && <ShareButton card={card} />}
            {!notice.withdrawn && (
              <Thread address={{ communityId, subjectKind: 'notice', subjectId: noticeId }} isPublic />
            )}
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}
