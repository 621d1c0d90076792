import { sql } from 'kysely'
import { authorOf, matterPolicy } from '#core/matters'
import type { PhotoReader } from '#server/photos/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Found, SearchReader } from '#server/search/index'
import { removeFromSearch } from '#server/search/index'
import type { Database } from '#server/platform/db/index'
import { findMatter, matterOf, type MatterRow } from './repository'
import { indexMatter } from './index-matter'

/** Photos of a matter go with its words: who may read those may look at them. */
export const matterPhotoReader: PhotoReader = async ({ db, actor, region }, matterId) => {
  const row = await findMatter(db, region.regionId, matterId)
  return row !== undefined && matterPolicy.read_words(actor, matterOf(row))
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
    await tx
      .updateTable('matters')
      .set({ words_state: state })
      .where('community_id', '=', communityId)
      .where('matter_id', '=', id)
      .execute()
    const row = await findMatter(tx, communityId, id)
    if (!row) return
    if (state === 'hidden') await removeFromSearch(tx, { communityId, entryId: id })
    else await indexMatter(tx, row)
  },
}
