import { indexForSearch } from '#server/search/index'
import type { Transaction } from '#server/platform/db/index'
import type { StoredMatter } from './repository'

/** Makes a public matter findable by its words: for neighbours once they may read them, before that for staff. */
export async function indexMatter(tx: Transaction, row: StoredMatter): Promise<void> {
  if (row.visibility !== 'public') return
  await indexForSearch(tx, {
    communityId: row.community_id,
    kind: 'matter',
    entryId: row.matter_id,
    subject: { kind: 'matter', id: row.matter_id },
    placePath: row.jurisdiction,
    audience: row.words_state === 'shown' ? 'neighbours' : 'staff',
    words: [row.title, row.text ?? '', row.place_name],
  })
}
