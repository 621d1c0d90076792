import { View } from '@tarojs/components'
import { OBJECTION_LENGTH } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { LEFT_OUT_WORDS } from '../../convene-words'
import type { Words } from '../../useWords'

export interface ObjectionSheetProps {
  words: Words
  title: string
  ask: string
  placeholder?: string
  act: string
}

/** A few words that everybody reads who reads the round. */
export function ObjectionSheet({ words, title, ask, placeholder = '', act }: ObjectionSheetProps) {
  const { open, show, text, change, send, busy, failure } = words
  return (
    <Sheet open={open} title={title} onClose={() => show(false)}>
      <Field
        label={ask}
        hint={LEFT_OUT_WORDS.objectHint}
        placeholder={placeholder}
        value={text}
        maxLength={OBJECTION_LENGTH}
        multiline
        error={failure?.field === 'text' ? failure.message : undefined}
        onChange={change}
      />
      {failure && failure.field !== 'text' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={LEFT_OUT_WORDS.sending} onPress={send}>
          {act}
        </Button>
      </View>
    </Sheet>
  )
}
