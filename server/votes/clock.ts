import {
  closesAtAfterDelay,
  THIRD_SEAT,
  voteClockDueAt,
  voteStateAfter,
  type VoteClockAct,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { renewCertifier } from './certifier'
import { closeVote } from './close-vote'
import { hasEnvelopesLeft } from './count-paper'
import { saveVoteEvent } from './events'
import { frozenHashOf } from './frozen'
import { listVoteItems, lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { listVoters } from './roll-repository'
import { scheduleVote } from './schedule'
import { listSeated } from './tellers'
import { certifiersOf, tellOfVote, tellOfVoteAct } from './tell'

/**
 * One deed of the clock. Overtaken by an act it does nothing; too early (by this server's clock, which may be behind the
 * database's) it fails, so that the job stays in line.
 */
export async function voteClock(
  db: Database,
  box: ContactBox,
  job: Jobs['vote_clock'],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockVote(tx, job.communityId, job.voteId)
    const due = row && voteClockDueAt(voteOf(row, { onRoll: false }), job.act)
    if (!row || due?.toISOString() !== job.dueAt) return
    if (now < due) throw new DomainError('ACT_NOT_POSSIBLE')
    await runClock(tx, box, row, job.act, now)
  })
}

/** Opens, ends or counts a vote that is due for it. */
export async function runClock(
  tx: Transaction,
  box: ContactBox,
  row: VoteRow,
  act: VoteClockAct,
  now: Date,
): Promise<VoteRow> {
  // Envelopes are opened first: who keys in the last of them posts the result.
  if (act === 'close' && (await hasEnvelopesLeft(tx, row))) return row
  const changed =
    act === 'open'
      ? await openVote(tx, row, now)
      : act === 'count'
        ? await saveVote(tx, row, { state: voteStateAfter('count', row.state) })
        : await renewCertifier(tx, await closeVote(tx, box, row, now), now)
  await saveVoteEvent(tx, changed, { act, at: now })
  await record(tx, {
    regionId: row.community_id,
    at: now,
    personId: null,
    role: null,
    act: `vote.${act}`,
    subject: { kind: 'vote', id: row.vote_id },
  })
  await scheduleVote(tx, changed)
  await tellOfVoteAct(tx, changed, act, { byPersonId: null, at: now })
  if (act !== 'count') return changed
  // Without envelopes to open, what was cast is counted at once.
  if (!(await hasEnvelopesLeft(tx, changed))) return runClock(tx, box, changed, 'close', now)
  const first = (await listSeated(tx, changed)).filter(({ seat }) => seat !== THIRD_SEAT)
  const ids = first.map((teller) => teller.person_id)
  await tellOfVote(tx, changed, 'vote_envelopes_wait', ids, { byPersonId: null, at: now })
  return changed
}

/** 开始投票: the roll with its amendments is frozen again, and its hash published (domain.md 7). */
async function openVote(tx: Transaction, row: VoteRow, now: Date): Promise<VoteRow> {
  const opened = {
    ...row,
    opens_at: now,
    closes_at: closesAtAfterDelay(row.opens_at, now, row.closes_at),
  }
  const items = await listVoteItems(tx, row.community_id, [row.vote_id])
  const voters = await listVoters(tx, row.community_id, row.vote_id)
  return saveVote(tx, row, {
    state: voteStateAfter('open', row.state),
    opens_at: opened.opens_at,
    closes_at: opened.closes_at,
    frozen_sha256: frozenHashOf(opened, items, voters),
  })
}

/** A day before the end: who could vote and has not is reminded. Nothing is said of what the others chose. */
export async function voteRemind(db: Database, job: Jobs['vote_remind'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockVote(tx, job.communityId, job.voteId)
    if (!row || row.state !== 'open' || row.closes_at.toISOString() !== job.closesAt) return
    await tellOfVoteAct(tx, row, 'remind', { byPersonId: null, at: now })
  })
}

/** The days for objections are over: who certifies is told that it waits for them. */
export async function voteCertifyDue(db: Database, job: Jobs['vote_certify_due'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockVote(tx, job.communityId, job.voteId)
    if (!row || row.state !== 'closed' || row.closed_at?.toISOString() !== job.closedAt) return
    const changed = await renewCertifier(tx, row, now)
    await tellOfVote(tx, changed, 'vote_certify_due', await certifiersOf(tx, changed, now), {
      byPersonId: null,
      at: now,
    })
  })
}
