import { sql } from 'kysely'
import { authorOf, matterPolicy } from '#core/matters'
import type { WordsState } from '#core/moderation'
import { forgetTitle } from '#server/inbox/index'
import type { PhotoReader } from '#server/photos/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Found, SearchReader } from '#server/search/index'
import { removeFromSearch } from '#server/search/index'
import type { Database } from '#server/platform/db/index'
import { mattersMetBy } from './joiners'
import { findMatter, lockMatter, matterOf, type MatterRow } from './repository'
import { indexMatter } from './index-matter'

/** Photos of a matter go with its words: who may read those may look at them. */
export const matterPhotoReader: PhotoReader = async ({ db, actor, region }, matterId) => {
  const row = await findMatter(db, region.regionId, matterId)
  const matter = row && (await mattersMetBy(db, actor, region.regionId, [row])).get(matterId)
  return matter !== undefined && matterPolicy.read_words(actor, matter)
}

/** Matters that were found, as far as this caller may read their words now. One query. */
export const matterSearchReader: SearchReader = async ({ db, actor, region }, ids) => {
  const rows = await listByIds(db, region.regionId, ids)
  const readable = rows.filter((row) => matterPolicy.read_words(actor, matterOf(row)))
  return new Map(readable.map((row): [string, Found] => [row.matter_id, foundOf(row)]))
}

function foundOf(row: MatterRow): Found {
  return { title: row.title, text: row.text ?? '', placeName: row.place_name, at: row.submitted_at }
}

async function listByIds(db: Database, communityId: string, ids: readonly string[]): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select m.*, null as grid_name, null as nickname from matters m
    where m.community_id = ${communityId} and m.matter_id = any (${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** The reporter's words, for moderation: who wrote them, who may read them, and how they are hidden. */
export const matterWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, matterId) => {
    const row = await findMatter(db, region.regionId, matterId)
    if (!row) return undefined
    const matter = matterOf(row)
    const authorId = authorOf(matter)
    const moderated = row.visibility === 'public' && authorId !== null
    return {
      authorId: authorId ?? row.recorder_id ?? '',
      text: [row.title, row.text].filter(Boolean).join('\n'),
      state: row.words_state,
      readable: moderated && matterPolicy.read_words(actor, matter),
      about: row.title,
      subject: { kind: 'matter', id: matterId },
    }
  },
  setWords: async (tx, { communityId, id, state }) => {
    const row = await lockMatter(tx, communityId, id)
    if (!row) return
    const words_state = stateOf(row, state)
    await tx
      .updateTable('matters')
      .set({ words_state })
      .where('community_id', '=', communityId)
      .where('matter_id', '=', id)
      .execute()
    if (words_state === 'hidden') await removeFromSearch(tx, { communityId, entryId: id })
    else await indexMatter(tx, { ...row, words_state })
    if (words_state === 'shown') return
    const exceptPersonId = authorOf(matterOf(row))
    await forgetTitle(tx, { communityId, subject: { kind: 'matter', id }, exceptPersonId })
  },
}

/** What staff put down is theirs to answer for: it is shown or hidden, and doesn't wait for anybody's phone. */
function stateOf({ recorder_id }: MatterRow, state: WordsState): WordsState {
  return recorder_id && state === 'staff_only' ? 'shown' : state
}
