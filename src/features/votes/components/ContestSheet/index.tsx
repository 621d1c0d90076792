import { View } from '@tarojs/components'
import { CONTEST_ASKED, DELIVERY_ACT_LABELS, VOTE_REASON_LENGTH } from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { DELIVERY_WORDS, SILENCE_WORDS } from '../../delivery-words'
import { useContest } from '../../useDelivery'
import type { VoteAddress } from '../../useVote'

interface ContestSheetProps {
  address: VoteAddress
  /** Which proof; undefined: the sheet is closed. */
  deliveryId: string | undefined
  onClose: () => void
  onDone: () => void
}

/** 我没有收到: what that leads to, and room for what was wrong. */
export function ContestSheet({ deliveryId, onClose, ...rest }: ContestSheetProps) {
  return (
    <Sheet open={deliveryId !== undefined} title={DELIVERY_ACT_LABELS.contest} onClose={onClose}>
      {deliveryId !== undefined && <Form key={deliveryId} deliveryId={deliveryId} {...rest} />}
    </Sheet>
  )
}

type FormProps = Pick<ContestSheetProps, 'address' | 'onDone'> & { deliveryId: string }

function Form({ address, deliveryId, onDone }: FormProps) {
  const { words, setWords, send, busy, failure } = useContest(address, deliveryId, onDone)
  const aboutWords = failure?.field === 'reason' ? failure.message : undefined
  return (
    <View>
      <Field
        label={CONTEST_ASKED}
        hint={SILENCE_WORDS.contestHint}
        placeholder={SILENCE_WORDS.contestPlaceholder}
        value={words}
        onChange={setWords}
        maxLength={VOTE_REASON_LENGTH}
        multiline
        error={aboutWords}
      />
      <Note gap>{SILENCE_WORDS.contestText}</Note>
      {failure && !aboutWords && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={DELIVERY_WORDS.sending} onPress={send}>
          {DELIVERY_ACT_LABELS.contest}
        </Button>
      </View>
    </View>
  )
}
