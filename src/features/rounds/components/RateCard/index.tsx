import { View } from '@tarojs/components'
import {
  rateItemEndpoint,
  RATING_LABELS,
  RATINGS,
  ratingsInWords,
  type ItemCard,
  type Rating,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { EVALUATION_WORDS, ITEM_WORDS } from '../../item-words'

export interface RateCardProps {
  communityId: string
  roundId: string
  item: ItemCard
  onRated: () => void
}

/** One item against its promise: three equal words for who may rate it, and how many said what. */
export function RateCard({ communityId, roundId, item, onRated }: RateCardProps) {
  const { itemId, rated } = item
  const { submit, busy, failure } = useSubmit(
    (rating: Rating, key) =>
      withPhone(() =>
        withConsent(() =>
          callEndpoint(rateItemEndpoint, { params: { communityId, roundId, itemId }, body: { rating }, key }),
        ),
      ),
    () => {
      toast(EVALUATION_WORDS.rated)
      onRated()
    },
  )
  return (
    <Card title={item.title} gap>
      <View className="text--pre">
        {ITEM_WORDS.promise}：{item.promise}
      </View>
      {item.mayRate && (
        <View className="rate">
          {RATINGS.map((rating) => (
            <Button
              key={rating}
              variant="equal"
              on={rated === rating}
              busy={busy}
              label={`${item.title}，${RATING_LABELS[rating]}`}
              onPress={() => void submit(rating)}
            >
              {RATING_LABELS[rating]}
            </Button>
          ))}
        </View>
      )}
      <View className="text--small text--quiet text--gap">{ratingsInWords(item.ratings)}</View>
      {rated && (
        <View className="text--small text--quiet">{EVALUATION_WORDS.yours(RATING_LABELS[rated])}</View>
      )}
      {failure && <FailureNote failure={failure} gap />}
      <Button small variant="quiet" onPress={() => goTo(ROUTES.roundItem, { communityId, itemId })}>
        {ITEM_WORDS.seeItem}
      </Button>
    </Card>
  )
}
