import { setTimeout as sleep } from 'node:timers/promises'
import type { VoteClockAct, VoteState } from '#core/votes'
import { askDatabase } from './products'

const DAY = 86_400_000
const PATIENCE_MS = 60_000

interface VoteInProduct {
  dataDir: string
  communityId: string
  voteId: string
}

/** Moves a vote's days, and with them what the clock has on its list; the clock itself does the rest. */
export async function moveVote(
  { dataDir, communityId, voteId }: VoteInProduct,
  { state, act, opensAt, closesAt }: { state: VoteState; act: VoteClockAct; opensAt: Date; closesAt: Date },
): Promise<void> {
  const [opens, closes] = [opensAt.toISOString(), closesAt.toISOString()]
  const payload = JSON.stringify({ communityId, voteId, act, dueAt: act === 'open' ? opens : closes })
  await askDatabase(
    dataDir,
    `with moved as (update votes set state = '${state}', opens_at = '${opens}', closes_at = '${closes}'
      where vote_id = '${voteId}' returning 1)
    select graphile_worker.add_job('vote_clock', '${payload}'::json, run_at => '${opens}',
      job_key => 'vote_${act}:${voteId}', job_key_mode => 'replace') from moved`,
  )
}

async function until(vote: VoteInProduct, state: VoteState): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(200)) {
    const [row] = await askDatabase<{ state: string }>(
      vote.dataDir,
      `select state from votes where vote_id = '${vote.voteId}'`,
    )
    if (row?.state === state) return
    if (Date.now() > deadline) throw new Error(`The vote is ${row?.state ?? 'nowhere'}, not ${state}`)
  }
}

/** The days of notice are over: the clock opens it, for a day. */
export async function openVoteNow(vote: VoteInProduct): Promise<void> {
  const now = Date.now()
  await moveVote(vote, {
    state: 'notice',
    act: 'open',
    opensAt: new Date(now),
    closesAt: new Date(now + DAY),
  })
  await until(vote, 'open')
}

/**
 * Its last hour is over. Its days are moved once more and the clock opens and ends it by itself: what is frozen says when.
 * `counting`: where envelopes came in, which the tellers open now.
 */
export async function endVoteNow(
  vote: VoteInProduct,
  state: Extract<VoteState, 'closed' | 'counting'> = 'closed',
): Promise<void> {
  const now = Date.now()
  await moveVote(vote, {
    state: 'notice',
    act: 'open',
    opensAt: new Date(now),
    closesAt: new Date(now + 3_000),
  })
  await until(vote, state)
}

/** The days for objections to the result are over. */
export async function endObjectionsNow({ dataDir, voteId }: VoteInProduct): Promise<void> {
  await askDatabase(
    dataDir,
    `update votes set closed_at = closed_at - interval '30 days' where vote_id = '${voteId}'`,
  )
}
