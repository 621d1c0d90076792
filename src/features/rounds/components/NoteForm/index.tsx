import { View } from '@tarojs/components'
import { A_RESIDENT } from '#core/threads'
import { NOTE_LENGTH, type NoteView } from '#core/rounds'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { SESSION_WORDS } from '../../session-words'
import type { SessionAddress } from '../../useSession'
import { useWriteNote } from '../../useWriteNote'

export interface NoteFormProps {
  address: SessionAddress
  /** The entry in whose place it shall stand. */
  replaces?: NoteView
  onDone: () => void
  /** The big button of the page is another. */
  quiet?: boolean
}

/** 写一句, or another in the place of one's own. */
export function NoteForm({ address, replaces, onDone, quiet = false }: NoteFormProps) {
  const form = useWriteNote({ address, replaces, onDone })
  const { failure, nickname } = form
  const atField = failure?.field === 'text'
  return (
    <View>
      <Field
        label={replaces ? SESSION_WORDS.editTitle : SESSION_WORDS.write}
        hint={replaces ? undefined : SESSION_WORDS.writeHint}
        placeholder={SESSION_WORDS.writePlaceholder}
        value={form.text}
        onChange={form.write}
        maxLength={NOTE_LENGTH}
        multiline
        required
        error={atField ? failure.message : undefined}
      />
      {replaces && <Note gap>{SESSION_WORDS.editNote}</Note>}
      {nickname && (
        <View className="text--gap">
          <Chips
            label={SESSION_WORDS.as}
            options={[
              { value: 'resident' as const, words: A_RESIDENT },
              { value: 'nickname' as const, words: nickname },
            ]}
            value={form.shownAs}
            onChange={form.nameMe}
          />
        </View>
      )}
      {failure && !atField && <FailureNote failure={failure} gap />}
      <View className="text--gap-l">
        <Button block variant={quiet ? 'secondary' : 'primary'} busy={form.busy} onPress={form.send}>
          {replaces ? SESSION_WORDS.save : SESSION_WORDS.add}
        </Button>
      </View>
    </View>
  )
}
