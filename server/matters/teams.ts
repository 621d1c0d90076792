import { sql } from 'kysely'
import {
  canLead,
  matterPolicy,
  namedTriageOf,
  namesTeam,
  TEAM_KINDS,
  TEAM_ROLES,
  teamName,
  transitionOf,
  type ActInput,
  type Matter,
  type PersonAct,
  type Team,
  type TeamItem,
  type TeamKind,
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
  persons: { personId: string; name: string }[]
}

/** Teams that may lead a matter and have somebody in office, nearest first: one query. */
async function listTeamsFor(db: Database | Transaction, matter: Matter, now: Date): Promise<TeamItem[]> {
  const { rows } = await sql<TeamRow>`
    select role, place_id as "placeId", place_name as "placeName",
      json_agg(json_build_object('personId', person_id, 'name', official_name) order by grant_id) as persons
    from role_grants
    where region_id = ${matter.communityId} and place_id = any (${matter.jurisdiction}::uuid[])
      and role = any (${rolesFor(matter)}::text[])
      and state = 'granted' and starts_at <= ${now} and ends_at > ${now}
    group by role, place_id, place_name order by place_name`.execute(db)
  const teams = TEAM_KINDS.flatMap((kind) => {
    const ofKind = rows.filter(({ role }) => rolesOfTeam(kind, matter).includes(role))
    const places = [...new Set(ofKind.map(({ placeId }) => placeId))]
    return places.map((placeId) =>
      toItem(
        matter,
        kind,
        ofKind.filter((row) => row.placeId === placeId),
      ),
    )
  })
  return teams.filter((team) => canLead(matter, team))
}

/** Of what is restricted the community's team is its staff and the named triage. */
function rolesOfTeam(kind: Team['kind'], matter: Matter): readonly string[] {
  const named = kind === 'community' ? namedTriageOf(matter.kind) : undefined
  return named ? [...TEAM_ROLES[kind], named] : TEAM_ROLES[kind]
}

const rolesFor = (matter: Matter): string[] => TEAM_KINDS.flatMap((kind) => [...rolesOfTeam(kind, matter)])

function toItem(matter: Matter, kind: TeamItem['kind'], rows: TeamRow[]): TeamItem {
  const { placeId, placeName } = rows[0] as TeamRow
  const persons = rows.flatMap((row) => row.persons)
  const unique = [...new Map(persons.map((person) => [person.personId, person])).values()]
  return {
    kind,
    placeId,
    name: teamName(kind, placeName),
    members: unique.map(({ name }) => name).slice(0, SHOWN_MEMBERS),
    persons: matter.visibility === 'restricted' ? unique : [],
  }
}

/** The lead and supports an act names. Throws TEAM_UNKNOWN for one that may not handle this matter or has nobody in office. */
export async function teamsFor(
  tx: Transaction,
  matter: Matter,
  input: ActInput,
  now: Date,
): Promise<{ team: TeamItem | undefined; supports: TeamItem[] }> {
  if (!namesTeam(input.act) || !input.team) return { team: undefined, supports: [] }
  const teams = await listTeamsFor(tx, matter, now)
  const find = ({ kind, placeId }: Team, field: string): TeamItem => {
    const found = teams.find((one) => one.kind === kind && one.placeId === placeId)
    if (!found) throw new DomainError('TEAM_UNKNOWN', field)
    return found
  }
  const team = find(input.team, 'team')
  const supports = (input.supports ?? []).map((one) => find(one, 'supports')).filter((one) => one !== team)
  enforceAssignees(matter, team, input.assigneeIds ?? [])
  return { team, supports: [...new Set(supports)] }
}

/** What is restricted is given to persons of the team, by name. */
function enforceAssignees(
  { visibility }: Matter,
  { persons }: TeamItem,
  assigneeIds: readonly string[],
): void {
  if (visibility !== 'restricted') return
  const known = assigneeIds.every((id) => persons.some(({ personId }) => personId === id))
  if (assigneeIds.length === 0 || !known) throw new DomainError('TEAM_UNKNOWN', 'assigneeIds')
}

/** The unit of this kind that a complaint is about: the one that answers for the place. Throws COMPLAINED_UNKNOWN where there is none. */
export async function findComplained(
  tx: Transaction,
  communityId: string,
  jurisdiction: readonly string[],
  kind: TeamKind,
  now: Date,
): Promise<{ kind: TeamKind; placeId: string; name: string }> {
  const { rows } = await sql<{ placeId: string; placeName: string }>`
    select place_id as "placeId", place_name as "placeName" from role_grants
    where region_id = ${communityId} and place_id = any (${[...jurisdiction]}::uuid[])
      and role = any (${[...TEAM_ROLES[kind]]}::text[])
      and state = 'granted' and starts_at <= ${now} and ends_at > ${now}
    order by place_id limit 1`.execute(tx)
  if (!rows[0]) throw new DomainError('COMPLAINED_UNKNOWN', 'complained')
  return { kind, placeId: rows[0].placeId, name: teamName(kind, rows[0].placeName) }
}

/** Whether the lead's team still has somebody in office; asked only for acts to which it makes a difference. */
export async function hasMembers(
  tx: Transaction,
  matter: Matter,
  act: PersonAct,
  now: Date,
): Promise<boolean> {
  if (!transitionOf(act).withoutLead) return true
  return matter.lead !== null && (await teamHasMembers(tx, matter, matter.lead, now))
}

/** Whether a team is there at this moment: somebody in office, and a functional grid whose end has not come. */
export async function teamHasMembers(
  tx: Database | Transaction,
  matter: Pick<Matter, 'communityId'>,
  { kind, placeId }: Team,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role_grants
    where region_id = ${matter.communityId} and place_id = ${placeId} and role = any (${[...TEAM_ROLES[kind]]}::text[])
      and state = 'granted' and starts_at <= ${now} and ends_at > ${now}
      and not exists (select from places where community_id = ${matter.communityId} and place_id = ${placeId}
        and ends_at <= ${now})
    limit 1`.execute(tx)
  return rows.length > 0
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
