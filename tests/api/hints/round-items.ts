import { manyItems, manyLedgerEntries, manyLessons } from '../many-items'
import type { AreaHints, Ids, Made } from './hint'

/** An item of the round that was made before, with an entry in its ledger; and a lesson. */
async function ids({ server, place, community, ids: made, title }: Made): Promise<Ids> {
  const { personId } = await place.resident(community.homeId, { community, name: title })
  const round = { communityId: community.communityId, roundId: made.roundId ?? '' }
  const said = { author_id: personId, by_name: title }
  const words = { ...said, owner_id: personId, owner_name: title, title, promise: title }
  const [itemId = ''] = await manyItems(server, round, 1, words)
  const item = { ...round, itemId }
  const money = { person_id: personId, by_name: title, what: title }
  const [entryId = ''] = await manyLedgerEntries(server, item, 1, money)
  await manyLessons(server, round, 1, { ...said, text: title })
  return { itemId, entryId }
}

export const roundItemHints: AreaHints = {
  ids,
  tables: ['action_items', 'item_steps', 'ledger_entries', 'item_ratings', 'round_lessons'],
}
