import { sql, type Selectable } from 'kysely'
import type { Post } from '#core/threads'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { SubjectOfThread } from './subjects'

type Reader = Database | Transaction
export type StoredPost = Selectable<Tables['posts']>

/** A post with its author's nickname and whether its reader thanked for it. */
export type PostRow = StoredPost & { nickname: string | null; thanked: boolean }

const readAs = (db: Reader, readerId: string) =>
  db
    .selectFrom('posts')
    .innerJoin('people', 'people.person_id', 'posts.author_id')
    .leftJoin('post_thanks as mine', (join) =>
      join
        .onRef('mine.community_id', '=', 'posts.community_id')
        .onRef('mine.post_id', '=', 'posts.post_id')
        .on('mine.person_id', '=', readerId),
    )
    .selectAll('posts')
    .select(['people.nickname', sql<boolean>`mine.person_id is not null`.as('thanked')])

/** The post as the rules see it. */
export function postOf(row: StoredPost): Post {
  return {
    authorId: row.author_id,
    kind: row.kind,
    official: row.official_role !== null,
    deleted: row.deleted_at !== null,
    shown: row.words_state === 'shown',
  }
}

/** Several posts, as one reader meets them. Says nothing of whether they may. */
export function findPosts(
  db: Reader,
  communityId: string,
  readerId: string,
  postIds: readonly string[],
): Promise<PostRow[]> {
  return readAs(db, readerId)
    .where('posts.community_id', '=', communityId)
    .where(sql<boolean>`posts.post_id = any (${[...postIds]}::uuid[])`)
    .execute()
}

/** One post, its row locked until the transaction ends. */
export function lockPost(
  tx: Transaction,
  communityId: string,
  readerId: string,
  postId: string,
): Promise<PostRow | undefined> {
  return readAs(tx, readerId)
    .where('posts.community_id', '=', communityId)
    .where('posts.post_id', '=', postId)
    .forUpdate('posts')
    .executeTakeFirst()
}

/** Whose words a reader meets. */
export interface ReaderOfPosts {
  personId: string
  /** Works on the thing: meets staff notes, words that wait, and those of people they don't listen to. */
  staff: boolean
}

/** Whether a post is met at all: never a staff note by a resident, never words that neighbours haven't seen yet. */
export function meets(row: StoredPost, { personId, staff }: ReaderOfPosts): boolean {
  return staff || row.author_id === personId || (row.kind === 'reply' && row.first_shown_at !== null)
}

/** One page of a thread: each post followed by what answers it, oldest first. Index: posts_of_thread. */
export function listThread(
  db: Reader,
  communityId: string,
  subject: SubjectOfThread,
  reader: ReaderOfPosts,
  { after, limit }: { after: readonly [string, string] | undefined; limit: number },
): Promise<PostRow[]> {
  let query = readAs(db, reader.personId)
    .where('posts.community_id', '=', communityId)
    .where('posts.subject_kind', '=', subject.kind)
    .where('posts.subject_id', '=', subject.id)
  if (!reader.staff) query = query.where(metByResident(communityId, reader.personId))
  if (after) query = query.where(sql<boolean>`(posts.root_id, posts.post_id) > (${after[0]}, ${after[1]})`)
  return query.orderBy('posts.root_id').orderBy('posts.post_id').limit(limit).execute()
}

/** The same as `meets`, and nothing of who was blocked: an office can't be. */
function metByResident(communityId: string, personId: string) {
  return sql<boolean>`(posts.author_id = ${personId} or (posts.kind = 'reply' and posts.first_shown_at is not null))
    and (posts.official_role is not null or not exists (select 1 from person_blocks b
      where b.community_id = ${communityId} and b.blocker_id = ${personId} and b.blocked_id = posts.author_id))`
}

/** Changes one post. */
export async function savePost(
  tx: Transaction,
  { community_id, post_id }: Pick<StoredPost, 'community_id' | 'post_id'>,
  changes: Partial<StoredPost>,
): Promise<void> {
  await tx
    .updateTable('posts')
    .set(changes)
    .where('community_id', '=', community_id)
    .where('post_id', '=', post_id)
    .execute()
}
