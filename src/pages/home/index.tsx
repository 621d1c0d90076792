import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HomeView, MatterItem } from '#core/matters'
import type { MyCommunity } from '#core/people'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Section } from '@/components/Section'
import { Bone, Skeleton, SkeletonCards } from '@/components/Skeleton'
import { TabScreen } from '@/components/TabScreen'
import { useFreshTabs } from '@/hooks/useFreshTabs'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { NoticeCard } from '@/parts/notices'
import { WaitingNote } from '@/parts/outbox'
import { useSpeak } from '@/parts/speak'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DeskCard } from './components/DeskCard'
import { FeedCard } from './components/FeedCard'
import { PlaceHead } from './components/PlaceHead'
import { PlaceSheet } from './components/PlaceSheet'
import { Unbound } from './components/Unbound'
import { Waiting } from './components/Waiting'
import { useHome, type Home } from './useHome'
import { HOME_WORDS } from './words'

/** 首页: my place, what waits for me, what happens there. */
export default function HomePage() {
  const home = useHome(useSignInFirst())
  const { state, first } = home.paged
  const { onSpeak, sheet } = useSpeak()
  return (
    <TabScreen tab="home" title={HOME_WORDS.title} fresh={useFreshTabs()} onSpeak={onSpeak}>
      <WaitingNote onArrived={() => void state.refresh()} />
      <FourFaces state={state} skeleton={<HomeSkeleton />} errorTitle={HOME_WORDS.failed}>
        {(matters) =>
          first?.home && first.community ? (
            <Place home={home} view={first.home} community={first.community} matters={matters} />
          ) : (
            <Unbound communityId={first?.community?.communityId} />
          )
        }
      </FourFaces>
      {sheet}
    </TabScreen>
  )
}

interface PlaceProps {
  home: Home
  view: HomeView
  community: MyCommunity
  matters: readonly MatterItem[]
}

function Place({ home, view, community, matters }: PlaceProps) {
  const { communityId } = community
  const open = (matterId: string) => goTo(ROUTES.matter, { communityId, matterId })
  return (
    <>
      <Where home={home} view={view} community={community} />
      {view.desk && <DeskCard communityId={communityId} counts={view.desk} />}
      <Waiting matters={view.waiting} first={!view.desk} onOpen={open} />
      <Section
        title={HOME_WORDS.recently(view.place.name)}
        act={{
          words: HOME_WORDS.allNotices,
          icon: 'horn',
          onPress: () => goTo(ROUTES.notices, { communityId, placeId: view.place.placeId }),
        }}
      />
      {view.notices.map((notice) => (
        <NoticeCard
          key={notice.noticeId}
          notice={notice}
          onOpen={(noticeId) => goTo(ROUTES.notice, { communityId, noticeId })}
        />
      ))}
      {matters.map((matter) => (
        <FeedCard key={matter.matterId} matter={matter} placeName={view.place.name} onOpen={open} />
      ))}
      {matters.length === 0 && <Quiet placeName={view.place.name} lives={community.homes.length > 0} />}
      <MoreButton more={home.paged.more} />
    </>
  )
}

function Where({ home, view, community }: Omit<PlaceProps, 'matters'>) {
  const [choosing, setChoosing] = useState(false)
  const others = (home.paged.first?.me?.communities ?? []).filter((one) => one !== community)
  const canChange = view.places.length > 1 || others.length > 0
  const close = () => setChoosing(false)
  return (
    <>
      <PlaceHead
        name={view.place.name}
        path={view.place.pathName}
        onChange={canChange ? () => setChoosing(true) : undefined}
        onSearch={() => goTo(ROUTES.search, { communityId: community.communityId })}
      />
      <PlaceSheet
        open={choosing}
        places={view.places}
        here={view.place.placeId}
        others={others}
        onPlace={(placeId) => {
          close()
          home.lookAt(placeId)
        }}
        onCommunity={(communityId) => {
          close()
          home.moveTo(communityId)
        }}
        onClose={close}
      />
    </>
  )
}

/** Nothing has been reported at this place. */
function Quiet({ placeName, lives }: { placeName: string; lives: boolean }) {
  return (
    <Blank
      art="window"
      title={HOME_WORDS.quiet(placeName)}
      text={lives ? HOME_WORDS.quietText : undefined}
      otherAct={lives ? { words: HOME_WORDS.report, onPress: () => goTo(ROUTES.report) } : undefined}
    />
  )
}

function HomeSkeleton() {
  return (
    <>
      <Skeleton>
        <View className="section section--first">
          <Bone shape="title" width={35} />
        </View>
      </Skeleton>
      <SkeletonCards />
    </>
  )
}
