import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import { WORDS_STATE_NOTES } from '#core/moderation'
import type { NoteView } from '#core/rounds'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { Press } from '@/components/Press'
import { State } from '@/components/State'
import { ReportLink } from '@/parts/threads'
import { SESSION_WORDS } from '../../session-words'
import type { StandingNote } from '../../useNotes'

export interface NoteEntryProps {
  communityId: string
  note: StandingNote
  onEdit: (note: NoteView) => void
  onStrike: (note: NoteView) => void
}

/** One entry: who, when, what; what it was before, and who struck it. */
export function NoteEntry({ communityId, note, onEdit, onStrike }: NoteEntryProps) {
  const { first, now, before } = note
  const struck = first.struckByName !== null
  return (
    <View className="reply" {...aria({ role: 'listitem' })}>
      <View className="reply__body">
        <View className="reply__head">
          <View className="reply__name">{now.name}</View>
          <View className="reply__when">{momentInWords(first.at, new Date())}</View>
        </View>
        <View className="reply__text">
          <Text className={classes('words', struck && 'words--struck')}>{wordsOf(now)}</Text>
        </View>
        {struck && (
          <State icon="cross" gap>
            {SESSION_WORDS.struckBy(first.struckByName ?? '')}
          </State>
        )}
        {now.mine && WORDS_STATE_NOTES[now.wordsState] && (
          <State icon="eye" tone="wait" gap>
            {WORDS_STATE_NOTES[now.wordsState]}
          </State>
        )}
        {before.length > 0 && <Before notes={before} />}
        <Acts note={note} onEdit={onEdit} onStrike={onStrike} />
        {now.may.report && (
          <ReportLink communityId={communityId} target={{ kind: 'session_note', id: now.noteId }} />
        )}
      </View>
    </View>
  )
}

/** What stands there for words that aren't for neighbours. */
function wordsOf({ text, wordsState }: NoteView): string {
  if (text !== null) return text
  return wordsState === 'hidden' ? SESSION_WORDS.hidden : SESSION_WORDS.waiting
}

function Before({ notes }: { notes: readonly NoteView[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Press className="link link--small" onPress={() => setOpen(!open)}>
        <View>{open ? SESSION_WORDS.hideBefore : `${SESSION_WORDS.edited}，${SESSION_WORDS.before}`}</View>
      </Press>
      {open &&
        notes.map((note) => (
          <View key={note.noteId} className="text--small text--quiet text--pre">
            {wordsOf(note)}
          </View>
        ))}
    </>
  )
}

function Acts({ note: { first, now }, onEdit, onStrike }: Omit<NoteEntryProps, 'communityId'>) {
  // The first entry of a place says whether it may be changed: it is the one that is struck.
  const { edit, strike } = first.may
  if (!edit && !strike) return null
  const about = (act: string) => SESSION_WORDS.ofNote(act, now.text ?? '')
  return (
    <View className="reply__acts">
      {edit && (
        <Press className="reply__act" label={about(SESSION_WORDS.edit)} onPress={() => onEdit(now)}>
          <View>{SESSION_WORDS.edit}</View>
        </Press>
      )}
      {strike && (
        <Press className="reply__act" label={about(SESSION_WORDS.strike)} onPress={() => onStrike(first)}>
          <View>{SESSION_WORDS.strike}</View>
        </Press>
      )}
    </View>
  )
}
