import { noticePolicy } from '#core/notices'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { PhotoReader } from '#server/photos/index'
import type { Found, SearchReader } from '#server/search/index'
import { findNotice, listNoticesById, noticeOf } from './repository'
import { setNoticeWords } from './show-notice'

/** Notices that search found, as this caller may read them; a withdrawn one is not found any more. */
export const readFoundNotices: SearchReader = async ({ db, actor, region }, ids) => {
  const rows = await listNoticesById(db, region.regionId, ids)
  return new Map(
    rows
      .filter((row) => !row.withdrawn_at && noticePolicy.read(actor, noticeOf(row)))
      .map((row): [string, Found] => [
        row.notice_id,
        { title: row.title, text: row.text, placeName: row.place_name, at: row.published_at },
      ]),
  )
}

/** Photos of a notice go with its text. */
export const maySeeNoticePhotos: PhotoReader = async ({ db, actor, region }, noticeId) => {
  const row = await findNotice(db, region.regionId, noticeId)
  if (!row) return false
  const notice = noticeOf(row)
  return notice.withdrawn ? noticePolicy.read_withdrawn(actor, notice) : noticePolicy.read(actor, notice)
}

/** How moderation reaches the words of a notice. */
export const noticeWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, noticeId) => {
    const row = await findNotice(db, region.regionId, noticeId)
    if (!row) return undefined
    const notice = noticeOf(row)
    return {
      authorId: row.author_id,
      text: `${row.title}\n${row.text}`,
      state: row.words_state,
      readable: noticePolicy.read(actor, notice),
      about: row.title,
      subject: { kind: 'notice', id: noticeId },
    }
  },
  setWords: setNoticeWords,
}
