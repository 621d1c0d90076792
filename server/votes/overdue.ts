import { sql } from 'kysely'
import {
  ABOVE_OVERDUE,
  hasTurnoutOnly,
  ROLL_DECISION_DAYS,
  VOTE_OVERDUES,
  voteOverdueAt,
  waitsForTeller,
  type VoteOverdue,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { listUnsettled } from './envelopes'
import { saveVoteEvent } from './events'
import { lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { decidersOf, othersInOffice, tellOfVote } from './tell'
import { listSeated } from './tellers'

/** Puts on the clock's list when an answer or the result falls due. No query where nothing waits for it. */
export async function scheduleOverdue(tx: Transaction, row: VoteRow): Promise<void> {
  for (const what of VOTE_OVERDUES) {
    const dueAt = await overdueAt(tx, row, what)
    if (!dueAt) continue
    await enqueue(
      tx,
      'vote_overdue',
      { communityId: row.community_id, voteId: row.vote_id, what, dueAt: dueAt.toISOString() },
      { runAt: dueAt, key: `vote_${what}:${row.vote_id}` },
    )
  }
}

/**
 * 到日子没办: whoever has to act is reminded, and the level above is told; once, however often the job runs, for the timeline says that
 * it was. What was answered or counted meanwhile is told to nobody.
 */
export async function voteOverdue(db: Database, job: Jobs['vote_overdue'], now: Date): Promise<void> {
  const { communityId, voteId, what } = job
  await db.transaction().execute(async (tx) => {
    const row = await lockVote(tx, communityId, voteId)
    const due = row && (await overdueAt(tx, row, what))
    if (!row || due?.toISOString() !== job.dueAt) return
    if (now < due) throw new DomainError('ACT_NOT_POSSIBLE')
    const changed = await saveVote(tx, row, {})
    await saveVoteEvent(tx, changed, { act: what, at: now })
    await record(tx, {
      regionId: communityId,
      at: now,
      personId: null,
      role: null,
      act: `vote.${what}`,
      subject: { kind: 'vote', id: voteId },
    })
    await tellOverdue(tx, changed, what, now)
    await scheduleOverdue(tx, changed)
  })
}

/** When one of the two is next overdue, of what stands as it does now. */
async function overdueAt(tx: Transaction, row: VoteRow, what: VoteOverdue): Promise<Date | null> {
  const waits =
    what === 'roll_overdue' ? row.state === 'notice' && row.undecided_roll > 0 : hasTurnoutOnly(row.state)
  return waits ? voteOverdueAt(voteOf(row, { onRoll: false }), what, await findWaiting(tx, row, what)) : null
}

/** The first objection to the roll that nobody has answered and that wasn't due yet when it was told last, and when that was. One query. */
async function findWaiting(tx: Transaction, row: VoteRow, what: VoteOverdue) {
  const { rows } = await sql<{ objectedAt: Date | null; toldAt: Date | null }>`
    select told.at as "toldAt", (select min(o.at) from vote_objections o
      where o.community_id = ${row.community_id} and o.vote_id = ${row.vote_id} and o.about = 'roll' and o.decision is null
        and (told.at is null or o.at >= date_trunc('day', told.at, 'Asia/Shanghai')
          - make_interval(days => ${ROLL_DECISION_DAYS}))) as "objectedAt"
    from (select max(at) as at from vote_events where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      and act = ${what}) told`.execute(tx)
  return rows[0] ?? { objectedAt: null, toldAt: null }
}

async function tellOverdue(tx: Transaction, row: VoteRow, what: VoteOverdue, now: Date): Promise<void> {
  const told = { byPersonId: null, at: now }
  const isRoll = what === 'roll_overdue'
  const ids = isRoll ? await decidersOf(tx, row, 'roll', now) : await tellersAwaited(tx, row)
  const above = (await othersInOffice(tx, row, ABOVE_OVERDUE[what], now)).filter((id) => !ids.includes(id))
  await tellOfVote(tx, row, isRoll ? 'vote_objection_due' : 'vote_count_due', ids, told)
  await tellOfVote(tx, row, isRoll ? 'vote_objection_late' : 'vote_count_late', above, told)
}

/** 还没录完的计票人: who sits in a seat for which envelopes wait. */
async function tellersAwaited(tx: Transaction, row: VoteRow): Promise<string[]> {
  if (row.state !== 'counting') return []
  const left = await listUnsettled(tx, row)
  return (await listSeated(tx, row))
    .filter(({ seat }) => left.some((one) => waitsForTeller(seat, one)))
    .map((teller) => teller.person_id)
}
