import { sql } from 'kysely'
import { isItemOpen } from '#core/rounds'
import type { HomeLeft } from '#server/people/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { LEFT_THERE } from '../left-there'
import { findRound } from '../repository'
import { recordItem } from './on-record'
import { lockItem, saveItem, saveItemStep } from './repository'
import { tellOfItem } from './tell-item'

/**
 * What a neighbour took on in these rounds waits for somebody else (domain.md 3: claims end with the home): as if they had handed it back. Who
 * convenes, and who put it down, are told, so that somebody is asked anew.
 */
export async function freeItemsOfLeaver(
  tx: Transaction,
  left: HomeLeft,
  roundIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select item_id as id from action_items where community_id = ${left.communityId} and owner_id = ${left.personId}
      and owner_kind = 'resident' and state = 'open' and round_id = any (${[...roundIds]}::uuid[])
    order by item_id`.execute(tx)
  for (const { id } of rows) await freeItem(tx, left, id)
}

async function freeItem(
  tx: Transaction,
  { communityId, personId, byPersonId, byRole, at }: HomeLeft,
  itemId: string,
): Promise<void> {
  const row = await lockItem(tx, communityId, itemId)
  const round = row && (await findRound(tx, communityId, row.round_id))
  if (!row || !round || row.owner_id !== personId || !isItemOpen(row.state)) return
  const freed = await saveItem(tx, row, { owner_id: null, owner_name: null, accepted_at: null })
  await saveItemStep(tx, freed, {
    ...{ step_id: newId(), act: 'hand_back', at, person_id: personId, by_name: row.owner_name },
    ...{ note: LEFT_THERE, words_state: 'shown' },
  })
  const deed = { act: 'hand_back', at, personId: byPersonId, role: byRole, reason: LEFT_THERE }
  await recordItem(tx, freed, deed)
  const personIds = [...new Set([round.convener_id, row.author_id])].filter((id) => id !== personId)
  await tellOfItem(tx, freed, { kind: 'item_handed_back', personIds }, { byPersonId, at })
}
