import type { InboxKind } from '#core/inbox'
import { ITEM_OFFICES } from '#core/rounds'
import { sendToInbox } from '#server/inbox/index'
import { listMemberIds } from '#server/organisations/index'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'
import type { ItemRow } from './repository'

export interface ToldOfItem {
  /** Null: the clock. */
  byPersonId: string | null
  at: Date
}

/** Sends a message about an item, never to who did it. */
export async function tellOfItem(
  tx: Transaction,
  row: ItemRow,
  { kind, personIds }: { kind: InboxKind; personIds: readonly string[] },
  { byPersonId, at }: ToldOfItem,
): Promise<void> {
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: personIds.filter((id) => id !== byPersonId),
    kind,
    about: row.words_state === 'shown' ? row.title : '',
    subject: { kind: 'action_item', id: row.item_id },
    at,
  })
}

/** Everybody who may act for who is asked; of a neighbour who took it on, that neighbour. */
export function listOwnerIds(
  tx: Transaction,
  row: ItemRow,
  { jurisdiction }: Pick<RoundRow, 'jurisdiction'>,
  now: Date,
): Promise<string[]> {
  if (row.owner_kind === 'resident') return Promise.resolve(row.owner_id ? [row.owner_id] : [])
  if (row.organisation_id) return listMemberIds(tx, row.community_id, row.organisation_id)
  return listStaffIds(tx, jurisdiction, ITEM_OFFICES[row.owner_kind], now)
}

/** Tells a body that it is asked, as long as it hasn't answered; nothing is asked of words that nobody reads yet. */
export async function tellAsked(
  tx: Transaction,
  row: ItemRow,
  round: RoundRow,
  told: ToldOfItem,
): Promise<void> {
  if (row.words_state !== 'shown' || row.owner_id !== null) return
  const personIds = await listOwnerIds(tx, row, round, told.at)
  await tellOfItem(tx, row, { kind: 'item_asked', personIds }, told)
}

/** After a change: the body that is asked now; and the neighbour who had taken on what was promised before, to look at it again. */
export async function tellAskedAnew(
  tx: Transaction,
  { before, changed, round }: { before: ItemRow; changed: ItemRow; round: RoundRow },
  told: ToldOfItem,
): Promise<void> {
  await tellAsked(tx, changed, round, told)
  const { owner_id: ownerId } = before
  if (ownerId === null || before.owner_kind !== 'resident' || changed.words_state !== 'shown') return
  await tellOfItem(tx, changed, { kind: 'item_asked', personIds: [ownerId] }, told)
}
