import { changesByClock, type ClockAct } from '#core/matters'
import { record } from '#server/audit/index'
import type { Transaction } from '#server/platform/db/index'
import { columnsOf } from './changes'
import { saveEvent, stepOf, type StoredEvent } from './events'
import { matterOf, saveChanges, type MatterRow, type StoredMatter } from './repository'
import { scheduleAfter } from './schedule'
import { tellOfAct } from './tell'

/** One act of the clock on a locked matter: state, step, messages and record, like any person's act. */
export async function actByClock(
  tx: Transaction,
  row: MatterRow,
  act: Exclude<ClockAct, 'grid_dissolved'>,
  { at, step }: { at: Date; step?: Partial<StoredEvent> },
): Promise<MatterRow> {
  const columns = columnsOf(changesByClock(matterOf(row), act, at))
  return saveByClock(tx, row, act, { at, columns, step })
}

/** What an act of the clock changes, with all that goes with any act. */
export async function saveByClock(
  tx: Transaction,
  row: MatterRow,
  act: ClockAct,
  { at, columns, step }: { at: Date; columns: Partial<StoredMatter>; step?: Partial<StoredEvent> },
): Promise<MatterRow> {
  const changed = await saveChanges(tx, row, columns)
  await saveEvent(tx, stepOf(changed, { act, at, ...step }))
  await tellOfAct(tx, changed, { act, byPersonId: null, at })
  await scheduleAfter(tx, changed, act)
  await record(tx, {
    regionId: row.community_id,
    at,
    personId: null,
    role: null,
    act: `matter.${act}`,
    subject: { kind: 'matter', id: row.matter_id },
  })
  return changed
}
