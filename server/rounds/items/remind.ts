import { isItemOpen, ITEM_REMINDERS, itemRemindedAt } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { holdRound } from '../repository'
import { lockItem, type ItemRow } from './repository'
import { listOwnerIds, tellOfItem } from './tell-item'

/** Puts the reminders of an item's due day on the clock's list: before it and on it, as far as they are to come. */
export async function scheduleItemReminders(tx: Transaction, row: ItemRow, now: Date): Promise<void> {
  for (const reminder of ITEM_REMINDERS) {
    const runAt = itemRemindedAt(row.due_on, reminder)
    if (runAt <= now) continue
    await enqueue(
      tx,
      'item_remind',
      { communityId: row.community_id, itemId: row.item_id, dueOn: row.due_on, reminder },
      { runAt, key: `item_remind_${reminder}:${row.item_id}` },
    )
  }
}

/**
 * Reminds who took it on; while nobody did, the convener. Overtaken by another due day, or by the end of the item or of the phase, it does
 * nothing; too early it fails, so that the job stays in line.
 */
export async function itemRemind(db: Database, job: Jobs['item_remind'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const seen = await tx
      .selectFrom('action_items')
      .select('round_id')
      .where('community_id', '=', job.communityId)
      .where('item_id', '=', job.itemId)
      .executeTakeFirst()
    const round = seen && (await holdRound(tx, job.communityId, seen.round_id))
    const row = round && (await lockItem(tx, job.communityId, job.itemId))
    if (!round || !row || round.state !== 'action') return
    if (!isItemOpen(row.state) || row.due_on !== job.dueOn) return
    if (now < itemRemindedAt(job.dueOn, job.reminder)) throw new DomainError('ACT_NOT_POSSIBLE')
    const owners = row.owner_id ? await listOwnerIds(tx, row, round, now) : []
    // Nobody took it on, or nobody is left of who did.
    const personIds = owners.length > 0 ? owners : [round.convener_id]
    await tellOfItem(tx, row, { kind: 'item_due', personIds }, { byPersonId: null, at: now })
  })
}
