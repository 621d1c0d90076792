import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HomeView, MatterItem } from '#core/matters'
import type { MyCommunity } from '#core/people'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
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
import { WishFeed } from './components/WishFeed'
import { HOME_FILTERS, showsMatters, useHome, type Home, type HomeFilter } from './useHome'
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
  return (
    <>
      <Where home={home} view={view} community={community} />
      {view.desk && <DeskCard communityId={communityId} counts={view.desk} />}
      <Waiting communityId={communityId} votes={view.votes} matters={view.waiting} first={!view.desk} />
      <Recently home={home} view={view} community={community} matters={matters} />
    </>
  )
}

/** What happened at the place: all of it, or one kind. Wishes are asked for when somebody wants to see them. */
function Recently({ home, view, community, matters }: PlaceProps) {
  const { communityId } = community
  const { filter, show } = home
  const { placeId, name } = view.place
  return (
    <>
      <Section title={HOME_WORDS.recently(name)} act={wayToAll(filter, communityId, view)} />
      <Chips label={HOME_WORDS.filters} options={FILTERS} value={filter} onChange={show} />
      <View className="list__first">
        {filter === 'wishes' && <WishFeed communityId={communityId} placeId={placeId} placeName={name} />}
        {(filter === 'all' || filter === 'notices') && (
          <Notices notices={view.notices} communityId={communityId} alone={filter === 'notices'} />
        )}
        {filter === 'all' && (
          <Card flush gap>
            <Item
              icon="heart"
              tile="wish"
              title={HOME_WORDS.wishes}
              text={HOME_WORDS.wishesText}
              onPress={() => show('wishes')}
            />
          </Card>
        )}
        {showsMatters(filter) && <Matters home={home} view={view} community={community} matters={matters} />}
      </View>
    </>
  )
}

const FILTERS = HOME_FILTERS.map((value) => ({ value, words: HOME_WORDS.filterNames[value] }))

/** The page that holds all of what a chip shows the beginning of. */
function wayToAll(filter: HomeFilter, communityId: string, { place: { placeId }, places }: HomeView) {
  if (filter === 'wishes') {
    // Of one building alone there are few: the list begins with what is around it.
    const wider = placeId === places[0]?.placeId ? undefined : placeId
    return {
      words: HOME_WORDS.allWishes,
      icon: 'heart' as const,
      onPress: () => goTo(ROUTES.wishes, { communityId, placeId: wider }),
    }
  }
  return {
    words: HOME_WORDS.allNotices,
    icon: 'horn' as const,
    onPress: () => goTo(ROUTES.notices, { communityId, placeId }),
  }
}

interface NoticesProps {
  notices: HomeView['notices']
  communityId: string
  /** Nothing else is shown: it says so when there is none. */
  alone: boolean
}

function Notices({ notices, communityId, alone }: NoticesProps) {
  if (alone && notices.length === 0) return <Blank art="window" title={HOME_WORDS.noNotices} />
  return (
    <>
      {notices.map((notice) => (
        <NoticeCard
          key={notice.noticeId}
          notice={notice}
          onOpen={(noticeId) => goTo(ROUTES.notice, { communityId, noticeId })}
        />
      ))}
    </>
  )
}

function Matters({ home, view, community, matters }: PlaceProps) {
  const { communityId } = community
  return (
    <>
      {matters.map((matter) => (
        <FeedCard
          key={matter.matterId}
          matter={matter}
          placeName={view.place.name}
          onOpen={(matterId) => goTo(ROUTES.matter, { communityId, matterId })}
        />
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
