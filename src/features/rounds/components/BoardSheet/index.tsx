import { View } from '@tarojs/components'
import { BOARD_LABELS, QUESTION_LENGTH, TOPIC_REASON_LENGTH } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { BOARD_WORDS } from '../../topic-words'
import type { BoardActs } from '../../useBoardActs'

const ASKS = {
  convene: {
    label: BOARD_WORDS.conveneAsk,
    hint: BOARD_WORDS.conveneHint,
    note: BOARD_WORDS.conveneNote,
    maxLength: QUESTION_LENGTH,
  },
  decline: {
    label: BOARD_WORDS.declineAsk,
    hint: BOARD_WORDS.declineHint,
    placeholder: BOARD_WORDS.declinePlaceholder,
    note: BOARD_WORDS.declineNote,
    maxLength: TOPIC_REASON_LENGTH,
  },
}

/** The question that is convened about, or why it isn't: and what follows from it. */
export function BoardSheet({ acts }: { acts: BoardActs }) {
  const { asking, words, change, close, send, busy, failure } = acts
  if (!asking) return null
  const { note, ...ask } = ASKS[asking.act]
  const ofField = failure?.field === 'words' || failure?.field === 'reason' || failure?.field === 'question'
  return (
    <Sheet open title={BOARD_LABELS[asking.act]} onClose={close}>
      <Field
        {...ask}
        value={words}
        onChange={change}
        multiline
        error={ofField ? failure?.message : undefined}
      />
      <Note gap>{note}</Note>
      {failure && !ofField && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={BOARD_WORDS.sending} onPress={send}>
          {BOARD_LABELS[asking.act]}
        </Button>
      </View>
    </Sheet>
  )
}
