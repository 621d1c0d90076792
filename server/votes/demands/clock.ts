import { DEMAND_CLOCK_ACTS, demandClockDueAt } from '#core/votes'
import { DomainError } from '#core/errors'
import { listStaffIds } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { listCommittees } from '../vote-place'
import { recordDemand } from './on-record'
import { forgetSignatures } from './end-signatures'
import { lockDemand, saveDemand, type DemandRow } from './repository'
import { tellOfDemand } from './tell-demand'

const timesOf = (row: DemandRow) => ({
  state: row.state,
  endsAt: row.ends_at,
  metAt: row.met_at,
  waitsSince: row.waits_since,
})

/** Puts on the clock's list what comes due of a demand as it stands now, each with the instant it stands for. */
export async function scheduleDemand(tx: Transaction, row: DemandRow): Promise<void> {
  for (const act of DEMAND_CLOCK_ACTS) {
    const dueAt = demandClockDueAt(timesOf(row), act)
    if (!dueAt) continue
    await enqueue(
      tx,
      'demand_clock',
      {
        communityId: row.community_id,
        demandId: row.demand_id,
        act,
        dueAt: dueAt.toISOString(),
      },
      { runAt: dueAt, key: `demand_${act}:${row.demand_id}` },
    )
  }
}

/** One deed of the clock. Overtaken by an act it does nothing; too early it fails, so that the job stays in line. */
export async function demandClock(db: Database, job: Jobs['demand_clock'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockDemand(tx, job.communityId, job.demandId)
    const due = row && demandClockDueAt(timesOf(row), job.act)
    if (!row || due?.toISOString() !== job.dueAt) return
    if (now < due) throw new DomainError('ACT_NOT_POSSIBLE')
    await (job.act === 'expire' ? expire(tx, row, now) : afterSilence(tx, row, now))
  })
}

async function expire(tx: Transaction, row: DemandRow, at: Date): Promise<void> {
  const over = await saveDemand(tx, row, { state: 'expired' })
  await forgetSignatures(tx, over)
  await recordDemand(tx, over, { act: 'expire', at, personId: null })
  await tellOfDemand(tx, over, [over.author_id], { kind: 'demand_expired', at, byPersonId: null })
}

/**
 * 业委会不召集: the residents' committee is told, once, and may convene in its place. Without an owners' committee they were
 * told when it was met, and nobody comes after them here.
 */
async function afterSilence(tx: Transaction, row: DemandRow, at: Date): Promise<void> {
  if (row.silent_at !== null || (await listCommittees(tx, row.jurisdiction, at)).length === 0) return
  const silent = await saveDemand(tx, row, { silent_at: at })
  await recordDemand(tx, silent, { act: 'silent', at, personId: null })
  const next = await listStaffIds(tx, silent.jurisdiction, ['residents_committee'], at)
  await tellOfDemand(tx, silent, next, { kind: 'demand_silent', at, byPersonId: null })
}
