import type { PhotoView } from '#core/photos'
import { listPhotosOf, presentPhotos, type PhotoReader } from '#server/photos/index'
import { findPosts, meets } from './post-repository'
import { seesWords } from './post-words'
import type { ThreadSubjects, Viewing } from './subjects'

export type PhotosOfPosts = ReadonlyMap<string, PhotoView[]>

/** The photos of several posts whose words this reader sees: one query. */
export async function listPostsPhotos(
  { db, actor, region, now, photoKey }: Viewing,
  postIds: readonly string[],
): Promise<PhotosOfPosts> {
  const photos = await listPhotosOf(
    db,
    region.regionId,
    postIds.map((id) => ({ kind: 'post', id })),
  )
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  const ofPost = (postId: string) => photos.filter(({ subject }) => subject.id === postId)
  return new Map(postIds.map((postId) => [postId, presentPhotos(ofPost(postId), viewing)]))
}

/** May this person see the photos of a post? As its words: what is hidden or deleted takes its photos along. */
export function postPhotoReader(subjects: ThreadSubjects): PhotoReader {
  return async (looking, postId) => {
    const { db, actor, region } = looking
    const [row] = await findPosts(db, region.regionId, actor.personId, [postId])
    if (!row) return false
    const about = (await subjects[row.subject_kind](looking, [row.subject_id])).get(row.subject_id)
    if (!about?.readable) return false
    const reader = { personId: actor.personId, staff: about.staff }
    return meets(row, reader) && seesWords(row, looking, about)
  }
}
