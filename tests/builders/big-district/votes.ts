import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** A unit with its owner and its entry of the residents' roll for every home of the district. */
export async function fillUnits(db: Database): Promise<void> {
  const homes = sql`(select community_id, place_id as home_id, parent_id, name, row_number() over (order by place_id) as n
    from places where kind = 'home') h`
  await sql`insert into units (community_id, unit_id, place_id, name, sort_key, kind, area_centi_m2, area_source, delivery,
      created_at)
    select community_id, id(91, n), parent_id, name, lpad(name, 8, '0'), 'dwelling', 9000, 'register', 'delivered', ${FILLED_AT}
    from ${homes}`.execute(db)
  await sql`insert into unit_homes (community_id, unit_home_id, unit_id, home_id, starts_on)
    select community_id, id(92, n), id(91, n), home_id, '2020-01-01' from ${homes}`.execute(db)
  // Whoever lives there owns it, under the phone that they have verified.
  await sql`insert into owners (community_id, owner_id, kind, name_sealed, phone_sealed, phone_index, created_at)
    select m.community_id, id(93, n), 'person', 'sealed', 'sealed', p.blind_index, ${FILLED_AT}
    from ${homes} join lateral (select * from memberships m where m.community_id = h.community_id and m.home_id = h.home_id
      order by m.membership_id limit 1) m on true join phones p on p.person_id = m.person_id`.execute(db)
  await sql`insert into ownerships (community_id, ownership_id, unit_id, owner_id, starts_on, created_at)
    select community_id, id(94, n), id(91, n), id(93, n), '2020-01-01', ${FILLED_AT} from ${homes}`.execute(
    db,
  )
  await sql`insert into roll_entries (community_id, entry_id, home_id, name_sealed, relation, is_adult, created_at)
    select community_id, id(95, n), home_id, 'sealed', 'owner', true, ${FILLED_AT} from ${homes}`.execute(db)
}

/**
 * Three thousand votes in the first community for years, forty in each other, most of them over; with ten homes on each
 * roll. The first six are its head's: of the whole community one that a third voted in, one about to end and, the fifth, one
 * that is posted; of a building two drafts; of the estate one whose envelopes are being opened. Of the whole community they are
 * convened by the residents' committee.
 */
export async function fillVotes(db: Database): Promise<void> {
  await votes(db)
  await rolls(db)
  await paper(db)
  await proxies(db)
  await deliveries(db)
  await sql`insert into ballots (community_id, vote_id, ballot_id, voter_id, caster_id, channel, choices_sealed, receipt, cast_at)
    select v.community_id, v.vote_id, id(98, row_number() over ()), v.voter_id, m.person_id, 'online', 'sealed',
      md5(v.voter_id::text), ${FILLED_AT}
    from vote_voters v join lateral (select person_id from memberships m where m.community_id = v.community_id
      and m.home_id = v.key::uuid order by m.membership_id limit 1) m on true
    where v.took_part`.execute(db)
  await sql`insert into vote_objections (community_id, vote_id, objection_id, about, person_id, by_name, text, at)
    select v.community_id, v.vote_id, id(99, row_number() over ()), 'roll', id(5, 20100 + n), '居民', '少了我家', ${FILLED_AT}
    from votes v, generate_series(1, case when v.vote_id in (select id(90, c * 10000 + 5) from generate_series(1, 200) c)
      then 60 else 1 end) n
    where v.state <> 'draft'`.execute(db)
  await sql`update votes set undecided_roll = 1 where state = 'notice'`.execute(db)
}

async function votes(db: Database): Promise<void> {
  await sql`insert into votes (community_id, vote_id, place_id, place_name, place_kind, jurisdiction, has_committee, electorate,
      title, text, rules, binding, disclosure, parking_counts, vacant_home_ids, convener_id, convener_role, convener_name, state,
      opens_at, closes_at, notice_at, closed_at, text_sha256, notice_sha256, frozen_sha256, head, roll_persons,
      roll_area_centi_m2, created_at, revision)
    select id(3, c), id(90, c * 10000 + k), place, '3号楼', kind,
      array[id(1, 1), id(2, c % 10), id(3, c)] || case kind when 'community' then '{}' when 'estate' then array[place]
        else array[id(4, c * 10000 + 1), place] end,
      false, electorate, '楼道里能不能放自行车', '画两个车位', array[case electorate when 'owners' then 'owners_ordinary'
        else 'households' end], 'binding', 'by_unit', false, '{}',
      case when k <= 6 then id(5, c * 100 + 6) else id(5, c * 100 + 30 + k % 70) end,
      case kind when 'community' then 'residents_committee' else 'building_head' end, '赵大爷（楼栋长）', state,
      ${FILLED_AT} + case state when 'notice' then interval '20 days' else interval '-6 days' end,
      ${FILLED_AT} + case state when 'notice' then interval '26 days' else interval '1 day' end,
      case state when 'draft' then null when 'notice' then ${FILLED_AT} else ${FILLED_AT} - interval '20 days' end,
      case when state = 'certified' then ${FILLED_AT} end,
      case when state <> 'draft' then 'hash' end, case when state <> 'draft' then 'hash' end,
      case when state in ('open', 'counting', 'certified') then 'hash' end, case when state = 'certified' then 'head' end,
      case when state <> 'draft' then 10 end, case when state <> 'draft' then 0 end, ${FILLED_AT}, 3
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 3000 else 40 end) k,
      lateral (select case when k <= 6 then (array['open', 'open', 'draft', 'draft', 'notice', 'counting'])[k]
          else (array['draft', 'notice', 'open'])[k % 50] end as early) one,
      lateral (select coalesce(early, 'certified') as state, case k when 4 then 'owners' else 'homes' end as electorate,
        case when k in (1, 2, 5) then 'community' else (array['building', 'estate', 'community', 'building'])[1 + k % 4] end as kind) two,
      lateral (select case kind when 'community' then id(3, c) when 'estate' then id(4, c * 10000 + 1)
        else id(4, c * 10000 + 2 + case when k < 5 then 0 else k % 8 end) end as place) three`.execute(db)
  await sql`insert into vote_items (community_id, vote_id, item_id, position, subject, title, rule, options)
    select community_id, vote_id, 'i' || n, n - 1, 'shared_space', '同意吗', 'households', array['approve', 'against', 'abstain']
    from votes, generate_series(1, 2) n`.execute(db)
  await sql`insert into vote_events (community_id, vote_id, seq, act, at, person_id, by_name)
    select community_id, vote_id, n, 'create', ${FILLED_AT}, convener_id, convener_name
    from votes, generate_series(1, 3) n`.execute(db)
}

/** On paper: the first, the sixth and every fourth. Of who did not vote on the phone, every fifth handed in an envelope. */
async function paper(db: Database): Promise<void> {
  await sql`update votes v set paper_tellers = array['王敏（社区工作人员）', '李书记（社区书记）', '陈国强（网格长）']
    from (select community_id, vote_id, ('x' || substr(vote_id::text, 25))::bit(48)::bigint % 10000 as k from votes) n
    where n.community_id = v.community_id and n.vote_id = v.vote_id and v.state <> 'draft' and (k in (1, 6) or k % 4 = 0)`.execute(
    db,
  )
  await sql`insert into vote_tellers (community_id, vote_id, person_id, seat, name, role, named_at)
    select v.community_id, v.vote_id, id(5, c * 100 + officer), seat, name, role, ${FILLED_AT}
    from votes v join generate_series(1, 200) c on v.community_id = id(3, c),
      (values (1, 3, '王敏（社区工作人员）', 'community_staff'), (2, 4, '李书记（社区书记）', 'community_secretary'),
        (3, 1, '陈国强（网格长）', 'grid_chief')) one (seat, officer, name, role)
    where v.paper_tellers is not null`.execute(db)
  await sql`insert into vote_envelopes (community_id, vote_id, voter_id, number, received_by, received_at, settled_at)
    select r.community_id, r.vote_id, r.voter_id, r.position + 1, v.convener_id, ${FILLED_AT},
      case when v.state = 'certified' then ${FILLED_AT} end
    from vote_voters r join votes v on v.community_id = r.community_id and v.vote_id = r.vote_id
    where v.paper_tellers is not null and not r.took_part and (r.position % 5 = 0 or v.state = 'counting')`.execute(
    db,
  )
  await sql`insert into vote_envelope_entries (community_id, vote_id, voter_id, seat, person_id, read_sealed, keyed_at)
    select t.community_id, t.vote_id, e.voter_id, t.seat, t.person_id, 'sealed', ${FILLED_AT}
    from vote_envelopes e join vote_tellers t on t.community_id = e.community_id and t.vote_id = e.vote_id and t.seat <= 2
    where e.settled_at is not null`.execute(db)
}

/** Of every vote for each seventh on its roll, by who lives next to them; two of three are accepted. */
async function proxies(db: Database): Promise<void> {
  await sql`insert into vote_proxies (community_id, vote_id, proxy_id, voter_id, voter_name, principal_name, agent_id, agent_name,
      state, asked_at, decided_at, decided_by, decided_name)
    select r.community_id, r.vote_id, id(89, row_number() over ()), r.voter_id, r.name, '李秀兰',
      id(5, c * 100 + 30 + r.position % 70), '周小明', state, ${FILLED_AT},
      case when state = 'accepted' then ${FILLED_AT} end, case when state = 'accepted' then id(5, c * 100 + 3) end,
      case when state = 'accepted' then '王敏（社区工作人员）' end
    from vote_voters r join generate_series(1, 200) c on r.community_id = id(3, c),
      lateral (select case when r.position % 3 = 0 then 'asked' else 'accepted' end as state) one
    where r.position % 7 = 0`.execute(db)
}

/** Of every vote in its notice silence counts; the ballot reached two of three on its roll. */
async function deliveries(db: Database): Promise<void> {
  await sql`update votes set bylaw_id = id(88, 1), bylaw_title = '管理规约', bylaw_clause = '没交票的，算到票多的一边',
    bylaw_adopted_on = '2025-06-01' where state = 'notice'`.execute(db)
  await sql`insert into vote_deliveries (community_id, vote_id, delivery_id, voter_id, how, note, at, by_person, by_name)
    select r.community_id, r.vote_id, id(90, row_number() over ()), r.voter_id, 'posted', 'XA1', ${FILLED_AT}, v.convener_id,
      v.convener_name
    from vote_voters r join votes v on v.community_id = r.community_id and v.vote_id = r.vote_id
    where v.bylaw_id is not null and r.position % 3 > 0`.execute(db)
  await sql`update vote_voters r set delivered = true from votes v
    where v.community_id = r.community_id and v.vote_id = r.vote_id and v.bylaw_id is not null and r.position % 3 > 0`.execute(
    db,
  )
}

/** All homes of the community on the first, second and fifth, ten on each other. A third of them voted, but in the second. */
async function rolls(db: Database): Promise<void> {
  await sql`insert into vote_voters (community_id, vote_id, voter_id, key, token, position, name, units, owner_ids,
      area_centi_m2, took_part)
    select v.community_id, v.vote_id, id(96, row_number() over ()), h.place_id, md5(v.vote_id::text || h.place_id), h.n, h.name,
      '[]', '{}', 0, v.state <> 'notice' and h.n % 3 = 0 and not v.is_second
    from votes, lateral (select ('x' || substr(vote_id::text, 25))::bit(48)::bigint % 10000 as k) one,
      lateral (select votes.*, k = 2 as is_second, k in (1, 2, 5) as is_whole) v
      join lateral (select place_id, name, row_number() over (order by place_id) as n from places
        where community_id = v.community_id and kind = 'home' order by place_id limit case when v.is_whole then 100000 else 10 end) h
      on true
    where v.state <> 'draft'`.execute(db)
  await sql`insert into vote_voter_ways (community_id, vote_id, way, way_id, voter_id)
    select community_id, vote_id, 'home', key::uuid, voter_id from vote_voters`.execute(db)
}
