import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { idOf } from '../builders/big-district'

/** Ids as `idOf` makes them, of kinds that no area of the big district has. */
const KIND = { vote: 900, voter: 901 } as const
const benchId = (kind: keyof typeof KIND, n: number) =>
  `${KIND[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The vote that is open in a community, and the voter that a home there is, by the numbers of the big district. */
export const voteOf = (community: number): string => benchId('vote', community)
export const voterOf = (community: number, home: number): string =>
  benchId('voter', community * 10_000 + home)

/** Opens a vote of all homes in every community: sixty voters, in the first four thousand more. */
export async function openVotes(db: Database): Promise<void> {
  const head = idOf('person', 106)
  const [vote, voter] = [sql.lit(KIND.vote), sql.lit(KIND.voter)]
  const homes = sql`generate_series(1, 200) c, generate_series(34, case c when 1 then 4100 else 93 end) n
    where n not between 94 and 100`
  await sql`
    insert into votes (community_id, vote_id, place_id, place_name, place_kind, jurisdiction, has_committee, electorate, title,
      text, rules, binding, disclosure, parking_counts, vacant_home_ids, convener_id, convener_role, convener_name, state,
      opens_at, closes_at, notice_at, text_sha256, notice_sha256, frozen_sha256, roll_persons, roll_area_centi_m2, created_at,
      revision)
    select id(3, c), id(${vote}, c), id(3, c), '社区', 'community', array[id(1, 1), id(2, c % 10), id(3, c)], false, 'homes',
      '楼道里能不能放自行车', '一楼楼梯下面画两个车位。', array['households'], 'binding', 'totals', false, '{}', ${head},
      'residents_committee', '陈主任', 'open', now() - interval '1 day', now() + interval '30 days', now() - interval '20 days',
      'x', 'x', 'x', 60, 0, now(), 3
    from generate_series(1, 200) c`.execute(db)
  await sql`
    insert into vote_items (community_id, vote_id, item_id, position, subject, title, rule, options)
    select community_id, vote_id, 'i1', 0, 'shared_space', '同意吗', 'households', array['approve', 'against', 'abstain']
    from votes where vote_id >= id(${vote}, 0)`.execute(db)
  await sql`
    insert into vote_voters (community_id, vote_id, voter_id, key, token, position, name, units, owner_ids, area_centi_m2)
    select id(3, c), id(${vote}, c), id(${voter}, c * 10000 + n), n::text, md5(c || ' ' || n), n, n::text, '[]', '{}', 0
    from ${homes}`.execute(db)
  await sql`
    insert into vote_voter_ways (community_id, vote_id, way, way_id, voter_id)
    select id(3, c), id(${vote}, c), 'home', id(4, c * 10000 + n), id(${voter}, c * 10000 + n)
    from ${homes}`.execute(db)
}
