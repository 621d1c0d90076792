import { stateAfter, type Outcome } from '#core/matters'
import { signedAs, type HeldRole } from '#core/permissions'
import { record } from '#server/audit/index'
import { attachPhotos } from '#server/photos/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { saveEvent, stepOf } from './events'
import { saveChanges, type MatterRow } from './repository'

const AT_GRID: readonly HeldRole['role'][] = ['grid_worker', 'grid_chief', 'grid_specialist']

/** 当场办结. Recorded, handled and resolved in one act; it then closes by verification only (domain.md 5). */
export async function resolveOnSpot(
  tx: Transaction,
  { actor, region, now }: Context,
  row: MatterRow,
  { outcome, note, photoIds = [] }: { outcome: Outcome; note: string; photoIds?: string[] },
): Promise<MatterRow> {
  const office = actor.roles.find(
    ({ role, placeId }) => placeId === row.grid_id && AT_GRID.includes(role),
  ) as ActingRole
  const changed = await saveChanges(tx, row, {
    state: stateAfter('resolve_on_spot', row.state, true),
    lead_kind: 'grid',
    lead_place_id: row.grid_id,
    lead_name: signedAs(office),
    handler_ids: [actor.personId],
    outcome,
    resolved_at: now(),
    changed_at: now(),
  })
  await saveEvent(
    tx,
    stepOf(changed, {
      act: 'resolve_on_spot',
      at: now(),
      person_id: actor.personId,
      role: office.role,
      by_name: changed.lead_name,
      unit_name: row.grid_name,
      outcome,
      note,
    }),
  )
  await attachPhotos(tx, {
    communityId: region.regionId,
    personId: actor.personId,
    photoIds,
    subject: { kind: 'matter', id: row.matter_id },
    moment: 'after',
    seq: changed.revision,
    at: now(),
  })
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: office.role,
    act: 'matter.resolve_on_spot',
    subject: { kind: 'matter', id: row.matter_id },
    reason: note,
  })
  return changed
}
