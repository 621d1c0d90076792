import { DomainError } from '#core/errors'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { endHelpOf } from './end-help'
import { helpedBy, mayStillHelp } from './helper-now'
import { lockWish } from './repository'

/**
 * Who is a volunteer no more (by an act, or because the time was over) helps where they still may: as a neighbour, or in
 * an organisation. Everywhere else an offer is taken back and a claim handed back (domain.md 3). Twice does nothing.
 */
export async function endHelpOfVolunteer(
  db: Database,
  { communityId, personId, endsAt }: Jobs['volunteer_ended'],
  now: Date,
): Promise<void> {
  // This server's clock may be behind the database's: the job stays in line.
  if (now < new Date(endsAt)) throw new DomainError('ACT_NOT_POSSIBLE')
  const { rows } = await helpedBy({ communityId, personId }).execute(db)
  // One transaction each, so that nobody waits for all of them.
  for (const { id } of rows)
    await db.transaction().execute(async (tx) => {
      const row = await lockWish(tx, communityId, id)
      if (!row || (await mayStillHelp(tx, row, { personId, at: now }))) return
      await endHelpOf(tx, row, { personId, at: now })
    })
}
