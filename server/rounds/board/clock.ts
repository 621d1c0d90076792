import { boardSilenceDueAt } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { recordTopic } from '../topics/on-record'
import { lockTopic, saveTopic, type StoredTopic } from '../topics/repository'
import { tellSeconders } from '../topics/tell-topic'

const dueAtOf = (row: StoredTopic): Date | null =>
  boardSilenceDueAt({
    onBoard: row.round_id === null && row.state === 'open',
    wordsState: row.words_state,
    metAt: row.met_at,
    silentAt: row.silent_at,
  })

/** Puts on the clock's list that the days of who convenes there end. The job names the instant it stands for. */
export async function scheduleSilence(tx: Transaction, row: StoredTopic): Promise<void> {
  const dueAt = dueAtOf(row)
  if (!dueAt) return
  await enqueue(
    tx,
    'board_clock',
    { communityId: row.community_id, topicId: row.topic_id, dueAt: dueAt.toISOString() },
    { runAt: dueAt, key: `board_clock:${row.topic_id}` },
  )
}

/**
 * Nobody convened or declined: everybody who seconded it is told that they may (domain.md 6). Overtaken by an act it does nothing; too
 * early it fails, so that the job stays in line.
 */
export async function boardClock(db: Database, job: Jobs['board_clock'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockTopic(tx, job.communityId, job.topicId)
    const due = row && dueAtOf(row)
    if (!row || due?.toISOString() !== job.dueAt) return
    if (now < due) throw new DomainError('ACT_NOT_POSSIBLE')
    const silent = await saveTopic(tx, row, { silent_at: now })
    await recordTopic(tx, silent, { act: 'silent', at: now, personId: null })
    await tellSeconders(tx, silent, { kind: 'board_silent', at: now, byPersonId: null })
  })
}
