import type { Role } from '#core/permissions'
import type { InboxKind } from '#core/inbox'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { listCommittees } from '../vote-place'
import { demandTitleFor, type DemandRow } from './repository'

interface Told {
  kind: InboxKind
  at: Date
  /** Who did it isn't told of it; null: the clock. */
  byPersonId: string | null
}

/** Sends a message about a demand. */
export async function tellOfDemand(
  tx: Transaction,
  row: DemandRow,
  personIds: readonly string[],
  { kind, at, byPersonId }: Told,
): Promise<void> {
  const heard = personIds.filter((id) => id !== byPersonId)
  // What a moderator hid is named to its author alone.
  for (const about of new Set(heard.map((id) => demandTitleFor(row, id))))
    await sendToInbox(tx, {
      communityId: row.community_id,
      personIds: heard.filter((id) => demandTitleFor(row, id) === about),
      kind,
      about,
      subject: { kind: 'demand', id: row.demand_id },
      at,
    })
}

/** Tells its author and whose signatures stand. */
export async function tellSigners(tx: Transaction, row: DemandRow, told: Told): Promise<void> {
  const signed = await tx
    .selectFrom('demand_signatures')
    .select('person_id')
    .distinct()
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', row.demand_id)
    .where('ended_at', 'is', null)
    .execute()
  await tellOfDemand(tx, row, [row.author_id, ...signed.map((one) => one.person_id)], told)
}

/** Who must convene now: the owners' committee; without one, or beside one that was silent, the residents' committee. */
export async function listConvenerIds(tx: Transaction, row: DemandRow, now: Date): Promise<string[]> {
  const hasCommittee = (await listCommittees(tx, row.jurisdiction, now)).length > 0
  const roles: Role[] = [
    ...(hasCommittee ? (['owners_committee'] as const) : []),
    ...(hasCommittee && row.silent_at === null ? [] : (['residents_committee'] as const)),
  ]
  return listStaffIds(tx, row.jurisdiction, roles, now)
}
