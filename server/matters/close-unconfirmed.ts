import { decideCloseUnconfirmed, MATTER_ACTS } from '#core/matters'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { Database } from '#server/platform/db/index'
import { saveChanges } from './act-on-matter'
import { lockMatter, matterOf, saveEvent } from './repository'
import { tellOfAct } from './tell'

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
    const changed = await saveChanges(tx, row, {
      state: MATTER_ACTS.close_unconfirmed.to,
      closed_by: 'close_unconfirmed',
      changed_at: now,
    })
    await saveEvent(tx, {
      community_id: row.community_id,
      matter_id: row.matter_id,
      seq: changed.revision,
      act: 'close_unconfirmed',
      at: now,
      person_id: null,
      role: null,
      by_name: null,
      unit_name: null,
      team_name: null,
      outcome: null,
      note: null,
      to_state: MATTER_ACTS.close_unconfirmed.to,
    })
    await tellOfAct(tx, changed, { act: 'close_unconfirmed', byPersonId: null, at: now })
    await record(tx, {
      regionId: row.community_id,
      at: now,
      personId: null,
      role: null,
      act: 'matter.close_unconfirmed',
      subject: { kind: 'matter', id: row.matter_id },
    })
  })
}
