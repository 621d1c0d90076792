import { sql } from 'kysely'
import type { BoardOrigin } from '#core/rounds'
import type { Transaction } from '#server/platform/db/index'
import type { StoredTopic } from '../topics/repository'
import { tellOfTopic } from '../topics/tell-topic'
import type { BoardOrigins } from './origins'

interface Origin {
  kind: BoardOrigin
  id: string
  /** Empty: nobody in the app. */
  authorId: string
}

/**
 * Tells who wrote what a topic was put up from, and everybody who stands behind that, as far as they live at its place: to the others the board isn't
 * open. Never who put it up; nothing of words that neighbours may not read. Three statements at most for a matter.
 */
export async function tellOfOrigin(
  tx: Transaction,
  row: StoredTopic,
  { kind, id, authorId }: Origin,
  { origins, byPersonId, at }: { origins: BoardOrigins; byPersonId: string; at: Date },
): Promise<void> {
  if (row.words_state !== 'shown') return
  const behind = (await origins[kind].listBehind?.(tx, row.community_id, id)) ?? []
  const persons = new Set([authorId, ...behind].filter((one) => one && one !== byPersonId))
  const there = persons.size > 0 ? await listWhoLiveThere(tx, row, [...persons]) : []
  const yours = there.filter((one) => one === authorId)
  const met = there.filter((one) => one !== authorId)
  await tellOfTopic(tx, row, yours, { kind: 'board_from_yours', at, byPersonId })
  await tellOfTopic(tx, row, met, { kind: 'board_from_met', at, byPersonId })
}

/** Index: memberships_of_person. */
async function listWhoLiveThere(
  tx: Transaction,
  { community_id, place_id }: StoredTopic,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from memberships where community_id = ${community_id}
      and person_id = any (${[...personIds]}::uuid[]) and state = 'confirmed'
      and home_path @> array[${place_id}]::uuid[]`.execute(tx)
  return rows.map(({ id }) => id)
}
