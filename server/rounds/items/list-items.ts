import { PAGE_SIZE } from '#core/contract'
import { itemPolicy, type ItemCard } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readableRound, type ReadableRound } from '../readable'
import { presentItemCard } from './present-item'
import { ratingsOf } from './ratings'
import { itemOf, organisationsAsked } from './repository'

/** 这一轮要办的事, first written first. Five queries; items whose words aren't shown are left out for who may not read them. */
export async function listItems(
  context: Context,
  { roundId, cursor }: { roundId: string; cursor?: string | undefined },
): ReturnType<typeof itemsOfRound> {
  return itemsOfRound(context, await readableRound(context, roundId), cursor)
}

/** The same of a round that is known. Three queries. */
export async function itemsOfRound(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { row, round }: ReadableRound,
  cursor?: string,
): Promise<{ items: ItemCard[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await db
    .selectFrom('action_items')
    .selectAll()
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .$if(after !== undefined, (query) => query.where('item_id', '>', after as string))
    .orderBy('item_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  const mine = await organisationsAsked(db, row.community_id, actor.personId, rows)
  const ids = rows.map(({ item_id }) => item_id)
  const rated = await ratingsOf(db, row.community_id, ids, actor.personId)
  const page = toPage(
    rows,
    PAGE_SIZE,
    (one) => [one.item_id],
    (one) => ({ one, item: itemOf(one, round, mine) }),
  )
  return {
    nextCursor: page.nextCursor,
    items: page.items
      .filter(({ item }) => itemPolicy.read(actor, item))
      .map(({ one, item }) => presentItemCard(one, item, actor, rated.get(one.item_id))),
  }
}
