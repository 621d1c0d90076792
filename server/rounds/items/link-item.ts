import { decideItemRight, type ItemLinkKind, type ItemView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { SearchReader } from '#server/search/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { holdRoundFor } from '../repository'
import { touchRound } from '../touch-round'
import { withinItem, type InItem, type ItemAddress } from './in-item'
import { nameOnItem, officeForItem } from './names'
import { recordItem } from './on-record'
import { presentItem } from './present-item'
import { findItem, itemFor, lockItem, saveItem, saveItemStep } from './repository'

/** How rounds ask of things in other areas whether somebody may read them, without knowing those areas. */
export type ItemLinkReaders = Record<ItemLinkKind, SearchReader>

export interface LinkItem extends ItemAddress {
  revision: number
  kind: ItemLinkKind
  id: string
}

/** 连上别的事: the item is handled as a matter, a wish or a vote that whoever links it may read. Throws ITEM_LINK_WRONG. */
export function linkItem(asked: Context, input: LinkItem, readers: ItemLinkReaders): Promise<ItemView> {
  return withinItem(asked, input, async ({ context, tx, roundRow, row, item, at }) => {
    const { actor } = context
    enforce(decideItemRight(actor, item, 'link'))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    const found = await readers[input.kind]({ ...context, db: tx as unknown as Database }, [input.id])
    if (!found.has(input.id)) throw new DomainError('ITEM_LINK_WRONG', 'id')
    await saveLink({ context, tx, roundRow, row, item, at }, input)
    return presentItem(tx, context, row.item_id)
  })
}

/** What is made of an item elsewhere, as it is made. */
export interface MadeOfItem {
  itemId: string
  kind: ItemLinkKind
  id: string
}

/** How other areas link what they make of an item, in their own transaction. */
export type LinkToItem = (tx: Transaction, context: Context, made: MadeOfItem) => Promise<void>

/**
 * 把这件事提成别的: links what has just been made of an item. Of two at once one wins, and nothing is made by the other. Throws NOT_FOUND,
 * NOT_ALLOWED, STATE_CHANGED.
 */
export const linkToItem: LinkToItem = async (tx, context, { itemId, ...made }) => {
  const { actor, region, now } = context
  const found = await findItem(tx, region.regionId, itemId)
  const held = found && (await holdRoundFor(tx, actor, region.regionId, found.round_id))
  if (!held) throw new DomainError('NOT_FOUND')
  const { row: roundRow, round } = held
  const at = now()
  await touchRound(tx, roundRow, { actor, round, at })
  const row = await lockItem(tx, region.regionId, itemId)
  if (!row) throw new DomainError('NOT_FOUND')
  const item = await itemFor(tx, actor.personId, row, round)
  enforce(decideItemRight(actor, item, 'link'))
  if (row.link_id !== null) throw new DomainError('STATE_CHANGED')
  await saveLink({ context, tx, roundRow, row, item, at }, made)
}

type Linking = Pick<InItem, 'context' | 'tx' | 'roundRow' | 'row' | 'item' | 'at'>

/** Saved, in the item's history, and on record. */
async function saveLink(
  { context, tx, roundRow, row, item, at }: Linking,
  { kind, id }: Pick<MadeOfItem, 'kind' | 'id'>,
): Promise<void> {
  const { personId } = context.actor
  const changed = await saveItem(tx, row, { link_kind: kind, link_id: id })
  await saveItemStep(tx, changed, {
    step_id: newId(),
    act: 'link',
    at,
    person_id: personId,
    by_name: await nameOnItem(tx, context, { round: roundRow, row, item, shownAs: 'resident' }),
    note: null,
    words_state: 'shown',
  })
  const role = officeForItem(context, roundRow, item)?.role ?? null
  await recordItem(tx, changed, { act: 'link', at, personId, role })
}
