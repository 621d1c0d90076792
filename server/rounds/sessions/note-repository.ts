import { sql, type Selectable } from 'kysely'
import { decideEditNote, decideStrikeNote, type DiscussionSession, type NoteView } from '#core/rounds'
import { isModerator } from '#core/moderation'
import type { Actor } from '#core/permissions'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type NoteRow = Selectable<Tables['session_notes']>

/** One entry of the notes of any session. */
export function findNote(db: Reader, communityId: string, noteId: string): Promise<NoteRow | undefined> {
  return db
    .selectFrom('session_notes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('note_id', '=', noteId)
    .executeTakeFirst()
}

/** What stands in the place of an entry now: itself, or what it was changed to last. */
export function findLatest(
  db: Reader,
  { community_id, session_id, note_id }: Pick<NoteRow, 'community_id' | 'session_id' | 'note_id'>,
): Promise<NoteRow> {
  return db
    .selectFrom('session_notes')
    .selectAll()
    .where('community_id', '=', community_id)
    .where('session_id', '=', session_id)
    .where(({ or, eb }) => or([eb('note_id', '=', note_id), eb('replaces', '=', note_id)]))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** An entry, once nobody else is writing it: under another key it may come a second time while the first is under way. */
export async function holdNote(
  tx: Transaction,
  communityId: string,
  noteId: string,
): Promise<NoteRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${noteId}, 0))`.execute(tx)
  return findNote(tx, communityId, noteId)
}

type NextNote = Pick<
  NoteRow,
  | 'community_id'
  | 'note_id'
  | 'session_id'
  | 'replaces'
  | 'author_id'
  | 'by_name'
  | 'text'
  | 'words_state'
  | 'at'
>

/** Adds an entry as the next of its session, whose row is counted up and held with the same statement. */
export async function saveNextNote(tx: Transaction, note: NextNote): Promise<NoteRow> {
  const { rows } = await sql<NoteRow>`
    with counted as (update round_sessions set last_seq = last_seq + 1, notes = notes + 1
      where community_id = ${note.community_id} and session_id = ${note.session_id} returning last_seq)
    insert into session_notes (community_id, note_id, session_id, seq, changed_seq, replaces, author_id, by_name, text,
      words_state, at)
    select ${note.community_id}, ${note.note_id}, ${note.session_id}, last_seq, last_seq, ${note.replaces}::uuid,
      ${note.author_id}, ${note.by_name}, ${note.text}, ${note.words_state}, ${note.at}::timestamptz
    from counted returning *`.execute(tx)
  return rows[0] as NoteRow
}

/** What was written or changed after that place, in that order. */
export function listNotesAfter(
  db: Reader,
  { communityId, sessionId }: { communityId: string; sessionId: string },
  { after, limit }: { after: number; limit: number },
): Promise<NoteRow[]> {
  return db
    .selectFrom('session_notes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('session_id', '=', sessionId)
    .where('changed_seq', '>', after)
    .orderBy('changed_seq')
    .limit(limit)
    .execute()
}

/** An entry as one reader meets it: words that aren't for neighbours reach their author and who moderates. */
export function presentNote(actor: Actor, session: DiscussionSession, row: NoteRow): NoteView {
  const mine = row.author_id === actor.personId
  const isShown = row.words_state === 'shown'
  const reads = isShown || mine || isModerator(actor, row.community_id)
  const note = { authorId: row.author_id, struck: row.struck_at !== null }
  return {
    noteId: row.note_id,
    replaces: row.replaces,
    seq: row.seq,
    text: reads ? row.text : null,
    name: row.by_name,
    mine,
    at: row.at.toISOString(),
    struckByName: row.struck_by_name,
    wordsState: row.words_state,
    may: {
      edit: decideEditNote(actor, session, note).allowed,
      strike: decideStrikeNote(actor, session, note).allowed,
      report: isShown && !mine,
    },
  }
}

/** An entry as it stands now. */
export interface StandingNote {
  sessionId: string
  name: string
  text: string
  at: Date
  struck: boolean
}

/** Entries as they stand now, in the order in which they were first written; words that aren't for neighbours are left out. One query. */
export async function listStandingNotes(
  db: Reader,
  { community_id }: Pick<NoteRow, 'community_id'>,
  sessionIds: readonly string[],
): Promise<StandingNote[]> {
  const { rows } = await sql<StandingNote>`
    select f.session_id as "sessionId", now.by_name as name, now.text, f.at, f.struck_at is not null as struck
    from session_notes f
    cross join lateral (select n.by_name, n.text, n.words_state from session_notes n
      where n.community_id = f.community_id and n.session_id = f.session_id
        and (n.note_id = f.note_id or n.replaces = f.note_id) order by n.seq desc limit 1) now
    where f.community_id = ${community_id} and f.session_id = any (${[...sessionIds]}::uuid[])
      and f.replaces is null and now.words_state = 'shown'
    order by f.session_id, f.seq`.execute(db)
  return rows
}
