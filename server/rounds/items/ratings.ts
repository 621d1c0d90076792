import { sql } from 'kysely'
import { decideRate, NO_RATINGS, type Rating, type RatingCounts } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { withinRound, type ItemAddress } from './in-item'
import { recordItem } from './on-record'
import { findItem, itemFor } from './repository'

/** What an item was rated, and what its reader said. */
export interface Rated {
  rated: Rating | null
  ratings: RatingCounts
}

interface Counted {
  item_id: string
  rating: Rating
  count: string
  mine: boolean
}

/** How items were rated; nobody is told who said what. One query, however many. */
export async function ratingsOf(
  db: Database | Transaction,
  communityId: string,
  itemIds: readonly string[],
  personId: string | null,
): Promise<Map<string, Rated>> {
  const found = new Map<string, Rated>()
  if (itemIds.length === 0) return found
  const { rows } = await sql<Counted>`
    select item_id, rating, count(*) as count, coalesce(bool_or(person_id = ${personId}::uuid), false) as mine
    from item_ratings where community_id = ${communityId} and item_id = any (${[...itemIds]}::uuid[])
    group by item_id, rating`.execute(db)
  for (const { item_id, rating, count, mine } of rows) {
    const so = found.get(item_id) ?? { rated: null, ratings: { ...NO_RATINGS } }
    found.set(item_id, {
      rated: mine ? rating : so.rated,
      ratings: { ...so.ratings, [rating]: Number(count) },
    })
  }
  return found
}

/** 评一评: once per person, changed by saying it again until the round is over. Many rate at once without waiting for one another. */
export function rateItem(
  asked: Context,
  { roundId, itemId, rating }: ItemAddress & { rating: Rating },
): Promise<{ rated: Rating; ratings: RatingCounts }> {
  return withinRound(asked, roundId, async ({ context, tx, round, at }) => {
    const { actor, region } = context
    const row = await findItem(tx, region.regionId, itemId)
    if (!row || row.round_id !== roundId) throw new DomainError('NOT_FOUND')
    enforce(decideRate(actor, await itemFor(tx, actor.personId, row, round)))
    await tx
      .insertInto('item_ratings')
      .values({
        community_id: row.community_id,
        item_id: itemId,
        person_id: actor.personId,
        rating,
        at,
      })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'item_id', 'person_id']).doUpdateSet({ rating, at }),
      )
      .execute()
    await recordItem(tx, row, { act: 'rate', at, personId: actor.personId })
    const counted = (await ratingsOf(tx, row.community_id, [itemId], actor.personId)).get(itemId)
    return { rated: rating, ratings: counted?.ratings ?? NO_RATINGS }
  })
}
