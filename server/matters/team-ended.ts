import { sql } from 'kysely'
import { TEAM_ROLES, type Team, type TeamKind } from '#core/matters'
import type { Role } from '#core/permissions'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { actByClock } from './clock'
import { lockMatter } from './repository'
import { teamHasMembers } from './teams'

/** The kind of team that a role makes somebody a member of; undefined for a role that handles nothing. */
function teamKindOf(role: Role): TeamKind | undefined {
  return (Object.keys(TEAM_ROLES) as TeamKind[]).find((kind) => TEAM_ROLES[kind].includes(role))
}

/**
 * An office ended (its period, by an act, or with its functional grid): where the team has nobody left, what it led goes
 * back to who triages (domain.md 5, "the lead's team ends"). Twice does nothing.
 */
export async function teamEnded(db: Database, job: Jobs['office_ended'], now: Date): Promise<void> {
  const kind = teamKindOf(job.role)
  if (!kind) return
  const team: Team = { kind, placeId: job.placeId }
  if (await teamHasMembers(db, job, team, now)) return
  const { rows } = await sql<{ matterId: string }>`
    select matter_id as "matterId" from matters
    where community_id = ${job.communityId} and state in ('assigned', 'in_progress', 'deferred')
      and lead_kind = ${kind} and lead_place_id = ${job.placeId}
    order by matter_id`.execute(db)
  // One transaction each, so that nobody waits for a whole team's matters.
  for (const { matterId } of rows) await giveBack(db, job.communityId, matterId, { team, now })
}

async function giveBack(
  db: Database,
  communityId: string,
  matterId: string,
  { team, now }: { team: Team; now: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockMatter(tx, communityId, matterId)
    if (!row || row.lead_place_id !== team.placeId || row.lead_kind !== team.kind) return
    if (row.state !== 'assigned' && row.state !== 'in_progress' && row.state !== 'deferred') return
    if (await teamHasMembers(tx, { communityId }, team, now)) return
    await actByClock(tx, row, 'team_ended', {
      at: now,
      step: { team_name: row.lead_name },
    })
  })
}
