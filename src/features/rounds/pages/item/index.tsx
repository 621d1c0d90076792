import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInWords, momentInWords, startOfDay } from '#core/calendar'
import {
  isItemOpen,
  ITEM_ACT_LABELS,
  ITEM_STATE_LABELS,
  itemOwnerInWords,
  itemStepInWords,
  ratersOf,
  ratingsInWords,
  type ItemPageView,
  type ItemStepView,
  type ItemView,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { Track } from '@/components/Track'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ChainCard } from '@/parts/chain'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useReadSubject } from '@/parts/inbox'
import { PhotoStrip } from '@/parts/photos'
import { ReportLink } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ItemActSheet } from '../../components/ItemActSheet'
import { ItemWays } from '../../components/ItemWays'
import { LedgerCard } from '../../components/LedgerCard'
import { ITEM_WORDS } from '../../item-words'
import { ROUND_WORDS } from '../../words'
import { useItem, type ItemAddress, type ItemPage } from '../../useItem'

/** 一件要办的事: what was promised, by whom, step by step, and its ledger. */
export default function RoundItemPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.roundItem, query)
  const { communityId = '', itemId = '' } = query
  return signedIn ? <Shown address={{ communityId, itemId }} /> : null
}

function Shown({ address }: { address: ItemAddress }) {
  const page = useItem(address)
  const { state } = page
  const item = state.status === 'ready' ? state.data : undefined
  return (
    <Screen
      title={ITEM_WORDS.title}
      foot={item && item.acts.length > 0 ? <Foot item={item} page={page} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={ITEM_WORDS.failed}>
        {(shown) => <Body item={shown} onChanged={() => void state.refresh()} />}
      </FourFaces>
      <ItemActSheet page={page} communityId={address.communityId} />
      <ConsentSheet />
    </Screen>
  )
}

function Body({ item, onChanged }: { item: ItemPageView; onChanged: () => void }) {
  const { communityId, itemId, wordsState } = item
  useReadSubject(communityId, { kind: 'action_item', id: itemId }, true)
  const open = isItemOpen(item.state)
  return (
    <>
      <Card title={item.title}>
        <View className="text--pre">{item.promise}</View>
        <State icon={open ? 'clock' : 'check'} tone={open ? 'wait' : 'ok'} strong gap>
          {ITEM_STATE_LABELS[item.state]}
        </State>
        <View className="rule" />
        <Facts
          facts={[
            { name: ITEM_WORDS.owner, value: itemOwnerInWords(item) },
            { name: ITEM_WORDS.due, value: ITEM_WORDS.dueValue(dateInWords(startOfDay(item.dueOn))) },
          ]}
        />
        {ratersOf(item.ratings) > 0 && (
          <State icon="users" gap>
            {ratingsInWords(item.ratings)}
          </State>
        )}
      </Card>
      {wordsState !== null && wordsState !== 'shown' && <Note gap>{ITEM_WORDS.hidden}</Note>}
      {item.isProject && <LedgerCard item={item} />}
      <Card title={ITEM_WORDS.steps} gap>
        <Track steps={item.steps.map((step, index) => trackStep(step, index, item))} first />
      </Card>
      <ChainCard communityId={communityId} chain={item.chain} />
      <ItemWays item={item} onChanged={onChanged} />
      {!item.written && (
        <ReportLink
          communityId={communityId}
          target={{ kind: 'action_item', id: itemId }}
          words={ITEM_WORDS.report}
        />
      )}
    </>
  )
}

function trackStep(step: ItemStepView, index: number, { steps, state, communityId }: ItemView) {
  const last = index === steps.length - 1 && isItemOpen(state)
  return {
    id: step.stepId,
    title: itemStepInWords(step.act, step.byName, step.mine),
    state: last ? ('now' as const) : ('done' as const),
    meta: (
      <>
        <View>{momentInWords(step.at, new Date())}</View>
        {step.note && <View className="text--pre">{step.note}</View>}
        <PhotoStrip photos={step.photos} name={ITEM_WORDS.photoOf} />
        {step.reportable && (
          <ReportLink communityId={communityId} target={{ kind: 'item_step', id: step.stepId }} />
        )}
      </>
    ),
  }
}

/** The next step is the one big button, and what else may be done behind another: a tall foot would hide what is above it. */
function Foot({ item: { acts }, page }: { item: ItemView; page: ItemPage }) {
  const [open, setOpen] = useState(false)
  const [first, ...rest] = order(acts)
  return (
    <View className="acts">
      {first && (
        <Button block onPress={() => page.press(first)}>
          {ITEM_ACT_LABELS[first]}
        </Button>
      )}
      {rest.length > 0 && (
        <Button variant="quiet" block onPress={() => setOpen(true)}>
          {ROUND_WORDS.moreActs}
        </Button>
      )}
      <Sheet open={open} title={ROUND_WORDS.moreActsTitle} onClose={() => setOpen(false)}>
        {rest.map((act) => (
          <Item
            key={act}
            title={ITEM_ACT_LABELS[act]}
            onPress={() => {
              setOpen(false)
              page.press(act)
            }}
          />
        ))}
      </Sheet>
    </View>
  )
}

/** What helps the item on stands first. */
const FIRST: ItemView['acts'] = ['accept', 'report', 'finish', 'reopen', 'hand_back', 'give_up']
const order = (acts: ItemView['acts']) => FIRST.filter((act) => acts.includes(act))
