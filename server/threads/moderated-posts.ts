import type { WordsState } from '#core/moderation'
import { wordsAreChecked } from '#core/notices'
import type { Transaction } from '#server/platform/db/index'
import type { ModerationTargetReader, WordsChange } from '#server/moderation/index'
import { findPosts, meets, savePost, type StoredPost } from './post-repository'
import { seesWords } from './post-words'
import { followInSearch } from './search-posts'
import type { ThreadSubjects } from './subjects'
import { tellOfPost } from './tell'

/** Posts as moderation reaches them. What is said about a private thing is nobody's to report: staff and author read it. */
export function moderatedPosts(subjects: ThreadSubjects): ModerationTargetReader {
  return {
    find: async (asking, id) => {
      const { db, actor, region } = asking
      const [row] = await findPosts(db, region.regionId, actor.personId, [id])
      if (!row || row.text === null || row.kind !== 'reply') return undefined
      const { subject_kind: kind, subject_id: subjectId } = row
      const about = (await subjects[kind](asking, [subjectId])).get(subjectId)
      if (!about) return undefined
      const reader = { personId: actor.personId, staff: about.staff }
      return {
        authorId: row.author_id,
        text: row.text,
        state: row.words_state,
        readable: about.readable && about.open && meets(row, reader) && seesWords(row, asking, about),
        about: about.aboutTitle,
        subject: { kind, id: subjectId },
      }
    },
    lock: async (tx, communityId, id) => void (await lockWords(tx, communityId, id)),
    setWords: setPostWords,
  }
}

/** What an office said is shown or hidden; it doesn't wait for anybody's phone. Neighbours in office are neighbours. */
function stateOf({ official_role: role }: StoredPost, state: WordsState): WordsState {
  return role && !wordsAreChecked(role) && state === 'staff_only' ? 'shown' : state
}

/** A post's row, whoever reads it, locked until the transaction ends. */
function lockWords(tx: Transaction, communityId: string, postId: string): Promise<StoredPost | undefined> {
  return tx
    .selectFrom('posts')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .forUpdate()
    .executeTakeFirst()
}

async function setPostWords(tx: Transaction, change: WordsChange): Promise<void> {
  const { communityId, id, about, at } = change
  const row = await lockWords(tx, communityId, id)
  if (!row || row.deleted_at !== null) return
  const state = stateOf(row, change.state)
  const first = state === 'shown' && row.first_shown_at === null
  const changes = {
    words_state: state,
    ...(first ? { first_shown_at: at, untold_ids: [] } : {}),
  }
  await savePost(tx, row, changes)
  await followInSearch(tx, { ...row, ...changes }, true)
  if (first) await tellOfPost(tx, row, { title: about, open: true }, at)
}
