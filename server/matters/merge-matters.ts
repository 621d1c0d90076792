import { decideMergeInto, type MatterAct } from '#core/matters'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { saveEvent, stepOf } from './events'
import { countHomes } from './joiners'
import { findMatter, lockMatter, lockMatters, matterOf, saveChanges, type MatterRow } from './repository'
import { tellAbove } from './tell'

/**
 * Both matters of a merge and what was merged into the first, locked in the order of their ids: merges across each other,
 * and one who unmerges meanwhile, wait; none is lost.
 */
export async function lockWithTarget(
  tx: Transaction,
  communityId: string,
  matterId: string,
  targetId: string,
) {
  const set = await listMergedIds(tx, communityId, matterId)
  const rows = await lockMatters(tx, communityId, [matterId, targetId, ...set])
  return {
    row: rows.find((one) => one.matter_id === matterId),
    target: rows.find((one) => one.matter_id === targetId),
  }
}

/** A merged matter and what it is merged into, locked in the order of their ids. */
export async function lockWithSet(tx: Transaction, communityId: string, matterId: string) {
  const seen = await findMatter(tx, communityId, matterId)
  const rows = await lockMatters(tx, communityId, [
    matterId,
    ...(seen?.merged_into ? [seen.merged_into] : []),
  ])
  return rows.find((one) => one.matter_id === matterId)
}

async function listMergedIds(tx: Transaction, communityId: string, matterId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('matters')
    .select('matter_id')
    .where('community_id', '=', communityId)
    .where('merged_into', '=', matterId)
    .execute()
  return rows.map((row) => row.matter_id)
}

/** May these two become one? Asked after the act itself was allowed; what isn't there looks like what may not be read. */
export function enforceMergeInto(
  { actor }: Context,
  row: MatterRow,
  target: MatterRow | undefined,
): MatterRow {
  if (!target) throw new DomainError('NOT_FOUND', 'intoMatterId')
  if (target.matter_id === row.matter_id) throw new DomainError('MERGE_NOT_POSSIBLE', 'intoMatterId')
  enforce(decideMergeInto(actor, matterOf(row), matterOf(target)))
  return target
}

/** The other takes it in, with everything that was merged into it before (domain.md 5: "whole set"). */
export async function absorb(
  tx: Transaction,
  context: Context,
  merged: MatterRow,
  target: MatterRow,
): Promise<void> {
  await tx
    .updateTable('matters')
    .set({ merged_into: target.matter_id })
    .where('community_id', '=', merged.community_id)
    .where('merged_into', '=', merged.matter_id)
    .execute()
  await noteOn(tx, context, target, 'absorb', merged.matter_id)
}

/** What was merged goes its own way again; nothing of it was copied, so nothing is left behind. */
export async function letGo(
  tx: Transaction,
  context: Context,
  targetId: string,
  unmerged: MatterRow,
): Promise<void> {
  const target = await lockMatter(tx, unmerged.community_id, targetId)
  if (target) await noteOn(tx, context, target, 'let_go', unmerged.matter_id)
}

async function noteOn(
  tx: Transaction,
  { actor, region, now }: Context,
  target: MatterRow,
  act: Extract<MatterAct, 'absorb' | 'let_go'>,
  otherMatterId: string,
): Promise<void> {
  const changed = await saveChanges(tx, target, { joined_homes: await countHomes(tx, target) })
  await saveEvent(
    tx,
    stepOf(changed, { act, at: now(), person_id: actor.personId, details: { otherMatterId } }),
  )
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: null,
    act: `matter.${act}`,
    subject: { kind: 'matter', id: target.matter_id },
  })
  await tellAbove(tx, changed, now())
}
