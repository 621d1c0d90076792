import { z } from 'zod/mini'
import { SHOWN_AS, type ShownAs } from '#core/matters'
import { writeNoteEndpoint, type NoteView } from '#core/rounds'
import { useState } from 'react'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import type { Failure } from '@/hooks/useSubmit'
import { OUTBOX, useOutbox } from '@/parts/outbox'
import { toast } from '@/platform/feedback'
import { useMe } from '@/platform/me'
import { randomId } from '@/platform/random-id'
import { ROUTES } from '@/routes'
import { SESSION_WORDS } from './session-words'
import type { SessionAddress } from './useSession'

interface NoteDraft {
  /** Of the entry, once it was tried to be sent: the same words that go out once more are the same entry. */
  noteId?: string
  text: string
  shownAs: ShownAs
}

const keptDraft = z.object({ noteId: z.optional(z.string()), text: z.string(), shownAs: z.enum(SHOWN_AS) })
const EMPTY: NoteDraft = { text: '', shownAs: 'resident' }

/** Under which what waits to be sent of a session is shown there. */
export const notesName = (sessionId: string): string => `notes:${sessionId}`

export interface WriteNote {
  text: string
  write: (text: string) => void
  shownAs: ShownAs
  nameMe: (shownAs: ShownAs) => void
  nickname?: string
  busy: boolean
  failure?: Failure
  send: () => void
}

interface Options {
  address: SessionAddress
  /** The entry in whose place it shall stand. */
  replaces?: NoteView
  onDone: () => void
}

/** Writing an entry: it is kept on this phone until it has arrived, also without a network, and is there once. */
export function useWriteNote({ address, replaces, onDone }: Options): WriteNote {
  const personId = usePersonId()
  const nickname = useMe()?.nickname ?? undefined
  const key = personId && `note:${personId}:${address.sessionId}:${replaces?.noteId ?? ''}`
  const draft = useDraft<NoteDraft>(
    key,
    { ...EMPTY, text: replaces?.text ?? '' },
    (kept) => keptDraft.safeParse(kept).data,
  )
  const [missing, setMissing] = useState<Failure>()
  const { shownAs } = draft.value
  const box = useOutbox(writeNoteEndpoint, {
    onHandedOver: (note) => {
      draft.drop()
      // How one is called stays as it was chosen.
      if (!replaces) draft.change({ shownAs })
      if (note) toast(note.wordsState === 'shown' ? SESSION_WORDS.done : SESSION_WORDS.waiting)
    },
    onArrived: onDone,
    onWaiting: () => {
      toast(OUTBOX.later)
      onDone()
    },
  })
  const send = async (text: string) => {
    const { communityId, roundId, sessionId } = address
    const noteId = draft.value.noteId ?? (await randomId())
    draft.change({ noteId })
    await box.send({
      communityId,
      params: { communityId, roundId, sessionId },
      body: { noteId, text, shownAs, ...(replaces ? { replaces: replaces.noteId } : {}) },
      label: SESSION_WORDS.label(text),
      about: notesName(sessionId),
      draft: { key: key ?? '', value: { ...draft.value, noteId } },
      page: { route: ROUTES.session, query: { communityId, roundId, sessionId } },
    })
  }
  const change = (part: Partial<NoteDraft>) => {
    setMissing(undefined)
    box.clear()
    draft.change({ ...part, noteId: undefined })
  }
  return {
    text: draft.value.text,
    write: (text) => change({ text }),
    shownAs,
    nameMe: (as) => change({ shownAs: as }),
    nickname,
    busy: box.busy,
    failure: missing ?? box.failure,
    send: () => {
      const text = draft.value.text.trim()
      setMissing(text === '' ? { message: SESSION_WORDS.missing, field: 'text' } : undefined)
      if (text !== '') void send(text)
    },
  }
}
