import { isOffice } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'

/** Puts an act on an organisation, a member or a request on record; `inOffice`: done for the community, not for oneself. */
export async function recordOn(
  tx: Transaction,
  { actor, region, now }: Context,
  act: string,
  subject: { kind: 'organisation' | 'organisation_member' | 'volunteer_request'; id: string },
  { reason, ownAct = false }: { reason?: string | undefined; ownAct?: boolean } = {},
): Promise<void> {
  const office = ownAct
    ? undefined
    : actor.roles.find((held) => isOffice(held) && region.path.includes(held.placeId))
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    act,
    subject,
    reason,
  })
}
