import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { Thread } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { NoticeBody } from '../../components/NoticeBody'
import { NoticeFoot } from '../../components/NoticeFoot'
import { NOTICE_DETAIL } from '../../words'
import { useNotice, useNoticeActs } from './useNotice'

/** One notice, and what is said about it. */
export default function NoticePage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.notice, query)
  const { communityId = '', noticeId = '' } = query
  const state = useNotice({ communityId, noticeId })
  const acts = useNoticeActs({ communityId, noticeId }, state)
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
