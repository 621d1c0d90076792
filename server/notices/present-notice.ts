import { excerptOf, noticeActsFor, noticePolicy, type NoticeItem, type NoticeView } from '#core/notices'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { countReaders, noticeOf, type NoticeForReader, type NoticeRow } from './repository'

/** A notice in a list. */
export function presentNoticeItem(row: NoticeForReader, now: Date): NoticeItem {
  return {
    noticeId: row.notice_id,
    title: row.title,
    excerpt: row.withdrawn_at ? '' : excerptOf(row.text),
    placeName: row.place_name,
    byName: row.by_name,
    unitName: row.unit_name,
    publishedAt: row.published_at.toISOString(),
    pinned: row.pin_slot !== null && pinnedUntil(row, now) !== null,
    fresh: row.fresh,
    withdrawn: row.withdrawn_at !== null,
  }
}

/** Until when it is on top, or is to be as soon as residents see it; null once that is over. */
function pinnedUntil({ pinned_until: until }: NoticeRow, now: Date): Date | null {
  return until && until > now ? until : null
}

/** A notice as one reader sees it, who may read it. Of a withdrawn one others see that it was, and why not any more. */
export async function presentNotice(
  db: Database | Transaction,
  { actor, photoKey, now }: Context,
  row: NoticeRow,
): Promise<NoticeView> {
  const notice = noticeOf(row)
  const whole = !notice.withdrawn || noticePolicy.read_withdrawn(actor, notice)
  const photos = whole
    ? await listPhotosOf(db, row.community_id, [{ kind: 'notice', id: row.notice_id }])
    : []
  return {
    ...presentNoticeItem({ ...row, fresh: false }, now()),
    communityId: row.community_id,
    placeId: row.place_id,
    text: whole ? row.text : null,
    photos: presentPhotos(photos, { photoKey, viewerId: actor.personId, now: now() }),
    mine: row.author_id === actor.personId,
    wordsState: row.words_state,
    pinnedUntil: pinnedUntil(row, now())?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnReason: row.withdrawn_reason,
    counts: noticePolicy.read_counts(actor, notice)
      ? await countReaders(db, row.community_id, row.notice_id)
      : null,
    isPublic: row.is_public,
    acts: noticeActsFor(actor, notice),
  }
}
