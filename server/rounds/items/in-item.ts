import { itemPolicy, type Item, type Round } from '#core/rounds'
import { DomainError } from '#core/errors'
import { asWriter } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { findRound, holdRoundFor, roundFor, type RoundRow } from '../repository'
import { touchRound } from '../touch-round'
import { findItem, itemFor, lockItem, type ItemRow } from './repository'

export interface ItemAddress {
  roundId: string
  itemId: string
}

/** Somebody in a round that can't go on to another phase meanwhile. */
export interface Within {
  context: Context
  tx: Transaction
  roundRow: RoundRow
  round: Round
  at: Date
}

/**
 * A transaction of somebody with consent and a verified phone, in a round whose phase can't end meanwhile. What they may do there is for the
 * work to decide: bodies that take something on act without living there. Throws NOT_FOUND.
 */
export function withinRound<Answer>(
  asked: Context,
  roundId: string,
  work: (within: Within) => Promise<Answer>,
): Promise<Answer> {
  return asked.transact(async (tx) => {
    const { region, now } = asked
    const context = await asWriter(tx, asked)
    const held = await holdRoundFor(tx, context.actor, region.regionId, roundId)
    if (!held) throw new DomainError('NOT_FOUND')
    const { row: roundRow, round } = held
    const at = now()
    await touchRound(tx, roundRow, { actor: context.actor, round, at })
    return work({ context, tx, roundRow, round, at })
  })
}

export interface InItem extends Within {
  row: ItemRow
  item: Item
}

/** The same, at one item, which is locked after its round. */
export function withinItem<Answer>(
  asked: Context,
  { roundId, itemId }: ItemAddress,
  work: (doing: InItem) => Promise<Answer>,
): Promise<Answer> {
  return withinRound(asked, roundId, async (within) => {
    const { tx, context, round } = within
    const row = await lockItem(tx, context.region.regionId, itemId)
    if (!row || row.round_id !== roundId) throw new DomainError('NOT_FOUND')
    const item = await itemFor(tx, context.actor.personId, row, round)
    return work({ ...within, row, item })
  })
}

/** An item for who may read it. Throws NOT_FOUND for everybody else. Four queries at most. */
export async function readableItem(
  { db, actor, region }: Pick<Context, 'db' | 'actor' | 'region'>,
  itemId: string,
  roundId?: string,
): Promise<{ roundRow: RoundRow; row: ItemRow; item: Item }> {
  const row = await findItem(db, region.regionId, itemId)
  const roundRow = row && (await findRound(db, region.regionId, row.round_id))
  if (!row || !roundRow || (roundId !== undefined && roundId !== row.round_id))
    throw new DomainError('NOT_FOUND')
  const round = await roundFor(db, actor, roundRow)
  const item = await itemFor(db, actor.personId, row, round)
  if (!itemPolicy.read(actor, item)) throw new DomainError('NOT_FOUND')
  return { roundRow, row, item }
}
