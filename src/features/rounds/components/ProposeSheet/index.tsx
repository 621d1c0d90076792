import { View } from '@tarojs/components'
import { TOPIC_TEXT_LENGTH, TOPIC_TITLE_LENGTH } from '#core/rounds'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SwitchRow } from '@/components/SwitchRow'
import { TOPIC_WORDS } from '../../topic-words'
import type { Propose } from '../../usePropose'

/** 提议题: one line, a few words more for who likes, and whether one's name is shown. */
export function ProposeSheet({ propose }: { propose: Propose }) {
  const { open, show, written, change, send, busy, failure } = propose
  return (
    <Sheet open={open} title={TOPIC_WORDS.propose} onClose={() => show(false)}>
      <Field
        label={TOPIC_WORDS.what}
        hint={TOPIC_WORDS.whatHint}
        placeholder={TOPIC_WORDS.whatPlaceholder}
        value={written.title}
        maxLength={TOPIC_TITLE_LENGTH}
        error={failure?.field === 'title' ? failure.message : undefined}
        onChange={(title) => change({ title })}
      />
      <Field
        label={TOPIC_WORDS.why}
        hint={TOPIC_WORDS.whyHint}
        value={written.text}
        maxLength={TOPIC_TEXT_LENGTH}
        multiline
        error={failure?.field === 'text' ? failure.message : undefined}
        onChange={(text) => change({ text })}
      />
      <SwitchRow
        title={TOPIC_WORDS.named}
        text={TOPIC_WORDS.unnamed}
        checked={written.named}
        onChange={(named) => change({ named })}
      />
      {failure && !failure.field && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={TOPIC_WORDS.proposing} onPress={send}>
          {TOPIC_WORDS.propose}
        </Button>
      </View>
    </Sheet>
  )
}
