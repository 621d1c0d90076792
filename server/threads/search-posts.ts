import { indexForSearch, removeFromSearch, type Found, type SearchReader } from '#server/search/index'
import type { Transaction } from '#server/platform/db/index'
import { listBlockedAuthors } from './list-blocks'
import { findPosts, type PostRow, type StoredPost } from './post-repository'
import { nameOf, seesWords } from './post-words'
import type { SubjectOfThread, ThreadSubject, ThreadSubjects } from './subjects'

/** A post can be found while neighbours can read it, and not otherwise. */
export async function followInSearch(tx: Transaction, post: StoredPost, open: boolean): Promise<void> {
  const { community_id: communityId, post_id: entryId, subject_kind: kind, subject_id: id } = post
  if (!open || post.kind !== 'reply' || post.words_state !== 'shown' || post.text === null) {
    await removeFromSearch(tx, { communityId, entryId })
    return
  }
  await indexForSearch(tx, {
    communityId,
    kind: 'post',
    entryId,
    subject: { kind, id },
    audience: 'neighbours',
    words: [post.text],
  })
}

/** Posts that were found, as this caller may read them now: the posts, then the things they stand at, kind by kind. */
export function postSearchReader(subjects: ThreadSubjects): SearchReader {
  return async (context, ids) => {
    const { db, actor, region } = context
    const posts = await findPosts(db, region.regionId, actor.personId, ids)
    const blocked = await listBlockedAuthors(db, region.regionId, actor.personId, posts)
    const rows = posts.filter((row) => row.official_role !== null || !blocked.has(row.author_id))
    const idsOf = (kind: SubjectOfThread['kind']) => [
      ...new Set(rows.filter((row) => row.subject_kind === kind).map((row) => row.subject_id)),
    ]
    const about = {
      matter: await subjects.matter(context, idsOf('matter')),
      notice: await subjects.notice(context, idsOf('notice')),
      wish: await subjects.wish(context, idsOf('wish')),
      vote: await subjects.vote(context, idsOf('vote')),
      round: await subjects.round(context, idsOf('round')),
      topic: await subjects.topic(context, idsOf('topic')),
    }
    const found = rows.flatMap((row): [string, Found][] => {
      const subject = about[row.subject_kind].get(row.subject_id)
      return subject?.readable && row.kind === 'reply' && seesWords(row, context, subject)
        ? [[row.post_id, presentFound(row, subject)]]
        : []
    })
    return new Map(found)
  }
}

function presentFound(row: PostRow, { aboutTitle, placeName }: ThreadSubject): Found {
  return { title: aboutTitle, text: `${nameOf(row)}：${row.text ?? ''}`, placeName, at: row.at }
}
