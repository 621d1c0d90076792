import { View } from '@tarojs/components'
import { AMENDMENT_LABELS, OBJECTION_DECISION_LABELS, OBJECTION_LENGTH } from '#core/votes'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { ANSWER_WORDS } from '../../roll-words'
import { amendmentsFor, type Answering } from '../../useAnswer'

const DECISIONS = [
  { value: 'upheld', title: OBJECTION_DECISION_LABELS.upheld, text: ANSWER_WORDS.upheldText },
  { value: 'dismissed', title: OBJECTION_DECISION_LABELS.dismissed, text: ANSWER_WORDS.dismissedText },
] as const

/** 答复: 成立 or 不成立, in public, with reasons; and what changes in the roll along with it. */
export function AnswerSheet({ answering }: { answering: Answering }) {
  const { objection, close } = answering
  return (
    <Sheet open={objection !== undefined} title={ANSWER_WORDS.title} onClose={close}>
      {objection && <Form answering={answering} objection={objection} />}
    </Sheet>
  )
}

interface FormProps {
  answering: Answering
  objection: NonNullable<Answering['objection']>
}

function Form({ answering: { draft, change, send, busy, failure }, objection }: FormProps) {
  const amendments = amendmentsFor(objection, draft.decision)
  return (
    <View>
      <View className="words">{objection.text}</View>
      <View className="field">
        <View className="ask">{ANSWER_WORDS.decision}</View>
        <ChoiceList
          label={ANSWER_WORDS.decision}
          options={DECISIONS}
          value={draft.decision}
          onChange={(decision) => change({ decision })}
        />
      </View>
      {amendments.length > 0 && (
        <View className="field">
          <View className="ask">{ANSWER_WORDS.amendment}</View>
          <ChoiceList
            label={ANSWER_WORDS.amendment}
            options={amendments.map((value) => ({ value, title: AMENDMENT_LABELS[value] }))}
            value={draft.amendment}
            onChange={(amendment) => change({ amendment })}
          />
        </View>
      )}
      <Field
        label={ANSWER_WORDS.reason}
        hint={ANSWER_WORDS.reasonHint}
        placeholder={ANSWER_WORDS.placeholder}
        value={draft.answer}
        onChange={(answer) => change({ answer })}
        maxLength={OBJECTION_LENGTH}
        multiline
        error={failure?.field === 'answer' ? failure.message : undefined}
      />
      {failure && failure.field !== 'answer' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={ANSWER_WORDS.sending} onPress={send}>
          {ANSWER_WORDS.send}
        </Button>
      </View>
    </View>
  )
}
