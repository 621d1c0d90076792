import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** Five thousand who asked for their archive and are closing their account, and sessions ended from another device. */
export async function fillMyData(db: Database): Promise<void> {
  await sql`insert into data_archives (person_id, archive_id, state, asked_at, ready_at, ends_at)
    select id(5, n), id(90, n), 'ready', ${FILLED_AT}, ${FILLED_AT}, ${FILLED_AT} + n * interval '1 hour'
    from generate_series(25000, 30000) n`.execute(db)
  await sql`insert into account_closings (person_id, words, asked_at, due_at)
    select id(5, n), 'keep', ${FILLED_AT}, ${FILLED_AT} + n * interval '1 hour' from generate_series(25000, 30000) n`.execute(
    db,
  )
  await sql`insert into ended_sessions (token_hash, expires_at)
    select sha256(('ended ' || n)::bytea), ${FILLED_AT} + n * interval '1 minute' from generate_series(1, 20000) n`.execute(
    db,
  )
}
