import { sql } from 'kysely'
import { changesByDissolution, isOpen } from '#core/matters'
import { endOffices, findHeir, type GridHeir } from '#server/places/index'
import { moveInSearch } from '#server/search/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { columnsOf } from './changes'
import { saveByClock } from './clock'
import { lockMatter, matterOf, type MatterRow } from './repository'
import { teamHasMembers } from './teams'

/** So long after the day a second look is taken: no call lasts as long, so nothing is still being written. */
const AGAIN_MS = 5 * 60_000

/**
 * A grid's last day is over: its open matters go to the successor, else to the community (domain.md 2). What is reported
 * or brought back at that very moment is found by a second look, some minutes later. Twice does nothing.
 */
export async function gridDissolved(db: Database, job: Jobs['grid_dissolved'], now: Date): Promise<void> {
  const { communityId, gridId } = job
  const heir = await findHeir(db, communityId, gridId, now)
  if (heir === undefined) return
  // Offices that were granted while it was being dissolved.
  await db.transaction().execute((tx) => endOffices(tx, communityId, gridId, now))
  const { rows } = await sql<{ matterId: string }>`
    select matter_id as "matterId" from matters
    where community_id = ${communityId} and grid_id = ${gridId}
      and state in ('submitted', 'acknowledged', 'assigned', 'in_progress', 'deferred', 'resolved')
    order by matter_id`.execute(db)
  // One transaction each, so that nobody waits for a whole grid's matters, and what was done stays done.
  for (const { matterId } of rows) {
    await db.transaction().execute(async (tx) => {
      const row = await lockMatter(tx, communityId, matterId)
      if (row?.grid_id === gridId && isOpen(row.state)) await passOn(tx, row, heir, now)
    })
  }
  if (job.again) return
  const later = { runAt: new Date(now.getTime() + AGAIN_MS), key: `grid_dissolved_again:${gridId}` }
  await enqueue(db, 'grid_dissolved', { ...job, again: true }, later)
}

/** What an act brings back after its grid is gone (reopened, unmerged, looked at again) follows the others at once. */
export async function passOnIfDissolved(tx: Transaction, row: MatterRow, now: Date): Promise<MatterRow> {
  const gone = row.grid_id !== null && row.grid_ends_at && row.grid_ends_at <= now
  if (!gone || !row.grid_id || !isOpen(row.state)) return row
  const heir = await findHeir(tx, row.community_id, row.grid_id, now)
  return heir === undefined ? row : passOn(tx, row, heir, now)
}

async function passOn(tx: Transaction, row: MatterRow, heir: GridHeir | null, now: Date): Promise<MatterRow> {
  const matter = matterOf(row)
  const hasLead = matter.lead !== null && (await teamHasMembers(tx, matter, matter.lead, now))
  const gridId = heir?.gridId ?? null
  const changes = changesByDissolution(matter, { gridId, hasChief: heir?.hasChief ?? false, hasLead, now })
  const kept = new Set(changes.supports?.map(({ placeId }) => placeId))
  const supports = row.supports.filter(({ placeId }) => kept.has(placeId))
  const changed = await saveByClock(
    tx,
    { ...row, grid_name: heir?.name ?? null, grid_ends_at: null },
    'grid_dissolved',
    {
      at: now,
      columns: columnsOf(changes, { supports }),
      step: { team_name: row.grid_name, ...(heir ? { details: { toName: heir.name } } : {}) },
    },
  )
  await moveInSearch(tx, row.community_id, row.matter_id, changed.jurisdiction)
  return changed
}
