import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DESK_LIST_LABELS, DESK_LISTS, type MatterItem } from '#core/matters'
import { Blank } from '@/components/Blank'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { SplitView } from '@/components/SplitView'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useWide } from '@/platform/device'
import { switchTab, usePageQuery } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { countInWords } from '../../count'
import { DeskSide } from '../../components/DeskSide'
import { MatterCard } from '../../components/MatterCard'
import { MatterPane } from '../../components/MatterPane'
import { useChosenMatter, type ChosenMatter } from '../../useChosenMatter'
import { useDesk, type Desk } from './useDesk'
import { WideHead, WideRows } from '../../components/WideList'
import { DESK_LIST_WORDS, DESK_WORDS } from '../../words'

/** 工作台: what nobody has taken, what is in my hands, what waits to be verified. */
export default function DeskPage() {
  useSignInFirst(ROUTES.desk, usePageQuery())
  const wide = useWide()
  const desk = useDesk()
  const chosen = useChosenMatter(desk.head?.community?.communityId)
  useReachEnd(desk.paged.more.load)
  return (
    <Screen title={DESK_WORDS.title} wide={wide}>
      <SplitView
        side={
          <DeskSide
            communityName={desk.head?.community?.name}
            list={desk.list}
            counts={desk.head?.counts}
            onShow={desk.show}
          />
        }
        list={wide ? <WideDesk desk={desk} chosen={chosen} /> : <PhoneDesk desk={desk} chosen={chosen} />}
        detail={
          chosen.address && (
            <MatterPane
              key={chosen.address.matterId}
              address={chosen.address}
              onDone={() => void desk.paged.state.refresh()}
            />
          )
        }
        noDetail={
          desk.paged.state.status === 'ready' &&
          desk.paged.state.data.length > 0 && (
            <Blank art="window" title={DESK_WORDS.pick} text={DESK_WORDS.pickText} />
          )
        }
      />
    </Screen>
  )
}

interface PartProps {
  desk: Desk
  chosen: ChosenMatter
}

function PhoneDesk({ desk: { list, show, paged, head }, chosen }: PartProps) {
  const options = DESK_LISTS.map((value) => ({
    value,
    words: head?.counts
      ? DESK_WORDS.count(DESK_LIST_LABELS[value], countInWords(head.counts[value]))
      : DESK_LIST_LABELS[value],
  }))
  return (
    <>
      <Chips label={DESK_WORDS.lists} options={options} value={list} onChange={show} />
      <DeskFaces desk={{ list, show, paged, head }}>
        {(matters) => (
          <View>
            <Section first count={DESK_WORDS.order} />
            {matters.map((matter) => (
              <MatterCard
                key={matter.matterId}
                matter={matter}
                go={DESK_LIST_WORDS[list].go}
                onOpen={chosen.open}
              />
            ))}
            <MoreButton more={paged.more} />
          </View>
        )}
      </DeskFaces>
    </>
  )
}

function WideDesk({ desk, chosen }: PartProps) {
  const label = DESK_LIST_LABELS[desk.list]
  const count = desk.head?.counts?.[desk.list]
  return (
    <>
      <WideHead title={count === undefined ? label : DESK_WORDS.heading(label, countInWords(count))} />
      <DeskFaces desk={desk}>
        {(matters) => <WideRows matters={matters} more={desk.paged.more} chosen={chosen} />}
      </DeskFaces>
    </>
  )
}

interface DeskFacesProps {
  desk: Desk
  children: (matters: readonly MatterItem[]) => ReactNode
}

function DeskFaces({ desk: { list, paged }, children }: DeskFacesProps) {
  return (
    <FourFaces
      state={paged.state}
      skeleton={<SkeletonCards />}
      errorTitle={DESK_WORDS.failed}
      isEmpty={(matters) => matters.length === 0}
      empty={paged.first?.community ? <NothingHere list={list} /> : <NoDesk />}
    >
      {children}
    </FourFaces>
  )
}

function NothingHere({ list }: Pick<Desk, 'list'>) {
  const { empty, emptyText } = DESK_LIST_WORDS[list]
  return <Blank art="window" title={empty} text={emptyText} />
}

function NoDesk() {
  return (
    <Blank
      art="window"
      title={DESK_WORDS.noDesk}
      text={DESK_WORDS.noDeskText}
      act={{ words: DESK_WORDS.home, onPress: () => switchTab('home') }}
    />
  )
}
