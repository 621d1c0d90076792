import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** Fifteen hundred organisations in the first community and thirty in each other, every one with a lead and who asks. */
export async function fillOrganisations(db: Database): Promise<void> {
  await sql`insert into organisations (community_id, organisation_id, kind, name, does, state, created_by, created_at, ended_at,
      ended_reason)
    select id(3, c), id(30, c * 10000 + n), 'shop', '小店' || n, '送货', case n % 5 when 4 then 'ended' else 'in_force' end,
      id(5, 100), ${FILLED_AT}, case n % 5 when 4 then ${FILLED_AT} end, case n % 5 when 4 then '散了' end
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 1500 else 30 end) n`.execute(db)
  await sql`insert into organisation_members (community_id, member_id, organisation_id, person_id, state, asked_at)
    select id(3, c), id(31, (c * 10000 + n) * 1000 + m), id(30, c * 10000 + n),
      case when c > 1 then id(5, c * 100 + 30 + (n + m * 17) % 70)
        when n % 300 = 0 and m = 1 then id(5, 150) else id(5, 20100 + (n * 4 + m) % 9000) end,
      (array['lead', 'member', 'asked', 'refused'])[1 + m], ${FILLED_AT}
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 1500 else 30 end) n,
      generate_series(0, 3) m`.execute(db)
  await sql`insert into organisation_members (community_id, member_id, organisation_id, person_id, state, asked_at)
    select id(3, c), id(31, (c * 10000 + 1) * 1000 + 10 + m), id(30, c * 10000 + 1), id(5, 21000 + m),
      case m % 4 when 0 then 'asked' when 1 then 'left' else 'member' end, ${FILLED_AT}
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 600 else 60 end) m`.execute(db)
}

/** Two thousand who asked to be volunteers in the first community, sixty in each other; a twentieth still wait. */
export async function fillVolunteers(db: Database): Promise<void> {
  await sql`insert into volunteer_requests (community_id, request_id, person_id, state, note, asked_at)
    select id(3, c), id(32, c * 10000 + n), case c when 1 then id(5, 20100 + n) else id(5, c * 100 + 30 + n % 70) end,
      case n % 20 when 0 then 'asked' when 1 then 'withdrawn' else 'refused' end, '会修电器', ${FILLED_AT}
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 2000 else 60 end) n`.execute(db)
}
