import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { Acting } from './acting'
import { saveEvent, stepOf } from './events'
import { countHomes, listJoiners } from './joiners'
import { saveChanges, type MatterRow } from './repository'
import { tellOfAct } from './tell'

/**
 * 撤回. Alone, the matter ends; where others met it too only oneself leaves, and the earliest of them becomes its
 * reporter (domain.md 5).
 */
export async function withdrawMatter(
  tx: Transaction,
  { now }: Context,
  row: MatterRow,
  { personId }: Acting,
): Promise<MatterRow> {
  const joiners = await listJoiners(tx, row.community_id, row.matter_id)
  const heir = joiners.find((joiner) => joiner.personId !== personId)
  return heir ? handOver(tx, row, personId, heir.personId, now()) : end(tx, row, personId, now())
}

async function end(tx: Transaction, row: MatterRow, personId: string, at: Date): Promise<MatterRow> {
  const changed = await saveChanges(tx, row, {
    state: 'withdrawn',
    review_at: null,
    asked_review_at: null,
    changed_at: at,
  })
  await saveEvent(tx, stepOf(changed, { act: 'withdraw', at, person_id: personId }))
  await tellOfAct(tx, changed, { act: 'withdraw', byPersonId: personId, at })
  return changed
}

async function handOver(
  tx: Transaction,
  row: MatterRow,
  personId: string,
  heirId: string,
  at: Date,
): Promise<MatterRow> {
  await tx
    .deleteFrom('matter_joiners')
    .where('community_id', '=', row.community_id)
    .where('matter_id', '=', row.matter_id)
    .where('person_id', '=', heirId)
    .execute()
  const joined = await countHomes(tx, { ...row, reporter_id: heirId })
  const changed = await saveChanges(tx, row, {
    reporter_id: heirId,
    joined_homes: joined,
    shown_as: 'resident',
    // What the first reporter wrote stays theirs to show: the heir did not write it.
    answered: row.answered,
  })
  await saveEvent(tx, stepOf(changed, { act: 'hand_over', at, person_id: personId }))
  await tellOfAct(tx, changed, { act: 'hand_over', byPersonId: personId, at })
  return changed
}
