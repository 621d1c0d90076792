import { sql } from 'kysely'
import { decideRate, NO_RATINGS, type Rating, type RatingCounts } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { withinRound, type ItemAddress } from './in-item'
import { recordItem } from './on-record'
import { findItem, itemFor, type ItemRow } from './repository'

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
    const ratings = await saveRating(tx, row, { person_id: actor.personId, rating, at })
    await recordItem(tx, row, { act: 'rate', at, personId: actor.personId })
    return { rated: rating, ratings }
  })
}

/** Saves what somebody says of an item, and counts it with what the others said. One query: it doesn't see what it writes itself. */
async function saveRating(
  tx: Transaction,
  { community_id, item_id }: ItemRow,
  said: { person_id: string; rating: Rating; at: Date },
): Promise<RatingCounts> {
  const others = await tx
    .with('said', (saving) =>
      saving
        .insertInto('item_ratings')
        .values({ community_id, item_id, ...said })
        .onConflict((conflict) =>
          conflict
            .columns(['community_id', 'item_id', 'person_id'])
            .doUpdateSet({ rating: said.rating, at: said.at }),
        ),
    )
    .selectFrom('item_ratings')
    .select(({ fn }) => ['rating', fn.countAll<string>().as('count')])
    .where('community_id', '=', community_id)
    .where('item_id', '=', item_id)
    .where('person_id', '<>', said.person_id)
    .groupBy('rating')
    .execute()
  const counts = { ...NO_RATINGS, [said.rating]: 1 }
  for (const { rating, count } of others) counts[rating] += Number(count)
  return counts
}
