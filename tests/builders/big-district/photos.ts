import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, SOMEBODY, spread, type Size } from './size'

/** A photo of every third matter, and a few that belong to nothing yet. */
export async function fillPhotos(db: Database, { matters }: Size): Promise<void> {
  await sql`insert into photos (community_id, photo_id, owner_id, state, width, height, subject_kind, subject_id, moment, seq,
      position, created_at, attached_at)
    select id(3, c), id(24, n), ${SOMEBODY}, 'attached', 1280, 960, 'matter', id(9, n), 'before', 1, 1, ${FILLED_AT}, ${FILLED_AT}
    from ${spread(matters)} s where n % 3 = 0`.execute(db)
  await sql`insert into photos (community_id, photo_id, owner_id, state, width, height, created_at)
    select id(3, c), id(25, n), ${SOMEBODY}, 'waiting', 1280, 960, ${FILLED_AT} from ${spread(2_000)} s`.execute(
    db,
  )
}
