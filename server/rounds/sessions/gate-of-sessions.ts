import { sql } from 'kysely'
import { sessionsGate, type GateLine } from '#core/rounds'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'

/** Whether every session has notes that still stand, in words that neighbours may read. One query. */
export async function gateOfSessions(db: Database | Transaction, row: RoundRow): Promise<GateLine[]> {
  const { rows } = await sql<{ sessions: string; with_notes: string }>`
    select count(*) as sessions, count(*) filter (where exists (select 1 from session_notes f
        cross join lateral (select n.words_state from session_notes n
          where n.community_id = f.community_id and n.session_id = f.session_id
            and (n.note_id = f.note_id or n.replaces = f.note_id) order by n.seq desc limit 1) now
        where f.community_id = s.community_id and f.session_id = s.session_id and f.replaces is null
          and f.struck_at is null and now.words_state = 'shown')) as with_notes
    from round_sessions s where s.community_id = ${row.community_id} and s.round_id = ${row.round_id}
      and s.state = 'open'`.execute(db)
  return [
    sessionsGate({ sessions: Number(rows[0]?.sessions ?? 0), withNotes: Number(rows[0]?.with_notes ?? 0) }),
  ]
}
