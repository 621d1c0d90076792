import { Text, View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { WISH_ACT_LABELS, type OfferView, type WishView } from '#core/wishes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { aria } from '@/components/aria'
import type { WishActs } from '../../useWishActs'
import { DETAIL_WORDS, OFFER_WORDS } from '../../words'

export interface OffersCardProps {
  wish: WishView
  acts: WishActs
}

/** 愿意来帮的, for the author: who, what they say, and the two answers. */
export function OffersCard({ wish: { offers }, acts }: OffersCardProps) {
  if (offers.length === 0) return null
  return (
    <Card title={OFFER_WORDS.title} aside={OFFER_WORDS.count(offers.length)} gap>
      {offers.map((offer, index) => (
        <View key={offer.offerId}>
          {index > 0 && <View className="rule" />}
          <Offer offer={offer} acts={acts} />
        </View>
      ))}
    </Card>
  )
}

function Offer({ offer: { offerId, name, note, lapsesAt }, acts }: { offer: OfferView; acts: WishActs }) {
  const answer = (act: 'accept_offer' | 'decline_offer', variant: 'secondary' | 'quiet') => (
    <Button
      variant={variant}
      label={OFFER_WORDS.acceptNamed(WISH_ACT_LABELS[act], name)}
      busy={acts.busy === act}
      busyWords={DETAIL_WORDS.sending}
      onPress={() => acts.press(act, { offerId })}
    >
      {WISH_ACT_LABELS[act]}
    </Button>
  )
  return (
    <View {...aria({ role: 'group', label: name })}>
      <View className="feed__row">
        <View className="item__lead">
          <Icon name="hand" quiet />
        </View>
        <View className="feed__body">
          <View className="feed__title wish__title">{name}</View>
          {note && <Text className="words">{note}</Text>}
          <View className="feed__text">{OFFER_WORDS.lapses(momentInWords(lapsesAt, new Date()))}</View>
        </View>
      </View>
      <View className="equals text--gap">
        <View className="equals__one">{answer('accept_offer', 'secondary')}</View>
        <View className="equals__one">{answer('decline_offer', 'quiet')}</View>
      </View>
    </View>
  )
}
