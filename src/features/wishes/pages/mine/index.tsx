import { View } from '@tarojs/components'
import { WISH_PARTS, type WishItem } from '#core/wishes'
import { Blank } from '@/components/Blank'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { usePersonId } from '@/hooks/usePersonId'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { WaitingNote } from '@/parts/outbox'
import { WishCard } from '@/parts/wishes'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { MINE_WORDS, PART_EMPTY, PART_LABELS } from '../../words'
import { useMyWishes, type MyWishes } from './useMyWishes'

const PARTS = WISH_PARTS.map((value) => ({ value, words: PART_LABELS[value] }))

/** 我的心愿和帮忙: what I said, where I help, and what of it waits for me. */
export default function MyWishesPage() {
  useSignInFirst(ROUTES.myWishes, usePageQuery())
  const mine = useMyWishes()
  const { paged, part, choose } = mine
  const personId = usePersonId()
  return (
    <Screen title={MINE_WORDS.title}>
      <Chips label={MINE_WORDS.parts} columns={2} options={PARTS} value={part} onChange={choose} />
      <View className="list__first">
        {part === 'said' && personId && (
          <WaitingNote about={`wishes:${personId}`} onArrived={() => void paged.state.refresh()} />
        )}
        <FourFaces
          state={paged.state}
          skeleton={<SkeletonCards />}
          errorTitle={MINE_WORDS.failed}
          isEmpty={(wishes) => wishes.length === 0}
          empty={<Nothing mine={mine} />}
        >
          {(wishes) => <List wishes={wishes} mine={mine} />}
        </FourFaces>
      </View>
    </Screen>
  )
}

interface PartProps {
  mine: MyWishes
}

function List({ wishes, mine: { paged } }: PartProps & { wishes: readonly WishItem[] }) {
  const communityId = paged.first?.communityId
  return (
    <>
      {wishes.map((wish) => (
        <WishCard
          key={wish.wishId}
          wish={wish}
          onOpen={(wishId) => goTo(ROUTES.wish, { communityId, wishId })}
        />
      ))}
      <MoreButton more={paged.more} />
    </>
  )
}

function Nothing({ mine: { paged, part } }: PartProps) {
  const communityId = paged.first?.communityId
  if (communityId === undefined) {
    return (
      <Blank
        art="window"
        title={MINE_WORDS.stranger}
        text={MINE_WORDS.strangerText}
        act={{ words: MINE_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
      />
    )
  }
  const act =
    part === 'said'
      ? { words: MINE_WORDS.say, onPress: () => goTo(ROUTES.sayWish, { communityId }) }
      : { words: MINE_WORDS.look, onPress: () => goTo(ROUTES.wishes, { communityId }) }
  return <Blank art="window" {...PART_EMPTY[part]} act={act} />
}
