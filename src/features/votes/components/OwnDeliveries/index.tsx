import { View } from '@tarojs/components'
import { useState } from 'react'
import { DELIVERY_ACT_LABELS, deliveryInWords, isUnderWay, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { DELIVERY_WORDS, SILENCE_WORDS } from '../../delivery-words'
import { ContestSheet } from '../ContestSheet'
import { useOwnDelivery } from '../../useDelivery'

interface OwnDeliveriesProps {
  vote: VoteView
  onChanged: () => void
}

/** On the page of a vote: whether one's own ballot is on record as delivered, and whether that is so. */
export function OwnDeliveries({ vote, onChanged }: OwnDeliveriesProps) {
  const { received, busy, failure } = useOwnDelivery(vote, onChanged)
  const [contesting, setContesting] = useState<string>()
  const { silence, state, may } = vote
  if (!silence || !isUnderWay(state)) return null
  const { own } = silence
  return (
    <>
      {own.map(({ voterId, name, delivery }) => (
        <Card key={voterId} title={own.length > 1 ? SILENCE_WORDS.ownOf(name) : SILENCE_WORDS.own} gap>
          <View>
            {delivery
              ? deliveryInWords(delivery)
              : may.acknowledgeDelivery
                ? SILENCE_WORDS.none
                : SILENCE_WORDS.noneOver}
          </View>
          {!delivery && may.acknowledgeDelivery && (
            <View className="vote__acts">
              <Button
                small
                busy={busy}
                busyWords={DELIVERY_WORDS.sending}
                onPress={() => received(voterId)}
                label={`${SILENCE_WORDS.received}，${name}`}
              >
                {SILENCE_WORDS.received}
              </Button>
            </View>
          )}
          {delivery?.acts.includes('contest') && (
            <View className="vote__acts">
              <Button
                small
                variant="secondary"
                onPress={() => setContesting(delivery.deliveryId)}
                label={`${DELIVERY_ACT_LABELS.contest}，${name}`}
              >
                {DELIVERY_ACT_LABELS.contest}
              </Button>
            </View>
          )}
        </Card>
      ))}
      {failure && <FailureNote failure={failure} gap />}
      <ContestSheet
        address={vote}
        deliveryId={contesting}
        onClose={() => setContesting(undefined)}
        onDone={() => {
          setContesting(undefined)
          onChanged()
        }}
      />
    </>
  )
}
