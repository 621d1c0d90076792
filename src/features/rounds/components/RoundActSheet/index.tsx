import { View } from '@tarojs/components'
import { namesSomebody, PERSON_CODE_AT_MOST, ROUND_ACT_LABELS, ROUND_REASON_LENGTH } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { CONSEQUENCES, REASON_ASKS } from '../../act-words'
import type { RoundActs } from '../../useRoundActs'
import { ROUND_WORDS } from '../../words'

/** What an act leads to, and the words it asks for, before it is sent. */
export function RoundActSheet({ acts }: { acts: RoundActs }) {
  const { asking, close, reason, change, send, busy, failure } = acts
  const ask = asking && REASON_ASKS[asking]
  return (
    <Sheet open={asking !== undefined} title={asking ? ROUND_ACT_LABELS[asking] : ''} onClose={close}>
      {asking && (
        <View>
          {namesSomebody(asking) && (
            <Field
              label={ROUND_WORDS.code}
              hint={ROUND_WORDS.codeHint}
              value={acts.personCode}
              onChange={acts.changeCode}
              maxLength={PERSON_CODE_AT_MOST}
              error={failure?.field === 'personCode' ? failure.message : undefined}
            />
          )}
          {ask && (
            <Field
              label={ask.ask}
              hint={ask.hint}
              placeholder={ask.placeholder}
              value={reason}
              onChange={change}
              maxLength={ROUND_REASON_LENGTH}
              multiline
              error={failure?.field === 'reason' ? failure.message : undefined}
            />
          )}
          <Note gap>{CONSEQUENCES[asking]}</Note>
          {failure && failure.field !== 'reason' && failure.field !== 'personCode' && (
            <FailureNote failure={failure} gap />
          )}
          <View className="sheet__acts">
            <Button busy={busy} busyWords={ROUND_WORDS.sending} onPress={send}>
              {ROUND_ACT_LABELS[asking]}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}
