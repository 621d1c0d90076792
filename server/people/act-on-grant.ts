import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { enforce, isOffice } from '#core/permissions'
import {
  decideGrantAct,
  GRANT_ACTS,
  mayReadGrant,
  type Founding,
  type GrantAct,
  type GrantView,
} from '#core/people'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { grantOf, hasDistrictStaff, listGrants, lockGrant, type GrantRow } from './grant-repository'
import { presentGrant } from './present-grant'
import { scheduleOfficeEnd } from './office-end'
import { tellHolder } from './tell-holder'

export interface ActOnGrant {
  grantId: string
  act: GrantAct
  reason?: string | undefined
}

/** Confirms, refuses or ends a grant. */
export async function actOnGrant(context: Context, input: ActOnGrant): Promise<GrantView> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    const founding = { districtStaffInOffice: await hasDistrictStaff(tx, now()) }
    const changed = await changeGrant(tx, context, input, founding)
    return presentGrant(changed, grantOf(changed), actor, founding)
  })
}

/** The same as a part of a greater act, in its transaction. Throws what `decideGrantAct` refuses. */
async function changeGrant(
  tx: Transaction,
  { actor, region, now }: Context,
  { grantId, act, reason }: ActOnGrant,
  founding: Founding,
): Promise<GrantRow> {
  if (act === 'confirm') await holdProposed(tx, region.regionId, grantId)
  const row = await lockGrant(tx, region.regionId, grantId)
  if (!row) throw new DomainError('NOT_FOUND')
  enforce(decideGrantAct(actor, grantOf(row), act, founding, reason))
  const changed: GrantRow = {
    ...row,
    state: GRANT_ACTS[act].to,
    reason: reason ?? null,
    decided_by: actor.personId,
  }
  await tx
    .updateTable('role_grants')
    .set({ state: changed.state, reason: changed.reason, decided_by: changed.decided_by })
    .where('region_id', '=', region.regionId)
    .where('grant_id', '=', grantId)
    .execute()
  await scheduleOfficeEnd(tx, changed, act === 'end' ? now() : row.ends_at)
  await tellHolder(tx, region, changed, actor.personId, now())
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: actor.roles.find((held) => isOffice(held) && row.jurisdiction.includes(held.placeId))?.role ?? null,
    act: `grant.${act}`,
    subject: { kind: 'grant', id: grantId },
    reason,
  })
  return changed
}

/** Nothing is confirmed onto somebody who is gone: their closing has refused it by then. */
async function holdProposed(tx: Transaction, regionId: string, grantId: string): Promise<void> {
  await tx
    .selectFrom('people as p')
    .innerJoin('role_grants as g', 'g.person_id', 'p.person_id')
    .select('p.person_id')
    .where('g.region_id', '=', regionId)
    .where('g.grant_id', '=', grantId)
    .forShare('p')
    .execute()
}

/** A holder gives up what only they and the community know of; no second person is asked, whoever founds the district. */
export async function endOwnGrant(
  tx: Transaction,
  context: Context,
  { grantId, reason }: { grantId: string; reason: string },
): Promise<void> {
  await changeGrant(tx, context, { grantId, act: 'end', reason }, { districtStaffInOffice: true })
}

/** The grants of a region that the caller may see, newest first. A page may hold fewer than it asked for. */
export async function listGrantsFor(context: Context, cursor: string | undefined) {
  const { db, actor, region, now } = context
  const rows = await listGrants(db, region.regionId, decodeCursor(cursor, idCursor)?.[0], PAGE_SIZE + 1)
  const founding = { districtStaffInOffice: await hasDistrictStaff(db, now()) }
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.grant_id],
    (row) => row,
  )
  const visible = page.items.filter((row) => mayReadGrant(actor, grantOf(row)))
  return { ...page, items: visible.map((row) => presentGrant(row, grantOf(row), actor, founding)) }
}
