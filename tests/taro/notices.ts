/** Notices as the server presents them, for tests of screens. */
import type { NoticeItem, NoticeView } from '#core/notices'

export const noticeItem = (more: Partial<NoticeItem> = {}): NoticeItem => ({
  noticeId: 'n1',
  title: '周四停水',
  excerpt: '请提前接水',
  placeName: '湖光苑 3号楼',
  byName: '陈阿姨（楼栋长）',
  unitName: '3号楼',
  publishedAt: '2026-11-16T12:12:00.000Z',
  pinned: false,
  fresh: true,
  withdrawn: false,
  ...more,
})

export const notice = (more: Partial<NoticeView> = {}): NoticeView => ({
  ...noticeItem({ fresh: false }),
  communityId: 'c0000000-0000-4000-8000-000000000001',
  placeId: 'building',
  text: '9:00 到 11:30 停水\n请提前接水',
  photos: [],
  mine: false,
  wordsState: 'shown',
  pinnedUntil: null,
  withdrawnAt: null,
  withdrawnReason: null,
  counts: null,
  isPublic: false,
  acts: [],
  ...more,
})
