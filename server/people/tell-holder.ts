import { officeInWords } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import type { RegionInScope } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { GrantRow } from './grant-repository'
import { rememberCommunity } from './me'

/** Tells the holder that their office changed, where the office is in a community. */
export async function tellHolder(
  tx: Transaction,
  region: RegionInScope,
  grant: GrantRow,
  byPersonId: string,
  at: Date,
): Promise<void> {
  if (region.kind !== 'community') return
  await rememberCommunity(tx, grant.person_id, region.regionId)
  if (grant.person_id === byPersonId || grant.state === 'proposed') return
  await sendToInbox(tx, {
    communityId: region.regionId,
    personIds: [grant.person_id],
    kind: 'grant_changed',
    about: `${grant.place_name} ${officeInWords({ role: grant.role, isActing: grant.is_acting })}`,
    subject: { kind: 'grant', id: grant.grant_id },
    at,
  })
}
