import { record } from '#server/audit/index'
import { dropCases } from '#server/moderation/index'
import { releasePhotos } from '#server/photos/index'
import type { Transaction } from '#server/platform/db/index'
import { savePost, type StoredPost } from './post-repository'
import { followInSearch } from './search-posts'

/**
 * What deleting one's own words does, whoever asked for it: text, search, cases and photos go; where neighbours saw them
 * a trace stays. The cases and the row are locked before. Answers what changed in the row.
 */
export async function forgetPost(
  tx: Transaction,
  row: StoredPost,
  { open, at }: { open: boolean; at: Date },
): Promise<void> {
  const target = { kind: 'post', id: row.post_id } as const
  const changes = { text: null, deleted_at: at, mention_names: [], untold_ids: [] }
  await savePost(tx, row, changes)
  await followInSearch(tx, { ...row, ...changes }, open)
  await dropCases(tx, row.community_id, target)
  await releasePhotos(tx, { communityId: row.community_id, subject: target })
  await record(tx, {
    regionId: row.community_id,
    at,
    personId: row.author_id,
    role: row.official_role,
    act: 'thread.delete',
    subject: target,
  })
}
