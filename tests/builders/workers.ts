import type { Runner } from 'graphile-worker'
import type { Pool } from 'pg'
import { startWorker, type JobHandlers } from '#server/platform/jobs/index'

const idle = () => Promise.resolve()
const IDLE: JobHandlers = {
  close_unconfirmed: idle,
  review_due: idle,
  reinspect: idle,
  office_ended: idle,
  volunteer_ended: idle,
  grid_dissolved: idle,
  seal_audit: idle,
  forget_old: idle,
  sweep_photos: idle,
  deliver_held: idle,
  tell_notice: idle,
  tell_untold: idle,
  wish_clock: idle,
  wish_offer_lapses: idle,
  wish_remind: idle,
  vote_clock: idle,
  vote_remind: idle,
  vote_certify_due: idle,
  vote_overdue: idle,
  demand_clock: idle,
  tell_vote: idle,
  tend_opinions: idle,
  item_remind: idle,
  tell_round: idle,
  board_clock: idle,
  round_clock: idle,
  make_archive: idle,
  tidy_my_data: idle,
  check_import: idle,
  write_import: idle,
  tend_imports: idle,
}

/** Two workers on one database, as two servers have them; what isn't handled is done by doing nothing. */
export async function twoWorkers(pool: Pool, handlers: Partial<JobHandlers>): Promise<Runner[]> {
  const workers: Runner[] = []
  for (let count = 0; count < 2; count += 1)
    workers.push(await startWorker(pool, { ...IDLE, ...handlers }, () => undefined))
  return workers
}
