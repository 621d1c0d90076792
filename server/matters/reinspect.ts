import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { listStaffIds } from '#server/people/index'
import { lockMatter } from './repository'
import { tellOf } from './tell'

/** Premises are due to be inspected again: the grid's and the community's staff are told, once. */
export async function reinspect(db: Database, job: Jobs['reinspect'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockMatter(tx, job.communityId, job.matterId)
    if (!row || row.reinspect_at?.toISOString() !== job.reinspectAt || row.state !== 'closed') return
    const told = await listStaffIds(
      tx,
      [row.community_id, ...(row.grid_id ? [row.grid_id] : [])],
      ['grid_worker', 'grid_chief', 'community_staff'],
      now,
    )
    const others = told.filter((personId) => !row.handler_ids.includes(personId))
    await tellOf(tx, row, 'matter_reinspect', others, { byPersonId: null, at: now })
  })
}
