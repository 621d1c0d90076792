import { answerEndsAt, isClosingAct, type MatterAct } from '#core/matters'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import type { MatterRow } from './repository'

/** Puts on the clock's list what an act starts. Each job names the instant it stands for, so that a late one does nothing. */
export async function scheduleAfter(tx: Transaction, row: MatterRow, act: MatterAct): Promise<void> {
  const about = { communityId: row.community_id, matterId: row.matter_id }
  if (act === 'resolve' && row.resolved_at && row.reporter_id) {
    await enqueue(
      tx,
      'close_unconfirmed',
      { ...about, resolvedAt: row.resolved_at.toISOString() },
      { runAt: answerEndsAt(row.resolved_at), key: `close_unconfirmed:${row.matter_id}` },
    )
  }
  if (row.state === 'deferred' && row.review_at && (act === 'defer' || act === 'grant_deferral')) {
    await enqueue(
      tx,
      'review_due',
      { ...about, reviewAt: row.review_at.toISOString() },
      { runAt: row.review_at, key: `review_due:${row.matter_id}` },
    )
  }
  if (row.reinspect_at && isClosingAct(act)) {
    await enqueue(
      tx,
      'reinspect',
      { ...about, reinspectAt: row.reinspect_at.toISOString() },
      { runAt: row.reinspect_at, key: `reinspect:${row.matter_id}` },
    )
  }
}
