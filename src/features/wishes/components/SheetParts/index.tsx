import { View } from '@tarojs/components'
import { WISH_NOTE_LENGTH, type WishPersonAct, type WishView } from '#core/wishes'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { CONSEQUENCES, NOTE_ASKS } from '../../act-words'
import type { WishActs } from '../../useWishActs'
import { DETAIL_WORDS } from '../../words'

/** What every form of a sheet is given. */
export interface FormProps {
  wish: WishView
  acts: WishActs
  act: WishPersonAct
}

/** What the act leads to, said before it is done. */
export function Consequence({ act }: { act: WishPersonAct }) {
  const words = CONSEQUENCES[act]
  return words ? <Note gap>{words}</Note> : null
}

/** A few words with an act, where it has room for some. */
export function NoteField({ acts, act }: Omit<FormProps, 'wish'>) {
  const { draft, change, failure } = acts
  const ask = NOTE_ASKS[act]
  if (!ask) return null
  return (
    <Field
      label={ask.ask}
      hint={ask.hint}
      placeholder={ask.placeholder}
      value={draft.note}
      onChange={(note) => change({ note })}
      maxLength={WISH_NOTE_LENGTH}
      multiline
      error={failure?.field === 'note' ? failure.message : undefined}
    />
  )
}

interface SendProps {
  acts: WishActs
  words: string
  waiting?: boolean
  onPress?: () => void
}

/** The button at the end of a sheet. */
export function Send({ acts, words, waiting = false, onPress = () => void acts.send() }: SendProps) {
  return (
    <View className="sheet__acts">
      <Button busy={waiting || acts.busy !== undefined} busyWords={DETAIL_WORDS.sending} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}

/** What went wrong, unless it stands at the field of the words. */
export function SheetFailure({ acts: { failure } }: Pick<FormProps, 'acts'>) {
  if (!failure || failure.field === 'note') return null
  return (
    <Note gap tone="late" icon="alert" alert>
      {failure.message}
    </Note>
  )
}
