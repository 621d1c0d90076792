import { decideReviewDue } from '#core/matters'
import { DomainError } from '#core/errors'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { actByClock } from './clock'
import { lockMatter, matterOf } from './repository'

/** The day has come on which a deferred matter is looked at again: it goes on. Twice, or resumed before, does nothing. */
export async function reviewDue(db: Database, job: Jobs['review_due'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockMatter(tx, job.communityId, job.matterId)
    if (!row || row.review_at?.toISOString() !== job.reviewAt) return
    const decision = decideReviewDue(matterOf(row), now)
    if (!decision.allowed && decision.code === 'ACT_NOT_POSSIBLE') throw new DomainError(decision.code)
    if (!decision.allowed) return
    await actByClock(tx, row, 'review_due', { at: now })
  })
}
