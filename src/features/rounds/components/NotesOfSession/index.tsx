import { View } from '@tarojs/components'
import { useState } from 'react'
import { strikeNoteEndpoint, type NoteView } from '#core/rounds'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { WaitingNote } from '@/parts/outbox'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm } from '@/platform/feedback'
import { SESSION_WORDS } from '../../session-words'
import { standingNotes, useNotes, type Notes } from '../../useNotes'
import type { SessionAddress } from '../../useSession'
import { notesName } from '../../useWriteNote'
import { NoteEntry } from '../NoteEntry'
import { NoteForm } from '../NoteForm'

export interface NotesOfSessionProps {
  address: SessionAddress
  /** The big button of the page is another. */
  quiet?: boolean
}

/** 记录: what everybody writes, as it comes in, and the field to write in. */
export function NotesOfSession({ address, quiet = false }: NotesOfSessionProps) {
  const notes = useNotes(address)
  const [editing, setEditing] = useState<NoteView>()
  const { strike, failure } = useStrike(address, notes)
  const done = () => {
    setEditing(undefined)
    void notes.ask()
  }
  return (
    <>
      <Entries notes={notes} communityId={address.communityId} onEdit={setEditing} onStrike={strike} />
      {failure && <FailureNote failure={failure} gap />}
      <WaitingNote about={notesName(address.sessionId)} onArrived={() => void notes.ask()} />
      {notes.mayWrite && (
        <Card gap>
          <NoteForm address={address} onDone={done} quiet={quiet} />
        </Card>
      )}
      <Sheet
        open={editing !== undefined}
        title={SESSION_WORDS.editTitle}
        onClose={() => setEditing(undefined)}
      >
        {editing && <NoteForm key={editing.noteId} address={address} replaces={editing} onDone={done} />}
      </Sheet>
    </>
  )
}

interface EntriesProps {
  notes: Notes
  communityId: string
  onEdit: (note: NoteView) => void
  onStrike: (note: NoteView) => void
}

function Entries({ notes, communityId, ...acts }: EntriesProps) {
  const standing = standingNotes(notes.entries)
  return (
    <>
      <Section title={SESSION_WORDS.notes} count={SESSION_WORDS.notesCount(standing.length)} />
      {notes.behind && (
        <Note icon="offline" tone="wait">
          {SESSION_WORDS.behind}
        </Note>
      )}
      {!notes.ready && !notes.behind && <SkeletonCards count={1} />}
      {notes.ready && standing.length === 0 && (
        <Note>{notes.mayWrite ? SESSION_WORDS.noNotes : SESSION_WORDS.noNotesOver}</Note>
      )}
      {standing.length > 0 && (
        <Card>
          <View {...aria({ role: 'list', label: SESSION_WORDS.notes })}>
            {standing.map((note) => (
              <NoteEntry key={note.first.noteId} communityId={communityId} note={note} {...acts} />
            ))}
          </View>
        </Card>
      )}
    </>
  )
}

/** 划掉, after one was asked. */
function useStrike(address: SessionAddress, notes: Notes) {
  const { submit, failure, clear } = useSubmit(
    (noteId: string, key) =>
      withConsent(() => callEndpoint(strikeNoteEndpoint, { params: { ...address, noteId }, key })),
    () => void notes.ask(),
  )
  const strike = async ({ noteId }: NoteView) => {
    clear()
    const { strike: yes, strikeTitle: title, strikeText: text } = SESSION_WORDS
    if (await confirm({ title, text, yes })) void submit(noteId)
  }
  return { strike: (note: NoteView) => void strike(note), failure }
}
