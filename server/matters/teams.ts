import { sql } from 'kysely'
import {
  canLead,
  matterPolicy,
  TEAM_KINDS,
  TEAM_ROLES,
  teamName,
  type Matter,
  type Team,
  type TeamItem,
} from '#core/matters'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findMatter, matterOf } from './repository'

const SHOWN_MEMBERS = 3

interface TeamRow {
  role: string
  placeId: string
  placeName: string
  members: string[]
}

/** Teams that may lead a matter and have somebody in office, nearest first: one query. */
async function listTeamsFor(db: Database | Transaction, matter: Matter, now: Date): Promise<TeamItem[]> {
  const { rows } = await sql<TeamRow>`
    select role, place_id as "placeId", place_name as "placeName", array_agg(official_name order by grant_id) as members
    from role_grants
    where region_id = ${matter.communityId} and place_id = any (${matter.jurisdiction}::uuid[])
      and role = any (${Object.values(TEAM_ROLES).flat()}::text[])
      and state = 'granted' and starts_at <= ${now} and ends_at > ${now}
    group by role, place_id, place_name order by place_name`.execute(db)
  const teams = TEAM_KINDS.flatMap((kind) => {
    const ofKind = rows.filter(({ role }) => (TEAM_ROLES[kind] as readonly string[]).includes(role))
    const places = [...new Set(ofKind.map(({ placeId }) => placeId))]
    return places.map((placeId) =>
      toItem(
        kind,
        ofKind.filter((row) => row.placeId === placeId),
      ),
    )
  })
  return teams.filter((team) => canLead(matter, team))
}

function toItem(kind: TeamItem['kind'], rows: TeamRow[]): TeamItem {
  const { placeId, placeName } = rows[0] as TeamRow
  return {
    kind,
    placeId,
    name: teamName(kind, placeName),
    members: rows.flatMap(({ members }) => members).slice(0, SHOWN_MEMBERS),
  }
}

/** The team as it can be asked; undefined when it may not lead this matter or nobody is in office there. */
export async function findTeam(
  tx: Transaction,
  matter: Matter,
  team: Team,
  now: Date,
): Promise<TeamItem | undefined> {
  const teams = await listTeamsFor(tx, matter, now)
  return teams.find(({ kind, placeId }) => kind === team.kind && placeId === team.placeId)
}

/** The teams a triage may choose from. */
export async function listTeams(
  { db, actor, region, now }: Context,
  matterId: string,
): Promise<{ items: TeamItem[] }> {
  const row = await findMatter(db, region.regionId, matterId)
  const matter = row && matterOf(row)
  if (!matter || !matterPolicy.read(actor, matter)) throw new DomainError('NOT_FOUND')
  if (!matterPolicy.assign(actor, matter)) throw new DomainError('NOT_ALLOWED')
  return { items: await listTeamsFor(db, matter, now()) }
}
