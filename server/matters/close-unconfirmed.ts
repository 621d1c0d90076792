import { decideCloseUnconfirmed } from '#core/matters'
import { DomainError } from '#core/errors'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { actByClock } from './clock'
import { lockMatter, matterOf } from './repository'

/**
 * 7 days silent: the clock closes the matter as unconfirmed. Twice or after an answer it does nothing; too early (by
 * this server's clock, which may be behind the database's) it fails, so that the job stays in line.
 */
export async function closeUnconfirmed(
  db: Database,
  job: Jobs['close_unconfirmed'],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockMatter(tx, job.communityId, job.matterId)
    if (!row || row.resolved_at?.toISOString() !== job.resolvedAt) return
    const decision = decideCloseUnconfirmed(matterOf(row), now)
    if (!decision.allowed && decision.code === 'ACT_NOT_POSSIBLE') throw new DomainError(decision.code)
    if (!decision.allowed) return
    await actByClock(tx, row, 'close_unconfirmed', { at: now })
  })
}
