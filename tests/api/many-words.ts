import { newId } from '#server/platform/db/index'
import type { TestServer } from './test-server'

/** Makes many rows of threads and moderation at once, the way the server would, and answers their ids in that order. */
export function manyWords({ db, clock }: TestServer, communityId: string) {
  const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
  const at = clock.now
  return {
    posts: async (count: number, subjectId: string, authorId: string): Promise<string[]> => {
      const rows = times(count, () => {
        const postId = newId()
        return {
          community_id: communityId,
          post_id: postId,
          subject_kind: 'matter' as const,
          subject_id: subjectId,
          root_id: postId,
          parent_post_id: null,
          author_id: authorId,
          shown_as: 'resident' as const,
          official_role: null,
          official_name: null,
          unit_name: null,
          kind: 'reply' as const,
          text: '我家也是',
          words_state: 'shown' as const,
          first_shown_at: at,
          answered_id: null,
          mention_names: [],
          untold_ids: [],
          at,
        }
      })
      await db.insertInto('posts').values(rows).execute()
      return rows.map((row) => row.post_id)
    },
    cases: async (count: number, authorId: string, hiddenBy?: string): Promise<string[]> => {
      const rows = times(count, () => ({
        community_id: communityId,
        case_id: newId(),
        source: 'report' as const,
        target_kind: 'post' as const,
        target_id: newId(),
        author_id: authorId,
        about: '楼道灯不亮',
        subject_kind: 'matter' as const,
        subject_id: newId(),
        original: '难听的话',
        reasons: [],
        state: hiddenBy ? ('decided' as const) : ('open' as const),
        decision: hiddenBy ? ('hide' as const) : null,
        reason: hiddenBy ? '骂人' : null,
        decided_by: hiddenBy ?? null,
        decided_at: hiddenBy ? at : null,
        in_force: hiddenBy !== undefined,
        appealed_case_id: null,
        hidden_by: null,
        appeal_note: null,
        opened_at: at,
      }))
      await db.insertInto('moderation_cases').values(rows).execute()
      return rows.map((row) => row.case_id)
    },
    blocks: async (blockerId: string, blockedIds: readonly string[]): Promise<string[]> => {
      const rows = blockedIds.map((blockedId) => ({
        community_id: communityId,
        blocker_id: blockerId,
        block_id: newId(),
        blocked_id: blockedId,
        shown_as: 'nickname' as const,
        at,
      }))
      await db.insertInto('person_blocks').values(rows).execute()
      return rows.map((row) => row.block_id)
    },
  }
}
