import { decideEditNote, decideSession, decideStrikeNote, NOTES_IN_ONE, type NoteView } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { ShownAs } from '#core/matters'
import { enforce } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import type { ServerParts } from '#server/platform/http/parts'
import { recordRound } from '../on-record'
import { takePart } from '../take-part'
import { actInSession, type InSession } from './in-session'
import { nameInRound, officeOf } from './name-in-round'
import {
  findLatest,
  findNote,
  holdNote,
  listNotesAfter,
  presentNote,
  saveNextNote,
  type NoteRow,
} from './note-repository'
import { readableSession } from './read-sessions'
import { lockSession, saveSession, sessionOf } from './repository'

interface OfSession {
  roundId: string
  sessionId: string
}

/**
 * What was written or changed after a place. Entries are counted under the lock of their session, so that whoever has seen up to some place
 * has missed nothing before it. Four queries.
 */
export async function listNotes(context: Context, { after, ...ids }: OfSession & { after: string }) {
  const { db, actor, region } = context
  const { round, session } = await readableSession(context, ids)
  const seen = Number(after)
  const rows = await listNotesAfter(
    db,
    { communityId: region.regionId, sessionId: ids.sessionId },
    { after: seen, limit: NOTES_IN_ONE + 1 },
  )
  const shown = rows.slice(0, NOTES_IN_ONE)
  const rule = sessionOf(session, round)
  return {
    items: shown.map((row) => presentNote(actor, rule, row)),
    last: shown[shown.length - 1]?.changed_seq ?? seen,
    more: rows.length > NOTES_IN_ONE,
    people: session.people,
    mayWrite: decideSession(actor, rule, 'write').allowed,
  }
}

interface WriteNote extends OfSession {
  noteId: string
  text: string
  replaces?: string | undefined
  shownAs: ShownAs
}

/**
 * 写记录. The phone names the entry, so that it is there once however often it comes. Changing one is another entry in its place. Throws
 * NOTE_ID_TAKEN.
 */
export function writeNote(
  asked: Context,
  input: WriteNote,
  parts: Pick<ServerParts, 'contentCheck'>,
): Promise<NoteView> {
  const { roundId, sessionId } = input
  return actInSession(
    asked,
    {
      roundId,
      sessionId,
      // New entries don't wait for one another until they are counted; one in the place of another does.
      lock: input.replaces ? 'writes' : 'stays',
      find: lockSession,
      decide: (actor, session) => decideSession(actor, session, 'write'),
    },
    async (doing) => {
      const { tx, context, row, homeId, at } = doing
      const { personId } = context.actor
      const known = await holdNote(tx, row.community_id, input.noteId)
      if (known) return presentAgain(doing, known, input)
      const { note, role } = await saveNote(doing, input, parts)
      await takePart(tx, row, { personId, homeId, at })
      await recordRound(tx, row, { act: input.replaces ? 'edit_note' : 'write_note', at, personId, role })
      return present(doing, note)
    },
  )
}

const present = ({ context, round, session }: InSession, note: NoteRow): NoteView =>
  presentNote(context.actor, sessionOf(session, round), note)

/** It has arrived before, and the answer got lost. */
function presentAgain(doing: InSession, known: NoteRow, { text }: WriteNote): NoteView {
  const isSame =
    known.author_id === doing.context.actor.personId &&
    known.session_id === doing.session.session_id &&
    known.text === text
  if (!isSame) throw new DomainError('NOTE_ID_TAKEN', 'noteId')
  return present(doing, known)
}

async function saveNote(doing: InSession, input: WriteNote, parts: Pick<ServerParts, 'contentCheck'>) {
  const { tx, context, row, session, at } = doing
  const { personId } = context.actor
  const replaces = input.replaces ? await firstOf(doing, input.replaces) : undefined
  if (replaces) enforce(decideEditNote(context.actor, sessionOf(session, doing.round), ruleOf(replaces)))
  const { name, role } = await nameInRound(doing, input.shownAs)
  const words_state = await showWords(
    tx,
    {
      communityId: row.community_id,
      target: { kind: 'session_note', id: input.noteId },
      authorId: personId,
      text: input.text,
      subject: { kind: 'round', id: row.round_id },
      at,
    },
    parts,
  )
  const note = await saveNextNote(tx, {
    community_id: row.community_id,
    note_id: input.noteId,
    session_id: session.session_id,
    replaces: replaces?.note_id ?? null,
    author_id: personId,
    by_name: name,
    text: input.text,
    words_state,
    at,
  })
  return { note, role }
}

const ruleOf = (note: NoteRow) => ({ authorId: note.author_id, struck: note.struck_at !== null })

/** The entry that was written first in that place: whatever was changed since stands for it. Throws NOT_FOUND. */
async function firstOf({ tx, row, session }: InSession, noteId: string): Promise<NoteRow> {
  const note = await findNote(tx, row.community_id, noteId)
  const first = note?.replaces ? await findNote(tx, row.community_id, note.replaces) : note
  if (!first || first.session_id !== session.session_id) throw new DomainError('NOT_FOUND')
  return first
}

/** 划掉, with all that it was changed to; the words and who struck them stay. */
export function strikeNote(asked: Context, input: OfSession & { noteId: string }): Promise<NoteView> {
  const { roundId, sessionId, noteId } = input
  return actInSession(
    asked,
    {
      roundId,
      sessionId,
      lock: 'writes',
      find: lockSession,
      decide: (actor, session) => decideSession(actor, session, 'write'),
    },
    async (doing) => {
      const { tx, context, row, round, session, at } = doing
      const { personId } = context.actor
      const note = await firstOf(doing, noteId)
      enforce(decideStrikeNote(context.actor, sessionOf(session, round), ruleOf(note)))
      const { name, role } = await nameOfStriker(doing, note)
      const changes = {
        struck_at: at,
        struck_by: personId,
        struck_by_name: name,
        changed_seq: session.last_seq + 1,
      }
      await setNote(tx, note, changes)
      await saveSession(tx, session, { last_seq: changes.changed_seq })
      await recordRound(tx, row, { act: 'strike_note', at, personId, role })
      return present(doing, { ...note, ...changes })
    },
  )
}

/** Who strikes their own words is called as those are signed: 3号楼的一位住户 stays one. Host and convener are known by name. */
async function nameOfStriker(
  doing: InSession,
  note: NoteRow,
): Promise<Awaited<ReturnType<typeof nameInRound>>> {
  if (note.author_id !== doing.context.actor.personId) return nameInRound(doing, 'nickname')
  const { by_name } = await findLatest(doing.tx, note)
  return { name: by_name, role: officeOf(doing)?.role ?? null }
}

/** Saves what became of an entry besides its words. */
export async function setNote(
  tx: InSession['tx'],
  note: Pick<NoteRow, 'community_id' | 'note_id'>,
  changes: Partial<NoteRow>,
): Promise<void> {
  await tx
    .updateTable('session_notes')
    .set(changes)
    .where('community_id', '=', note.community_id)
    .where('note_id', '=', note.note_id)
    .execute()
}
