import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { DESK_LIST_LABELS, DESK_LISTS, type MatterItem } from '#core/matters'
import type { MyCommunity } from '#core/people'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { SplitView } from '@/components/SplitView'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useWide } from '@/platform/device'
import { goTo, switchTab, usePageQuery } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { DeskSide } from './components/DeskSide'
import { MatterCard } from '../../components/MatterCard'
import { MatterPane } from '../../components/MatterPane'
import { WideHead } from '@/components/WideHead'
import { WideRows } from '../../components/WideList'
import { countInWords } from '@/parts/count'
import { useChosenMatter, type ChosenMatter } from '../../useChosenMatter'
import { DESK_LIST_WORDS, DESK_WORDS } from '../../words'
import { BatchFoot } from './components/BatchFoot'
import { FilterSheet } from './components/FilterSheet'
import { KeySheet } from './components/KeySheet'
import { SavedFilters } from './components/SavedFilters'
import { useBatch, type Batch } from './useBatch'
import { filterInWords, namedFilterOf, useDesk, type Desk } from './useDesk'
import { useDeskKeys } from './useDeskKeys'
import { worksForCommunity } from './works-for-community'
import { useFilters, type Filters } from './useFilters'

/** 工作台: what nobody has taken, what is in my hands, what waits to be verified, inspected again or granted. */
export default function DeskPage() {
  useSignInFirst(ROUTES.desk, usePageQuery())
  const wide = useWide()
  const desk = useDesk()
  const communityId = desk.head?.community?.communityId
  const chosen = useChosenMatter(communityId)
  const filters = useFilters(communityId)
  const matters = desk.paged.state.status === 'ready' ? desk.paged.state.data : []
  const batch = useBatch(communityId, desk.list, matters, () => void desk.paged.state.refresh())
  const [sheet, setSheet] = useState<'filter' | 'keys'>()
  useReachEnd(desk.paged.more.load)
  useDeskKeys({ desk, batch, onSheet: setSheet })
  const parts = { desk, chosen, batch, filters, onFilter: () => setSheet('filter') }
  return (
    <Screen
      title={DESK_WORDS.title}
      wide={wide}
      foot={wide ? undefined : <PhoneFoot desk={desk} batch={batch} />}
    >
      <SplitView
        side={<DeskSide desk={desk} filters={filters} onKeys={() => setSheet('keys')} />}
        list={wide ? <WideDesk {...parts} /> : <PhoneDesk {...parts} />}
        detail={
          chosen.address && (
            <MatterPane
              key={`${chosen.address.matterId} ${batch.runs}`}
              address={chosen.address}
              onDone={() => void desk.paged.state.refresh()}
            />
          )
        }
        noDetail={
          matters.length > 0 && <Blank art="window" title={DESK_WORDS.pick} text={DESK_WORDS.pickText} />
        }
      />
      <FilterSheet
        open={sheet === 'filter'}
        desk={desk}
        filters={filters}
        onClose={() => setSheet(undefined)}
      />
      <KeySheet open={sheet === 'keys'} onClose={() => setSheet(undefined)} />
    </Screen>
  )
}

interface PartProps {
  desk: Desk
  chosen: ChosenMatter
  batch: Batch
  filters: Filters
  onFilter: () => void
}

function PhoneFoot({ desk, batch }: Pick<PartProps, 'desk' | 'batch'>) {
  const community = desk.head?.community
  if (batch.on) return <BatchFoot batch={batch} />
  if (!community) return null
  return (
    <View className="acts">
      <Button icon="pen" onPress={() => goTo(ROUTES.report, { communityId: community.communityId })}>
        {DESK_WORDS.record}
      </Button>
    </View>
  )
}

function PhoneDesk({ desk, chosen, batch, filters, onFilter }: PartProps) {
  const { list, filter, show, paged, head } = desk
  const options = DESK_LISTS.map((value) => ({
    value,
    words: head?.counts
      ? DESK_WORDS.count(DESK_LIST_LABELS[value], countInWords(head.counts[value]))
      : DESK_LIST_LABELS[value],
  }))
  const narrowed = filterInWords(filter)
  return (
    <>
      <Chips
        label={DESK_WORDS.lists}
        columns={3}
        options={options}
        value={list}
        onChange={(next) => show(next)}
      />
      <Section
        first
        count={narrowed ? DESK_WORDS.filtered(narrowed) : DESK_WORDS.order}
        act={{ words: DESK_WORDS.filter, icon: 'list', onPress: onFilter }}
      />
      <DeskFaces desk={desk}>
        {(matters) => (
          <View>
            {matters.map((matter) => (
              <MatterCard
                key={matter.matterId}
                matter={matter}
                go={DESK_LIST_WORDS[list].go}
                tick={batch.on ? { on: batch.ids.includes(matter.matterId), onTick: batch.tick } : undefined}
                onOpen={chosen.open}
              />
            ))}
            <MoreButton more={paged.more} />
            {batch.acts.length > 0 && !batch.on && (
              <Button variant="quiet" block onPress={batch.toggle}>
                {DESK_WORDS.pickMany}
              </Button>
            )}
          </View>
        )}
      </DeskFaces>
      {head?.community && <OtherWork community={head.community} moderation={head.moderation ?? 0} />}
      <SavedFilters filters={filters} onShow={(saved) => show(saved.list, namedFilterOf(saved))} />
    </>
  )
}

/** What else waits for the community's staff: words to be looked at, and who wants to help. */
function OtherWork({ community, moderation }: { community: MyCommunity; moderation: number }) {
  const { communityId } = community
  const organisations = worksForCommunity(community)
  if (moderation === 0 && !organisations) return null
  return (
    <Card flush gap>
      {moderation > 0 && (
        <Item
          icon="talk"
          title={DESK_WORDS.moderation}
          value={countInWords(moderation)}
          onPress={() => goTo(ROUTES.moderation, { communityId })}
        />
      )}
      {organisations && (
        <Item
          icon="heart"
          title={DESK_WORDS.organisations}
          onPress={() => goTo(ROUTES.organisationDesk, { communityId })}
        />
      )}
    </Card>
  )
}

function WideDesk({ desk, chosen, batch, onFilter }: PartProps) {
  const label = DESK_LIST_LABELS[desk.list]
  const count = desk.head?.counts?.[desk.list]
  const narrowed = filterInWords(desk.filter)
  return (
    <>
      <WideHead
        title={count === undefined || narrowed ? label : DESK_WORDS.heading(label, countInWords(count))}
        acts={[
          { words: DESK_WORDS.filter, onPress: onFilter },
          ...(batch.acts.length > 0 && !batch.on
            ? [{ words: DESK_WORDS.pickMany, onPress: batch.toggle }]
            : []),
        ]}
      />
      {narrowed && <View className="wide__who">{DESK_WORDS.filtered(narrowed)}</View>}
      <DeskFaces desk={desk}>
        {(matters) => (
          <WideRows
            matters={matters}
            more={desk.paged.more}
            chosen={chosen}
            ticks={batch.on ? batch : undefined}
          />
        )}
      </DeskFaces>
      {batch.on && <BatchFoot batch={batch} />}
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
