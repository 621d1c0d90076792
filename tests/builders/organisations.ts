import type { MemberState } from '#core/organisations'
import { newId, type Database } from '#server/platform/db/index'

/** Where and when rows are made. */
interface Where {
  communityId: string
  at: Date
}

/** Organisations in force, without anybody in them; their ids in the order of making. */
export async function manyOrganisations(
  db: Database,
  { communityId, at }: Where,
  count: number,
): Promise<string[]> {
  const rows = Array.from({ length: count }, () => newId()).map((organisationId) => ({
    community_id: communityId,
    organisation_id: organisationId,
    kind: 'volunteer_team' as const,
    name: `志愿队${organisationId}`,
    does: '周末帮老人跑腿',
    state: 'in_force' as const,
    created_by: organisationId,
    created_at: at,
    ended_reason: null,
  }))
  await db.insertInto('organisations').values(rows).execute()
  return rows.map((row) => row.organisation_id)
}

/** People's parts in one organisation, each in the same state; the ids of the parts in the order of making. */
export async function manyMembers(
  db: Database,
  { communityId, at, organisationId }: Where & { organisationId: string },
  personIds: readonly string[],
  state: MemberState,
): Promise<string[]> {
  const rows = personIds.map((personId) => ({
    community_id: communityId,
    member_id: newId(),
    organisation_id: organisationId,
    person_id: personId,
    state,
    note: '周末有空',
    reason: null,
    asked_at: at,
    decided_by: null,
  }))
  await db.insertInto('organisation_members').values(rows).execute()
  return rows.map((row) => row.member_id)
}

/** An organisation that somebody leads. */
export async function organisationLedBy(db: Database, where: Where, ...leadIds: string[]): Promise<string> {
  const [organisationId = ''] = await manyOrganisations(db, where, 1)
  if (leadIds.length > 0) await manyMembers(db, { ...where, organisationId }, leadIds, 'lead')
  return organisationId
}

/** Requests to be a volunteer; their ids in the order of making. */
export async function manyRequests(
  db: Database,
  { communityId, at }: Where,
  personIds: readonly string[],
  state: 'asked' | 'refused' = 'asked',
): Promise<string[]> {
  const rows = personIds.map((personId) => ({
    community_id: communityId,
    request_id: newId(),
    person_id: personId,
    state,
    note: '会修电器',
    reason: null,
    asked_at: at,
    decided_by: null,
    grant_id: null,
  }))
  await db.insertInto('volunteer_requests').values(rows).execute()
  return rows.map((row) => row.request_id)
}
