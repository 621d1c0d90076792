import { roundClockDueAt, roundStateAfter, type RoundClockAct } from '#core/rounds'
import { listStaffIds } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { moveBackToBoard } from './board/begin-with'
import { saveRoundEvent } from './events'
import { recordRound } from './on-record'
import { lockRound, saveRound, type RoundRow } from './repository'
import { indexRound } from './round-words'
import { tellOfRoundAct, tellPersonsOfRound } from './tell-round'

const CLOCK_ACTS = ['idle', 'abandon'] as const satisfies readonly RoundClockAct[]

const dueAtOf = (row: RoundRow, act: RoundClockAct): Date | null =>
  roundClockDueAt({ state: row.state, idleAt: row.idle_at, touchedAt: row.touched_at }, act)

/**
 * Puts on the clock's list what comes due of a round as it stands now. What people do in it puts it off without writing here: a job that
 * comes too early sets itself to the new day.
 */
export async function scheduleRound(tx: Transaction, row: RoundRow): Promise<void> {
  for (const act of CLOCK_ACTS) {
    const dueAt = dueAtOf(row, act)
    if (!dueAt) continue
    await enqueue(
      tx,
      'round_clock',
      { communityId: row.community_id, roundId: row.round_id, act },
      { runAt: dueAt, key: `round_${act}:${row.round_id}` },
    )
  }
}

/** One deed of the clock: a round with nothing going on is idle, and one that nobody takes over ends. */
export async function roundClock(db: Database, job: Jobs['round_clock'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockRound(tx, job.communityId, job.roundId)
    const due = row && dueAtOf(row, job.act)
    if (!row) return
    // Something was done meanwhile: it isn't idle, or there is something new to wait for.
    if (!due || now < due) {
      await scheduleRound(tx, row)
      return
    }
    await (job.act === 'idle' ? becomeIdle(tx, row, now) : abandon(tx, row, now))
  })
}

/** Staff who may name another convener. */
export const listNamingIds = (tx: Transaction, row: RoundRow, at: Date): Promise<string[]> =>
  listStaffIds(tx, row.jurisdiction, ['community_staff', 'residents_committee', 'community_secretary'], at)

/** 两个月没有动静: staff look for somebody who takes it over, and its convener is told too. */
async function becomeIdle(tx: Transaction, row: RoundRow, at: Date): Promise<void> {
  const idle = await saveRound(tx, row, { idle_at: at })
  await saveStep(tx, idle, 'idle', at)
  await scheduleRound(tx, idle)
  const told = [...(await listNamingIds(tx, idle, at)), idle.convener_id]
  await tellPersonsOfRound(tx, idle, { kind: 'round_idle', personIds: told }, { byPersonId: null, at })
}

/** 没人接着办: it ends, with its report. */
async function abandon(tx: Transaction, row: RoundRow, at: Date): Promise<void> {
  const over = await saveRound(tx, row, {
    state: roundStateAfter('abandon', row.state),
    ended_at: at,
    next_convener_id: null,
    next_convener_name: null,
  })
  await saveStep(tx, over, 'abandon', at)
  // Before the agenda nobody has talked of them: a head's silence doesn't bury what the board asks for.
  if (row.state === 'agenda') await moveBackToBoard(tx, row, { byPersonId: null, at })
  await indexRound(tx, over)
  await tellOfRoundAct(tx, over, 'abandon', { byPersonId: null, at })
}

async function saveStep(tx: Transaction, row: RoundRow, act: RoundClockAct, at: Date): Promise<void> {
  await saveRoundEvent(tx, row, { act, at })
  await recordRound(tx, row, { act, at, personId: null })
}
