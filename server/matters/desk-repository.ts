import { sql, type RawBuilder } from 'kysely'
import { COUNT_CAP, TEAM_ROLES, type DeskCounts, type DeskList, type TeamKind } from '#core/matters'
import type { Caller } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'
import type { MatterRow, Slice } from './repository'

const placesOf = (actor: Caller, roles: readonly string[]): string[] =>
  actor.roles.filter(({ role }) => roles.includes(role)).map(({ placeId }) => placeId)

const uuids = (ids: readonly string[]): RawBuilder<unknown> => sql`${[...ids]}::uuid[]`

/**
 * The rows of one desk list, as the policy draws it: what I may take or triage at its level, what my teams lead,
 * what I may verify. Each condition names the state of its partial index.
 */
function conditionOf(actor: Caller, communityId: string, list: DeskList): RawBuilder<unknown> {
  const grids = placesOf(actor, ['grid_worker', 'grid_chief'])
  const isStaff = placesOf(actor, ['community_staff']).includes(communityId)
  switch (list) {
    case 'unassigned':
      return sql`m.state in ('submitted', 'acknowledged')
        and ((m.level = 'grid' and m.grid_id = any (${uuids(grids)})) or (m.level = 'community' and ${isStaff}))`
    case 'mine':
      return sql`m.state in ('assigned', 'in_progress')
        and m.lead_place_id = any (${uuids(placesOf(actor, Object.values(TEAM_ROLES).flat()))})
        and (${leads(actor)})`
    case 'to_verify':
      return sql`m.state = 'resolved' and (${isStaff} or m.grid_id = any (${uuids(grids)}))
        and not m.handler_ids @> array[${actor.personId}::uuid]`
  }
}

/** The lead's kind goes with the role: a community's staff don't lead what its grid team leads. */
function leads(actor: Caller): RawBuilder<unknown> {
  const kinds = Object.keys(TEAM_ROLES) as TeamKind[]
  const terms = kinds.map(
    (kind) =>
      sql`(m.lead_kind = ${kind} and m.lead_place_id = any (${uuids(placesOf(actor, TEAM_ROLES[kind]))}))`,
  )
  return sql.join(terms, sql` or `)
}

/** One page of a desk list, what waits longest first. */
export async function listDesk(
  db: Database,
  actor: Caller,
  communityId: string,
  list: DeskList,
  { after, limit }: Slice,
): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select m.*, g.name as grid_name, p.nickname
    from matters m
      left join places g on g.community_id = m.community_id and g.place_id = m.grid_id
      join people p on p.person_id = m.reporter_id
    where m.community_id = ${communityId} and ${conditionOf(actor, communityId, list)}
      ${after ? sql`and m.matter_id > ${after}` : sql``}
    order by m.matter_id limit ${limit}`.execute(db)
  return rows
}

/** How many each list holds, counted up to one more than is shown: one query. */
export async function countDesk(db: Database, actor: Caller, communityId: string): Promise<DeskCounts> {
  const count = (list: DeskList) => sql`(select count(*)::int from (select 1 from matters m
    where m.community_id = ${communityId} and ${conditionOf(actor, communityId, list)} limit ${COUNT_CAP + 1}) capped)`
  const { rows } = await sql<DeskCounts>`
    select ${count('unassigned')} as unassigned, ${count('mine')} as mine, ${count('to_verify')} as to_verify`.execute(
    db,
  )
  return rows[0] as DeskCounts
}
