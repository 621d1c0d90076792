import { postActsFor, type PostView } from '#core/threads'
import { listPostsPhotos, type PhotosOfPosts } from './post-photos'
import { postOf, type PostRow, type StoredPost } from './post-repository'
import { nameOf, seesWords } from './post-words'
import type { Asking, OpenThread, Viewing } from './subjects'

/** Posts as one reader may see them; one query for the photos of all. */
export async function presentPosts(
  asking: Viewing,
  thread: OpenThread,
  rows: readonly PostRow[],
): Promise<PostView[]> {
  const withWords = rows.filter((row) => seesWords(row, asking, thread)).map((row) => row.post_id)
  const photos = await listPostsPhotos(asking, withWords)
  return rows.map((row) => presentPost(row, { asking, thread, photos }))
}

interface Seen {
  asking: Asking
  thread: OpenThread
  photos: PhotosOfPosts
}

function presentPost(row: PostRow, { asking, thread, photos }: Seen): PostView {
  const { actor } = asking
  const common = {
    postId: row.post_id,
    parentPostId: row.parent_post_id,
    kind: row.kind,
    mine: row.author_id === actor.personId,
    wordsState: row.words_state,
    at: row.at.toISOString(),
  }
  if (!seesWords(row, asking, thread)) return { ...common, ...traceOf(row) }
  return {
    ...common,
    name: nameOf(row),
    official: row.official_role ? { unitName: row.unit_name } : null,
    text: row.text,
    trace: null,
    mentions: row.mention_names,
    photos: photos.get(row.post_id) ?? [],
    thanks: row.thanks_count,
    thanked: row.thanked,
    acts: postActsFor(actor, postOf(row), thread),
  }
}

/** That somebody said something here, and no more: neither words nor whose they were. */
function traceOf(row: StoredPost) {
  return {
    name: '',
    official: null,
    text: null,
    trace: row.deleted_at === null ? ('hidden' as const) : ('deleted' as const),
    mentions: [],
    photos: [],
    thanks: 0,
    thanked: false,
    acts: [],
  }
}
