import { View } from '@tarojs/components'
import {
  A_RESIDENT,
  MENTION_LABELS,
  POST_LENGTH,
  type PostView,
  type SubjectKind,
  type ThreadStanding,
} from '#core/threads'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { classes } from '@/components/classes'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { PhotoPicker } from '@/parts/photos'
import { useSay, type Say } from '../useSay'
import type { ThreadAddress } from '../useThread'
import { SAY } from '../words'

export interface SaySheetProps {
  open: boolean
  address: ThreadAddress
  standing: ThreadStanding
  /** What is answered; left out: the thing itself. */
  answered?: PostView
  /** It was sent; also called when the sheet was put away meanwhile. */
  onSaid: (post: PostView) => void
  onClose: () => void
}

/** 说两句: the words, how one is called, photos; for who works on the thing, the switch to a note for staff. */
export function SaySheet({ open, answered, onClose, ...form }: SaySheetProps) {
  const title = answered ? SAY.replyTitle(answered.name) : SAY.title
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      {open && <SayForm answered={answered} onDone={onClose} {...form} />}
    </Sheet>
  )
}

interface FormProps extends Omit<SaySheetProps, 'open' | 'onClose'> {
  onDone: () => void
}

function SayForm({ standing, answered, ...about }: FormProps) {
  const say = useSay({ answered, ...about })
  const { failure, note } = say
  const atField = failure?.field === 'text' || failure?.field === 'photoIds' ? failure.field : undefined
  return (
    <>
      {(standing.mayNote || note) && <NoteSwitch say={say} fixed={answered?.kind === 'staff_note'} />}
      <View className={classes(note && 'say-note')}>
        <Field
          label={SAY.ask}
          hint={SAY.hint}
          placeholder={SAY.placeholders[about.address.subjectKind]}
          value={say.text}
          onChange={say.write}
          maxLength={POST_LENGTH}
          error={atField === 'text' ? failure?.message : undefined}
          multiline
          required
        />
      </View>
      <AsWhom say={say} standing={standing} />
      <Remind say={say} standing={standing} subjectKind={about.address.subjectKind} />
      <View className="form__part">
        <PhotoPicker
          photos={say.photos}
          label={SAY.photos}
          error={atField === 'photoIds' ? failure?.message : undefined}
        />
      </View>
      {failure && !atField && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={say.busy} busyWords={SAY.sending} onPress={say.send}>
          {note ? SAY.sendNote : SAY.send}
        </Button>
      </View>
    </>
  )
}

interface PartProps {
  say: Say
  standing: ThreadStanding
}

/** On, the field stands on its own ground and the button says what it does: nobody mistakes it. */
function NoteSwitch({ say: { note, makeNote }, fixed }: { say: Say; fixed: boolean }) {
  return (
    <>
      {!fixed && (
        <SwitchRow
          icon="lock"
          title={SAY.noteSwitch}
          text={SAY.noteSwitchText}
          checked={note}
          onChange={makeNote}
        />
      )}
      {note && (
        <State icon="lock" tone="wait" strong>
          {SAY.noteOn}
        </State>
      )}
    </>
  )
}

/** An office signs with name and role; a resident chooses. */
function AsWhom({ say, standing: { signsAs } }: PartProps) {
  if (signsAs) return <Note gap>{SAY.signs(signsAs)}</Note>
  if (!say.nickname) return null
  const options = [
    { value: 'resident' as const, words: A_RESIDENT },
    { value: 'nickname' as const, words: say.nickname },
  ]
  return (
    <View className="form__part">
      <View className="ask">{SAY.as}</View>
      <View className="text--gap sheet__chips">
        <Chips label={SAY.as} options={options} value={say.shownAs} onChange={say.nameMe} />
      </View>
    </View>
  )
}

function Remind({ say, standing: { mentionable }, subjectKind }: PartProps & { subjectKind: SubjectKind }) {
  const offered = mentionable.filter((who) => !say.note || who === 'handlers')
  return (
    <>
      {offered.map((who) => (
        <SwitchRow
          key={who}
          title={SAY.remind(MENTION_LABELS[subjectKind][who])}
          checked={say.mentions.includes(who)}
          onChange={(on) => say.mention(who, on)}
        />
      ))}
    </>
  )
}
