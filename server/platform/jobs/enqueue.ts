import { sql } from 'kysely'
import type { ItemReminder } from '#core/rounds'
import type { Role } from '#core/permissions'
import type { RoundClockAct } from '#core/rounds'
import type { DemandClockAct, VoteClockAct, VoteOverdue } from '#core/votes'
import type { WishDeed } from '#core/wishes'
import type { Database, Transaction } from '#server/platform/db/index'

/** What happens later, by name; each has its payload. */
export interface Jobs {
  close_unconfirmed: { communityId: string; matterId: string; resolvedAt: string }
  review_due: { communityId: string; matterId: string; reviewAt: string }
  reinspect: { communityId: string; matterId: string; reinspectAt: string }
  office_ended: { communityId: string; role: Role; placeId: string }
  volunteer_ended: { communityId: string; personId: string; endsAt: string }
  /** `again`: some minutes later, for what was just being written at that moment. */
  grid_dissolved: { communityId: string; gridId: string; again: boolean }
  seal_audit: Record<string, never>
  forget_old: Record<string, never>
  sweep_photos: Record<string, never>
  deliver_held: Record<string, never>
  tell_notice: { communityId: string; noticeId: string }
  tell_untold: Record<string, never>
  wish_clock: { communityId: string; wishId: string; act: WishDeed; dueAt: string }
  wish_offer_lapses: { communityId: string; wishId: string; offerId: string }
  wish_remind: { communityId: string; wishId: string; claimedAt: string; days: number }
  vote_clock: { communityId: string; voteId: string; act: VoteClockAct; dueAt: string }
  vote_remind: { communityId: string; voteId: string; closesAt: string }
  vote_certify_due: { communityId: string; voteId: string; closedAt: string }
  vote_overdue: { communityId: string; voteId: string; what: VoteOverdue; dueAt: string }
  demand_clock: { communityId: string; demandId: string; act: DemandClockAct; dueAt: string }
  tell_vote: { communityId: string; voteId: string }
  tend_opinions: Record<string, never>
  item_remind: { communityId: string; itemId: string; dueOn: string; reminder: ItemReminder }
  tell_round: { communityId: string; roundId: string }
  board_clock: { communityId: string; topicId: string; dueAt: string }
  round_clock: { communityId: string; roundId: string; act: RoundClockAct }
  make_archive: { personId: string; archiveId: string }
  tidy_my_data: Record<string, never>
  check_import: { communityId: string; importId: string }
  write_import: { communityId: string; importId: string }
  tend_imports: Record<string, never>
}
export type JobName = keyof Jobs

/** Adds a job in the caller's transaction: it exists exactly when the transaction does. The key makes it the only one. */
export async function enqueue<Name extends JobName>(
  db: Database | Transaction,
  name: Name,
  payload: Jobs[Name],
  options: { runAt: Date; key: string },
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${name}, payload => ${JSON.stringify(payload)}::json, run_at => ${options.runAt}::timestamptz,
    job_key => ${options.key}, job_key_mode => 'replace')`.execute(db)
}
