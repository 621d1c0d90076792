import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  WISH_KINDS,
  WISH_LIST_LABELS,
  WISH_LISTS,
  wishKindName,
  type WishItem,
  type WishKind,
} from '#core/wishes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Press } from '@/components/Press'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { countInWords } from '@/parts/count'
import { WishCard } from '@/parts/wishes'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { KIND_EMPTY, LIST_EMPTY, LIST_WORDS, STRANGER_WORDS } from '../../words'
import { useWishes, type Wishes } from './useWishes'

/** 心愿: what neighbours wish for, the most urgent first. */
export default function WishesPage() {
  useSignInFirst(ROUTES.wishes, usePageQuery())
  const wishes = useWishes()
  const { communityId } = wishes.head
  const stranger = wishes.paged.first?.stranger === true
  return (
    <Screen
      title={LIST_WORDS.title}
      foot={
        stranger ? undefined : (
          <View className="acts">
            <Button onPress={() => goTo(ROUTES.sayWish, { communityId })}>{LIST_WORDS.say}</Button>
          </View>
        )
      }
    >
      {!stranger && <Choices wishes={wishes} />}
      <FourFaces
        state={wishes.paged.state}
        skeleton={<SkeletonCards />}
        errorTitle={LIST_WORDS.failed}
        isEmpty={(items) => items.length === 0 && (wishes.paged.first?.lately.length ?? 0) === 0}
        empty={stranger ? <NotYet /> : <Nothing wishes={wishes} />}
      >
        {(items) => <List wishes={wishes} items={items} />}
      </FourFaces>
    </Screen>
  )
}

interface PartProps {
  wishes: Wishes
}

/** Where, which list, and which kind. */
function Choices({ wishes }: PartProps) {
  const { head, placeId, list, choose, lookAt } = wishes
  const { scopes, counts } = head
  return (
    <>
      {scopes.length > 1 && (
        <Chips
          label={LIST_WORDS.places}
          options={scopes.map((one) => ({ value: one.placeId, words: shortName(one.name) }))}
          value={placeId}
          onChange={lookAt}
        />
      )}
      <Chips
        label={LIST_WORDS.lists}
        options={WISH_LISTS.map((value) => ({
          value,
          words: counts
            ? LIST_WORDS.count(WISH_LIST_LABELS[value], countInWords(counts[value]))
            : WISH_LIST_LABELS[value],
        }))}
        value={list}
        onChange={choose}
      />
      <SumLine wishes={wishes} />
    </>
  )
}

/** 湖光苑 3号楼, to who lives there: 3号楼. */
function shortName(pathName: string): string {
  const names = pathName.split(' ')
  return names[names.length - 1] ?? pathName
}

/** 湖光苑有 5 个心愿在等，最急的在前; and the quiet way to one kind only. */
function SumLine({ wishes: { head, list, kind, filter } }: PartProps) {
  const [choosing, setChoosing] = useState(false)
  const here = head.scopes.find(({ placeId }) => placeId === head.placeId)
  const place = here ? shortName(here.name) : LIST_WORDS.here
  const sum = head.counts ? LIST_WORDS.sum[list](place, countInWords(head.counts[list])) : ''
  return (
    <View className="hintrow">
      <View>{kind ? LIST_WORDS.sumKind(wishKindName(kind)) : sum}</View>
      <Press className="hintrow__act" onPress={() => setChoosing(true)}>
        <View>{kind ? LIST_WORDS.otherKind : LIST_WORDS.allKinds}</View>
      </Press>
      <KindSheet
        open={choosing}
        kind={kind}
        onChoose={(next) => {
          setChoosing(false)
          filter(next)
        }}
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}

interface KindSheetProps {
  open: boolean
  kind: WishKind | undefined
  onChoose: (kind: WishKind | undefined) => void
  onClose: () => void
}

const EVERY = 'every'
const KINDS: readonly { value: WishKind | typeof EVERY; words: string }[] = [
  { value: EVERY, words: LIST_WORDS.everyKind },
  ...WISH_KINDS.map(({ code, name }) => ({ value: code, words: name })),
]

function KindSheet({ open, kind, onChoose, onClose }: KindSheetProps) {
  return (
    <Sheet open={open} title={LIST_WORDS.kindSheet} onClose={onClose}>
      <View className="sheet__chips">
        <Chips
          label={LIST_WORDS.kindSheet}
          columns={2}
          options={KINDS}
          value={kind ?? EVERY}
          onChange={(next) => onChoose(next === EVERY ? undefined : next)}
        />
      </View>
    </Sheet>
  )
}

function List({ wishes, items }: PartProps & { items: readonly WishItem[] }) {
  const { paged, head } = wishes
  const lately = paged.first?.lately ?? []
  const open = (wishId: string) => goTo(ROUTES.wish, { communityId: head.communityId, wishId })
  return (
    <>
      {items.length === 0 && <Nothing wishes={wishes} />}
      {items.map((wish, index) => (
        <WishCard key={wish.wishId} wish={wish} onOpen={open} gap={index === 0} />
      ))}
      <MoreButton more={paged.more} />
      {lately.length > 0 && (
        <>
          <Section title={LIST_WORDS.lately} />
          {lately.map((wish) => (
            <WishCard key={wish.wishId} wish={wish} onOpen={open} />
          ))}
        </>
      )}
    </>
  )
}

/** Not bound yet, or waiting to be: how to go on. */
function NotYet() {
  return (
    <Blank
      art="window"
      title={STRANGER_WORDS.title}
      text={STRANGER_WORDS.text}
      act={{ words: STRANGER_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
    />
  )
}

function Nothing({ wishes: { list, kind, filter } }: PartProps) {
  if (kind === undefined) return <Blank art="window" {...LIST_EMPTY[list]} />
  return (
    <Blank
      art="window"
      title={KIND_EMPTY.title(wishKindName(kind))}
      text={KIND_EMPTY.text}
      otherAct={{ words: KIND_EMPTY.all, onPress: () => filter(undefined) }}
    />
  )
}
