import { sql, type RawBuilder } from 'kysely'
import {
  COUNT_CAP,
  DESK_LISTS,
  NAMED_TRIAGE_ROLES,
  servicesNamedFor,
  TEAM_ROLES,
  type DeskCounts,
  type DeskFilter,
  type DeskList,
  type TeamKind,
} from '#core/matters'
import type { Caller } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'
import type { MatterRow, Slice } from './repository'

const placesOf = (actor: Caller, roles: readonly string[]): string[] =>
  actor.roles.filter(({ role }) => roles.includes(role)).map(({ placeId }) => placeId)

const uuids = (ids: readonly string[]): RawBuilder<unknown> => sql`${[...ids]}::uuid[]`

/** What the actor is in one community, as the conditions below ask for it. */
interface Desk {
  personId: string
  grids: string[]
  chiefs: string[]
  isStaff: boolean
  isSecretary: boolean
  /** Services of the restricted kinds the actor is named for. */
  named: string[]
}

function deskOf(actor: Caller, communityId: string): Desk {
  const here = (role: string) => placesOf(actor, [role]).includes(communityId)
  return {
    personId: actor.personId,
    grids: placesOf(actor, ['grid_worker', 'grid_chief']),
    chiefs: placesOf(actor, ['grid_chief']),
    isStaff: here('community_staff'),
    isSecretary: here('community_secretary'),
    named: NAMED_TRIAGE_ROLES.filter(here).flatMap(servicesNamedFor),
  }
}

/** Triage at community level: the secretary in arbitration and about the staff themselves, else the staff (core's `triageOffice`). */
const communityTriage = ({ isStaff, isSecretary, named }: Desk) => sql`(
  (m.visibility <> 'restricted' and (m.arbitration is not null or m.complained_kind is not distinct from 'community')
    and ${isSecretary})
  or (m.visibility <> 'restricted' and m.arbitration is null and m.complained_kind is distinct from 'community'
    and ${isStaff})
  or (m.visibility = 'restricted' and m.service_code = any (${named}::text[])))`

/** Whether the secretary is above, not the community's staff (core's `officeAbove`). */
const concernsStaff = sql`(m.level = 'community' or m.lead_kind is not distinct from 'community'
  or m.complained_kind is not distinct from 'community')`

/** Who reads the desk of which community, and when. */
export interface Reading {
  actor: Caller
  communityId: string
  now: Date
}

/**
 * The rows of one desk list, as the policy draws it: what I may take or triage at its level, what my teams lead,
 * what I may verify, what waits for my grant. Each condition names the state of its partial index.
 */
function conditionOf({ actor, communityId, now }: Reading, list: DeskList): RawBuilder<unknown> {
  const desk = deskOf(actor, communityId)
  switch (list) {
    case 'unassigned':
      // Not `= any`: what is unassigned is little and walked in order, rather than a grid's matters sorted.
      return sql`m.state in ('submitted', 'acknowledged')
        and ((m.level = 'grid' and ${uuids(desk.grids)} @> array[m.grid_id]
            and (m.state = 'submitted' or ${uuids(desk.chiefs)} @> array[m.grid_id]))
          or (m.level = 'community' and ${communityTriage(desk)}))`
    case 'mine':
      return sql`m.state in ('assigned', 'in_progress', 'deferred')
        and m.lead_place_id = any (${uuids(placesOf(actor, Object.values(TEAM_ROLES).flat()))})
        and (${leads(actor)})
        and (m.visibility <> 'restricted' or m.assignee_ids @> array[${actor.personId}::uuid])
        and (m.complained_place_id is null
          or not (m.complained_kind = m.lead_kind and m.complained_place_id = m.lead_place_id))`
    case 'to_verify':
      return sql`m.state = 'resolved' and ${mayVerify(desk)}`
    case 'to_reinspect':
      return sql`m.reinspect_at <= ${now} and ${mayVerify(desk)}`
    case 'to_grant':
      return sql`m.asked_review_at is not null
        and not (${leads(actor)} and (m.visibility <> 'restricted' or m.assignee_ids @> array[${actor.personId}::uuid]))
        and ((m.visibility <> 'restricted' and ${concernsStaff} and ${desk.isSecretary})
          or (m.visibility <> 'restricted' and not ${concernsStaff} and ${desk.isStaff})
          or (m.visibility = 'restricted' and m.service_code = any (${desk.named}::text[])))`
  }
}

/** Who may go and look (core's `isVerifier`), and has not handled it. */
const mayVerify = ({ personId, grids, isStaff, isSecretary, named }: Desk) => sql`
  not m.handler_ids @> array[${personId}::uuid]
  and ((m.visibility = 'public' and (${isStaff} or m.grid_id = any (${uuids(grids)})))
    or (m.visibility = 'private' and (${isSecretary} or (m.complained_kind is distinct from 'community' and ${isStaff})))
    or (m.visibility = 'restricted' and m.service_code = any (${named}::text[])))`

/** The lead's kind goes with the role: a community's staff don't lead what its grid team leads. */
function leads(actor: Caller): RawBuilder<unknown> {
  const kinds = Object.keys(TEAM_ROLES) as TeamKind[]
  const terms = kinds.map(
    (kind) =>
      sql`(m.lead_kind = ${kind} and m.lead_place_id = any (${uuids(placesOf(actor, TEAM_ROLES[kind]))}))`,
  )
  return sql.join(terms, sql` or `)
}

function narrowedTo({ serviceCode, channel, placeId }: DeskFilter): RawBuilder<unknown> {
  return sql`${serviceCode ? sql`and m.service_code = ${serviceCode}` : sql``}
    ${channel ? sql`and m.channel = ${channel}` : sql``}
    ${placeId ? sql`and m.jurisdiction @> array[${placeId}::uuid]` : sql``}`
}

/** Which list of the desk, narrowed to what. */
export interface DeskQuery extends DeskFilter {
  list: DeskList
}

/** One page of a desk list, what waits longest first. */
export async function listDesk(
  db: Database,
  reading: Reading,
  query: DeskQuery,
  { after, limit }: Slice,
): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select m.*, g.name as grid_name, p.nickname
    from matters m
      left join places g on g.community_id = m.community_id and g.place_id = m.grid_id
      left join people p on p.person_id = m.reporter_id
    where m.community_id = ${reading.communityId} and ${conditionOf(reading, query.list)} ${narrowedTo(query)}
      ${after ? sql`and m.matter_id > ${after}` : sql``}
    order by m.matter_id limit ${limit}`.execute(db)
  return rows
}

/** How many each list holds, counted up to one more than is shown: one query. */
export async function countDesk(db: Database, reading: Reading): Promise<DeskCounts> {
  const counts = DESK_LISTS.map(
    (list) => sql`(select count(*)::int from (select 1 from matters m
      where m.community_id = ${reading.communityId} and ${conditionOf(reading, list)}
      limit ${COUNT_CAP + 1}) capped) as ${sql.ref(list)}`,
  )
  const { rows } = await sql<DeskCounts>`select ${sql.join(counts)}`.execute(db)
  return rows[0] as DeskCounts
}
