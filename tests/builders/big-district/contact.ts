import { sql } from 'kysely'
import { CONSENT_DOCUMENTS, NOTICES } from '#core/people'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** Everybody has agreed to everything and has a phone; those of the first thirty homes were looked at, often. */
export async function fillContacts(db: Database): Promise<void> {
  for (const document of CONSENT_DOCUMENTS)
    await sql`insert into consents (person_id, consent_id, document, version, age, given_at)
      select id(5, n), id(20, n * 10 + ${sql.lit(CONSENT_DOCUMENTS.indexOf(document))}), ${document},
        ${NOTICES[document].version}, 'over_14', ${FILLED_AT} from generate_series(100, 30100) n`.execute(db)
  await sql`insert into phones (person_id, sealed, blind_index, method, verified_at)
    select id(5, n), 'sealed', sha256(n::text::bytea), 'sms', ${FILLED_AT} from generate_series(100, 30100) n`.execute(
    db,
  )
  await sql`insert into contact_readings (community_id, owner_id, reading_id, reader_id, reader_name, reader_role, subject_kind,
      subject_id, about, at)
    select id(3, c), id(5, c * 100 + 30 + n % 30), id(21, c * 1000 + n), id(5, c * 100 + 2), '张师傅', 'grid_worker', 'matter',
      id(22, n), '楼道灯不亮', ${FILLED_AT}
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 900 else 90 end) n`.execute(db)
}
