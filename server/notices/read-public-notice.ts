import { DomainError } from '#core/errors'
import { isOpenToAll, type PublicNotice } from '#core/notices'
import type { Context } from '#server/platform/context'
import { findNotice, noticeOf } from './repository'

/** A notice as 朋友圈 shows it: without session, without names of persons, pictures and counts. */
export async function readPublicNotice(
  { db }: Context,
  { communityId, noticeId }: { communityId: string; noticeId: string },
): Promise<PublicNotice> {
  const row = await findNotice(db, communityId, noticeId)
  if (!row || !isOpenToAll({ ...noticeOf(row), isPublic: row.is_public })) throw new DomainError('NOT_FOUND')
  return {
    noticeId: row.notice_id,
    communityId: row.community_id,
    title: row.title,
    text: row.text,
    placeName: row.place_name,
    unitName: row.unit_name,
    publishedAt: row.published_at.toISOString(),
  }
}
