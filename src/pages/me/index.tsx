import { View } from '@tarojs/components'
import { useState } from 'react'
import { fullDate } from '#core/calendar'
import { worksWithImports } from '#core/imports'
import { RELATION_LABELS, type MeView, type MyCommunity } from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { CareSwitch } from '@/components/CareSwitch'
import { FourFaces } from '@/components/FourFaces'
import { Icon } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { SkeletonRows } from '@/components/Skeleton'
import { TabScreen } from '@/components/TabScreen'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useSpeak } from '@/parts/speak'
import { currentCommunity } from '@/platform/me'
import { goTo } from '@/platform/navigation'
import { useLetters } from '@/platform/outbox'
import { ROUTES } from '@/routes'
import { mayDecide } from '@/features/people/may-decide'
import { mayHere } from '@/features/places/may'
import { CodeSheet, NicknameSheet } from './MySheets'
import { useMePage, useSignOut } from './useMePage'
import { ME } from './words'

/** 我的. */
export default function MePage() {
  return useSignInFirst() ? <Me /> : null
}

function Me() {
  const state = useMePage()
  const [open, setOpen] = useState<'nickname' | 'code'>()
  const community = state.status === 'ready' ? currentCommunity(state.data) : undefined
  const { onSpeak, sheet } = useSpeak()
  const unread = state.status === 'ready' && state.data.communities.some((one) => one.unread > 0)
  return (
    <TabScreen tab="me" title={ME.title} fresh={unread ? ['inbox'] : []} onSpeak={onSpeak}>
      <FourFaces state={state} skeleton={<SkeletonRows count={6} />} errorTitle={ME.failed}>
        {(me) => (
          <>
            <Name me={me} community={community} />
            {me.closesAt && (
              <Note tone="wait" icon="clock" title={ME.closing(fullDate(me.closesAt))}>
                {ME.closingText}
              </Note>
            )}
            <Card flush>
              <CareSwitch />
            </Card>
            <Mine community={community} />
            <Arranging me={me} community={community} />
            <Myself me={me} community={community} onOpen={setOpen} />
            <Privacy me={me} />
            <SignOut />
            <NicknameSheet
              open={open === 'nickname'}
              nickname={me.nickname ?? ''}
              onClose={() => setOpen(undefined)}
            />
            <CodeSheet open={open === 'code'} code={me.personCode} onClose={() => setOpen(undefined)} />
            <ConsentSheet />
          </>
        )}
      </FourFaces>
      {sheet}
    </TabScreen>
  )
}

interface PartProps {
  community: MyCommunity | undefined
}

function Name({ me, community }: PartProps & { me: MeView }) {
  const letters = Array.from(me.nickname ?? '')
  return (
    <View className="me">
      <View className="me__face" {...aria({ hidden: true })}>
        {letters.length > 0 ? letters[letters.length - 1] : <Icon name="user" />}
      </View>
      <View className="me__body">
        <View className="me__name">{me.nickname ?? ME.nameless}</View>
        <View className="text--small text--quiet">{standing(community, me)}</View>
      </View>
    </View>
  )
}

/** 3号楼 2单元 602 室 · 业主; whoever has no home here, their office, or that a request waits. */
function standing(community: MyCommunity | undefined, me: MeView): string {
  const home = community?.homes[0]
  const office = officesOf(community, me)[0]
  if (home) return `${home.name} · ${RELATION_LABELS[home.relation]}`
  if (office) return `${ROLE_LABELS[office.role]} · ${office.placeName}`
  return community?.asked ? ME.asked : ME.homeless
}

/** Offices here and in the regions above, each once. */
function officesOf(community: MyCommunity | undefined, { regions }: MeView): MyCommunity['roles'] {
  const offices = [...(community?.roles ?? []), ...regions.flatMap(({ roles }) => roles)]
  return offices.filter(
    (one, index) =>
      offices.findIndex(({ role, placeId }) => role === one.role && placeId === one.placeId) === index,
  )
}

/** What is mine: matters, home, those who wait for my word. */
function Mine({ community }: PartProps) {
  const waiting = useLetters().length
  const homes = community?.homes.length ?? 0
  return (
    <Card flush>
      {waiting > 0 && (
        <Item
          icon="clock"
          title={ME.outbox}
          value={ME.outboxCount(waiting)}
          onPress={() => goTo(ROUTES.outbox)}
        />
      )}
      <Item icon="wrench" title={ME.reported} onPress={() => goTo(ROUTES.myMatters)} />
      <Item
        icon="heart"
        title={ME.wishes}
        onPress={() => goTo(ROUTES.myWishes, community && { communityId: community.communityId })}
      />
      <Item
        icon="house"
        title={ME.household}
        value={homes > 0 ? ME.homes(homes) : undefined}
        onPress={() => goTo(ROUTES.requests, { list: homes > 0 ? 'household' : 'mine' })}
      />
      {community && mayDecide(community) && (
        <Item icon="users" title={ME.toDecide} onPress={() => goTo(ROUTES.requests, { list: 'to_decide' })} />
      )}
      <Item icon="hand" title={ME.help} onPress={() => goTo(ROUTES.organisations)} />
      <Item
        icon="plus"
        title={ME.bind}
        text={homes === 0 && <View className="aside">{ME.bindText}</View>}
        onPress={() => goTo(ROUTES.bind)}
      />
    </Card>
  )
}

/** Places, door codes and grids, for whose offices let them. */
function Arranging({ me, community }: PartProps & { me: MeView }) {
  const communityId = community?.communityId ?? ''
  const codes = mayHere(me, communityId, 'issueDoorCode')
  const grids = mayHere(me, communityId, 'readGrids')
  if (!codes && !grids) return null
  return (
    <Card flush>
      {codes && <Item icon="scan" title={ME.places} onPress={() => goTo(ROUTES.places)} />}
      {grids && <Item icon="users" title={ME.grids} onPress={() => goTo(ROUTES.grids)} />}
    </Card>
  )
}

interface MyselfProps extends PartProps {
  me: MeView
  onOpen: (sheet: 'nickname' | 'code') => void
}

/** What concerns oneself: name, code, offices. */
function Myself({ me, community, onOpen }: MyselfProps) {
  const offices = officesOf(community, me)
  const held = offices.map(({ role, placeName, endsAt }) => (
    <View key={`${role}${placeName}`}>
      {ME.officeOf(ROLE_LABELS[role], placeName)}
      <View className="nobr">{ME.officeUntil(fullDate(endsAt))}</View>
    </View>
  ))
  return (
    <Card flush>
      <Item
        icon="pen"
        title={ME.nickname}
        text={<View className="aside">{ME.nicknameText}</View>}
        onPress={() => onOpen('nickname')}
      />
      <Item
        icon="key"
        title={ME.code}
        text={<View className="aside">{ME.codeText}</View>}
        onPress={() => onOpen('code')}
      />
      {offices.length > 0 && (
        <Item
          icon="list"
          title={ME.offices}
          text={held}
          onPress={() => goTo(ROUTES.offices, community ? undefined : { regionId: me.regions[0]?.regionId })}
        />
      )}
      {worksWithImports(offices) && (
        <Item
          icon="save"
          title={ME.imports}
          text={<View className="aside">{ME.importsText}</View>}
          onPress={() => goTo(ROUTES.imports, { communityId: community?.communityId })}
        />
      )}
    </Card>
  )
}

/** What is known of oneself, who looked at it, and what one agreed to. */
function Privacy({ me }: { me: MeView }) {
  return (
    <Card flush>
      <Item
        icon="phone"
        title={ME.phone}
        value={me.phone ?? ME.noPhone}
        text={me.phone === null && <View className="aside">{ME.phoneText}</View>}
        onPress={() => goTo(ROUTES.phone)}
      />
      <Item icon="eye" title={ME.contactReadings} onPress={() => goTo(ROUTES.contactReadings)} />
      <Item icon="doc" title={ME.consents} onPress={() => goTo(ROUTES.consents)} />
      <Item icon="talk" title={ME.hiddenWords} onPress={() => goTo(ROUTES.hiddenWords)} />
      <Item icon="no" title={ME.blocks} onPress={() => goTo(ROUTES.blocks)} />
      <Item icon="lock" title={ME.sessions} onPress={() => goTo(ROUTES.sessions)} />
      <Item
        icon="save"
        title={ME.myData}
        text={<View className="aside">{ME.myDataText}</View>}
        onPress={() => goTo(ROUTES.myData)}
      />
    </Card>
  )
}

function SignOut() {
  const { signOut, busy } = useSignOut()
  return (
    <Card flush>
      <Item icon="door" title={ME.signOut} value={busy ? ME.signOutBusy : undefined} onPress={signOut} />
    </Card>
  )
}
