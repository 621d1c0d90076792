import { View } from '@tarojs/components'
import { DEMAND_ANSWER_LENGTH } from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import type { DemandPage } from '../../useDemand'
import { DEMAND_WORDS } from '../../words'

/** 答复: why not, or when; it ends nothing. */
export function AnswerForm({ page: { answering, busy, failure } }: { page: DemandPage }) {
  return (
    <Sheet open={answering !== undefined} title={DEMAND_WORDS.answer} onClose={() => answering?.close()}>
      {answering && (
        <View>
          <Field
            label={DEMAND_WORDS.ask}
            value={answering.text}
            onChange={answering.change}
            maxLength={DEMAND_ANSWER_LENGTH}
            multiline
            error={failure?.field === 'text' ? failure.message : undefined}
          />
          <Note gap>{DEMAND_WORDS.answerNote}</Note>
          {failure && failure.field !== 'text' && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button busy={busy} busyWords={DEMAND_WORDS.sending} onPress={answering.send}>
              {DEMAND_WORDS.answer}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}
