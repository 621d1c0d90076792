import { View } from '@tarojs/components'
import type { NoticeItem } from '#core/notices'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { NoticeCard } from '@/parts/notices'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { NOTICE_LIST } from '../../words'
import { useNotices, type Notices } from './useNotices'

/** 通知: what is announced where one lives, and what one announced. */
export default function NoticesPage() {
  const query = usePageQuery()
  const { communityId = '', placeId } = query
  return useSignInFirst(ROUTES.notices, query) ? <List communityId={communityId} placeId={placeId} /> : null
}

const LISTS = [
  { value: 'here', words: NOTICE_LIST.here },
  { value: 'mine', words: NOTICE_LIST.mine },
] as const

function List({ communityId, placeId }: { communityId: string; placeId?: string }) {
  const notices = useNotices(communityId, placeId)
  const { paged, list, choose } = notices
  const { pinned = [], mayPublish = false } = paged.first ?? {}
  const open = (noticeId: string) => goTo(ROUTES.notice, { communityId, noticeId })
  const publish = () => goTo(ROUTES.publishNotice, { communityId })
  return (
    <Screen
      title={NOTICE_LIST.title}
      foot={
        mayPublish ? (
          <View className="acts">
            <Button onPress={publish}>{NOTICE_LIST.publish}</Button>
          </View>
        ) : undefined
      }
    >
      {mayPublish && (
        <Chips label={NOTICE_LIST.lists} options={LISTS} value={list} onChange={choose} columns={2} />
      )}
      <FourFaces
        state={paged.state}
        skeleton={<SkeletonCards />}
        errorTitle={NOTICE_LIST.failed}
        isEmpty={(items) => items.length === 0 && pinned.length === 0}
        empty={<Nothing list={list} />}
      >
        {(items) => (
          <>
            <Group title={NOTICE_LIST.pinned} first items={pinned} onOpen={open} />
            <Group title={NOTICE_LIST.others} first={pinned.length === 0} items={items} onOpen={open} />
            <MoreButton more={paged.more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

interface GroupProps {
  title: string
  first: boolean
  items: readonly NoticeItem[]
  onOpen: (noticeId: string) => void
}

function Group({ title, first, items, onOpen }: GroupProps) {
  if (items.length === 0) return null
  return (
    <>
      <Section title={title} first={first} />
      {items.map((notice) => (
        <NoticeCard key={notice.noticeId} notice={notice} onOpen={onOpen} />
      ))}
    </>
  )
}

function Nothing({ list }: Pick<Notices, 'list'>) {
  return list === 'mine' ? (
    <Blank art="window" title={NOTICE_LIST.emptyMine} text={NOTICE_LIST.emptyMineText} />
  ) : (
    <Blank art="window" title={NOTICE_LIST.empty} text={NOTICE_LIST.emptyText} />
  )
}
