import { roundPolicy } from '#core/rounds'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { findRound, roundFor } from '../repository'
import { findNote } from './note-repository'
import { setNote } from './notes'
import { saveSession, type SessionRow } from './repository'

/** Entries of notes, for moderation. Whoever reads the notes sees at their next question what was decided. */
export const noteWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, noteId) => {
    const note = await findNote(db, region.regionId, noteId)
    const session = note && (await findSession(db, region.regionId, note.session_id))
    const row = session && (await findRound(db, region.regionId, session.round_id))
    if (!note || !row) return undefined
    return {
      authorId: note.author_id,
      text: note.text,
      state: note.words_state,
      readable: roundPolicy.read(actor, await roundFor(db, actor, row)),
      about: row.question,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  setWords: async (tx, { communityId, id, state }) => {
    const found = await findNote(tx, communityId, id)
    const session = found && (await findSession(tx, communityId, found.session_id, true))
    const note = session && (await findNote(tx, communityId, id))
    if (!note || note.words_state === state) return
    const last_seq = session.last_seq + 1
    await setNote(tx, note, { words_state: state, changed_seq: last_seq })
    await saveSession(tx, session, { last_seq })
  },
}

/** `locked`: nobody writes in it until the transaction ends. */
function findSession(
  db: Database | Transaction,
  communityId: string,
  sessionId: string,
  locked = false,
): Promise<SessionRow | undefined> {
  return db
    .selectFrom('round_sessions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('session_id', '=', sessionId)
    .$if(locked, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
}
