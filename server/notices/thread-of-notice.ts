import { noticePolicy } from '#core/notices'
import { holds } from '#core/permissions'
import type { ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { listNoticesById, noticeOf, type NoticeRow } from './repository'

/** Who answers a notice in office: who wrote it, and the community's staff. */
const inOffice = holds('community_staff', 'community_secretary', 'residents_committee')

/** Notices as their threads meet them: one query, however many. A withdrawn one has no thread but for its author and moderators. */
export const noticeThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await listNoticesById(asking.db, asking.region.regionId, ids)
  return new Map(rows.map((row) => [row.notice_id, subjectOf(row, asking)]))
}

function subjectOf(row: NoticeRow, { actor, region }: Parameters<ThreadSubjectReader>[0]): ThreadSubject {
  const notice = noticeOf(row)
  const readable = noticePolicy[notice.withdrawn ? 'read_withdrawn' : 'read'](actor, notice)
  const staff = readable && inOffice(actor, notice)
  const held = actor.roles.find(
    ({ role, placeId }) =>
      (actor.personId === row.author_id ? role === row.role : staff) && notice.jurisdiction.includes(placeId),
  )
  return {
    readable,
    staff,
    open: row.words_state === 'shown' && !notice.withdrawn,
    reporterId: null,
    handlerIds: [],
    handledInOffice: true,
    aboutTitle: row.title,
    placeName: row.place_name,
    official: held && {
      role: held.role,
      unitName: held.placeId === region.regionId ? region.name : row.place_name,
    },
  }
}
