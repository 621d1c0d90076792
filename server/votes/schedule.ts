import { resultObjectionsEndAt, VOTE_CLOCK_ACTS, voteClockDueAt, voteRemindAt } from '#core/votes'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { scheduleOverdue } from './overdue'
import { voteOf, type VoteRow } from './repository'

/**
 * Puts on the clock's list what comes due of a vote as it stands now. Each job names the instant it stands for, so that
 * one that was overtaken does nothing.
 */
export async function scheduleVote(tx: Transaction, row: VoteRow): Promise<void> {
  const vote = voteOf(row, { onRoll: false })
  const named = { communityId: row.community_id, voteId: row.vote_id }
  for (const act of VOTE_CLOCK_ACTS) {
    const dueAt = voteClockDueAt(vote, act)
    if (!dueAt) continue
    await enqueue(
      tx,
      'vote_clock',
      { ...named, act, dueAt: dueAt.toISOString() },
      { runAt: dueAt, key: `vote_${act}:${row.vote_id}` },
    )
  }
  const remindAt = row.state === 'open' ? voteRemindAt(row.opens_at, row.closes_at) : null
  if (remindAt)
    await enqueue(
      tx,
      'vote_remind',
      { ...named, closesAt: row.closes_at.toISOString() },
      { runAt: remindAt, key: `vote_remind:${row.vote_id}` },
    )
  await scheduleOverdue(tx, row)
  if (row.state === 'closed' && row.closed_at)
    await enqueue(
      tx,
      'vote_certify_due',
      { ...named, closedAt: row.closed_at.toISOString() },
      { runAt: resultObjectionsEndAt(vote, row.closed_at), key: `vote_certify_due:${row.vote_id}` },
    )
}
