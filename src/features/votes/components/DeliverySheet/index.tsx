import { View } from '@tarojs/components'
import { dateInWords } from '#core/calendar'
import {
  contestedInWords,
  DELIVERY_ACT_LABELS,
  DELIVERY_HOW_LABELS,
  DELIVERY_NUMBER_LENGTH,
  DELIVERY_PHOTOS_AT_MOST,
  deliveryInWords,
  VOTE_REASON_LENGTH,
  type DeliveryRow,
} from '#core/votes'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Facts } from '@/components/Facts'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { PhotoPicker, PhotoStrip } from '@/parts/photos'
import { DELIVERY_WORDS } from '../../delivery-words'
import { useRecordDelivery, useTakeBack } from '../../useDelivery'
import type { VoteAddress } from '../../useVote'

interface SheetProps {
  address: VoteAddress
  /** Of whom; none: it is closed. */
  row: DeliveryRow | undefined
  /** That it was delivered may still be recorded. */
  mayRecord: boolean
  onClose: () => void
  onDone: () => void
}

/** One on the roll: how the ballot reached them, to be recorded or to be looked at. */
export function DeliverySheet({ row, onClose, ...rest }: SheetProps) {
  return (
    <Sheet open={row !== undefined} title={row?.name ?? ''} onClose={onClose}>
      {row?.contested && (
        <Note tone="wait" icon="alert" title={dateInWords(row.contested.at)}>
          {contestedInWords(row.contested.words)}
        </Note>
      )}
      {row &&
        (row.delivery ? (
          <Recorded row={row} delivery={row.delivery} {...rest} />
        ) : (
          <Record row={row} {...rest} />
        ))}
    </Sheet>
  )
}

type PartProps = Pick<SheetProps, 'address' | 'mayRecord' | 'onDone'> & { row: DeliveryRow }

const WAYS = (['handed', 'posted'] as const).map((value) => ({ value, title: DELIVERY_HOW_LABELS[value] }))

function Record({ address, row, mayRecord, onDone }: PartProps) {
  const form = useRecordDelivery(address, row.voterId, onDone)
  const { how, setHow, number, setNumber, photos, send, busy, failure } = form
  const errorAt = (field: string) => (failure?.field === field ? failure.message : undefined)
  if (!mayRecord) return <View>{DELIVERY_WORDS.over}</View>
  return (
    <View>
      <ChoiceList label={DELIVERY_WORDS.how} options={WAYS} value={how} onChange={setHow} />
      {how === 'handed' ? (
        <PhotoPicker
          photos={photos}
          label={DELIVERY_WORDS.photos}
          hint={DELIVERY_WORDS.photosHint(DELIVERY_PHOTOS_AT_MOST)}
          error={errorAt('photoIds')}
        />
      ) : (
        <Field
          label={DELIVERY_WORDS.number}
          placeholder={DELIVERY_WORDS.numberPlaceholder}
          value={number}
          maxLength={DELIVERY_NUMBER_LENGTH}
          error={errorAt('number')}
          onChange={setNumber}
        />
      )}
      {failure && !['photoIds', 'number'].includes(failure.field ?? '') && (
        <FailureNote failure={failure} gap />
      )}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={DELIVERY_WORDS.sending} onPress={send}>
          {DELIVERY_WORDS.send}
        </Button>
      </View>
    </View>
  )
}

function Recorded({
  address,
  delivery,
  onDone,
}: PartProps & { delivery: NonNullable<DeliveryRow['delivery']> }) {
  const { reason, setReason, send, busy, failure } = useTakeBack(address, delivery.deliveryId, onDone)
  const facts = [
    { name: DELIVERY_WORDS.when, value: deliveryInWords(delivery) },
    { name: DELIVERY_WORDS.by, value: delivery.byName ?? DELIVERY_WORDS.byVoter },
  ]
  return (
    <View>
      <Facts facts={facts} />
      <PhotoStrip photos={delivery.photos} name={DELIVERY_WORDS.photo} />
      {delivery.acts.includes('take_back') && (
        <>
          <Field
            label={DELIVERY_WORDS.reason}
            placeholder={DELIVERY_WORDS.reasonPlaceholder}
            value={reason}
            maxLength={VOTE_REASON_LENGTH}
            error={failure?.field === 'reason' ? failure.message : undefined}
            onChange={setReason}
          />
          {failure && failure.field !== 'reason' && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button variant="secondary" block busy={busy} busyWords={DELIVERY_WORDS.sending} onPress={send}>
              {DELIVERY_ACT_LABELS.take_back}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
