import { changesOf, isOpen, OPEN_STATES } from '#core/matters'
import { record } from '#server/audit/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { columnsOf } from './changes'
import { saveEvent, stepOf } from './events'
import { lockMatter, matterOf, saveChanges, type MatterRow } from './repository'
import { tellOfAct } from './tell'
import { handOver, heirOf } from './withdraw-matter'

/** What is open goes to the earliest who met it too, or is withdrawn: as if its reporter had said so. Filters go. */
export async function forgetMatters(db: Database, closing: Closing): Promise<void> {
  const { communityId, personId } = closing
  await db
    .deleteFrom('desk_filters')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .execute()
  const open = await db
    .selectFrom('matters')
    .select('matter_id')
    .where('community_id', '=', communityId)
    .where('reporter_id', '=', personId)
    .where('state', 'in', OPEN_STATES)
    .orderBy('matter_id')
    .execute()
  // One transaction each, as for the clock: nobody waits for all of them.
  for (const { matter_id: matterId } of open)
    await db.transaction().execute((tx) => letGoOf(tx, closing, matterId))
}

async function letGoOf(
  tx: Transaction,
  { communityId, personId, at }: Closing,
  matterId: string,
): Promise<void> {
  const row = await lockMatter(tx, communityId, matterId)
  if (!row || row.reporter_id !== personId || !isOpen(row.state)) return
  const heir = await heirOf(tx, row, personId)
  if (heir) await handOver(tx, row, { personId, now: at }, heir)
  else await withdraw(tx, row, personId, at)
  await record(tx, {
    regionId: communityId,
    at,
    personId,
    role: null,
    act: heir ? 'matter.hand_over' : 'matter.withdraw',
    subject: { kind: 'matter', id: matterId },
  })
}

async function withdraw(tx: Transaction, row: MatterRow, personId: string, at: Date): Promise<void> {
  const changes = changesOf(matterOf(row), { act: 'withdraw' }, { personId, hasLead: true, now: at })
  const changed = await saveChanges(tx, row, columnsOf(changes))
  await saveEvent(tx, stepOf(changed, { act: 'withdraw', at, person_id: personId }))
  await tellOfAct(tx, changed, { act: 'withdraw', byPersonId: personId, at })
}
