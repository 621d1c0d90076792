import { indexForSearch } from '#server/search/index'
import { newId, type Tables } from '#server/platform/db/index'
import type { Insertable } from 'kysely'
import type { TestServer } from './test-server'

/**
 * Many notices of one community, shown, published by one person and found by 停水. The path leads down
 * to their place; left out: the community itself. Answers their ids, oldest first.
 */
export async function manyNotices(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  communityId: string,
  count: number,
  authorId: string,
  path: readonly string[] = [communityId],
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['notices']> => ({
    community_id: communityId,
    notice_id: newId(),
    place_id: path[path.length - 1] ?? communityId,
    place_name: '甲社区',
    jurisdiction: [...path],
    author_id: authorId,
    by_name: '张师傅（社区工作人员）',
    unit_name: '甲社区',
    role: 'community_staff',
    title: '停水',
    text: '周四停水',
    words_state: 'shown',
    pin_slot: null,
    published_at: clock.now,
    withdrawn_reason: null,
    told_after: null,
    told_at: clock.now,
  }))
  await db.insertInto('notices').values(rows).execute()
  await db.transaction().execute(async (tx) => {
    for (const { notice_id: id, title, text } of rows) {
      await indexForSearch(tx, {
        communityId,
        kind: 'notice',
        entryId: id,
        subject: { kind: 'notice', id },
        placePath: path,
        audience: 'neighbours',
        words: [title, text],
      })
    }
  })
  return rows.map((row) => row.notice_id)
}
