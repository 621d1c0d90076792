import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** Imports of every community, many of the first; some rows of each are wrong. */
export async function fillImports(db: Database): Promise<void> {
  const numbers = sql`generate_series(1, 200) c, generate_series(1, case c when 1 then 900 else 40 end) n`
  await sql`insert into imports (community_id, import_id, person_id, by_name, role, sheets, format, state, problem_count,
      file_kept, created_at)
    select id(3, c), id(70, c * 1000 + n), id(5, c * 100), '王敏', 'community_staff', array['roll'], 'xlsx',
      case n when 10 then 'ready' else 'applied' end, 0, n = 10, ${FILLED_AT} from ${numbers}`.execute(db)
  await sql`insert into import_progress (community_id, import_id, rows_done, rows_total, beat_at)
    select id(3, c), id(70, c * 1000 + n), 10, 10, ${FILLED_AT} from ${numbers}`.execute(db)
  await sql`insert into import_problems (community_id, import_id, position, sheet, row_number, column_heading, words)
    select id(3, c), id(70, c * 1000 + 10), n, '户', n + 1, '门牌号', '这里不能空着' from ${numbers}`.execute(
    db,
  )
}
