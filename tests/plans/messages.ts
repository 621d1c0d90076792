import { chooseInboxTopicEndpoint, listInboxChoicesEndpoint, markSubjectReadEndpoint } from '#core/inbox'
import {
  listNoticesEndpoint,
  markNoticeReadEndpoint,
  pinNoticeEndpoint,
  publishNoticeEndpoint,
  readNoticeEndpoint,
  readPublicNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '#core/notices'
import { searchEndpoint } from '#core/search'
import { deliverHeld } from '#server/inbox/index'
import { tellNotice, tellUntold } from '#server/notices/index'
import { idOf } from '../builders/big-district'
import type { AreaPlans } from './look'

/** The inbox's settings, notices and search. */
export const messagePlans: AreaPlans = {
  reads: {
    'what I chose': ({ ok, params, resident }) => ok(listInboxChoicesEndpoint, resident, { params }),
    'notices where I live': ({ pages, params, resident }) =>
      pages(listNoticesEndpoint, resident, { params, query: {} }),
    'notices of mine': ({ pages, params, staff }) =>
      pages(listNoticesEndpoint, staff, { params, query: { mine: 'true' } }),
    'a notice': async ({ ok, params, resident }) => {
      const { pinned, items } = await ok(listNoticesEndpoint, resident, { params, query: {} })
      const [first] = [...pinned, ...items]
      await ok(readNoticeEndpoint, resident, { params: { ...params, noticeId: first!.noticeId } })
    },
    'a search for what many hold': ({ pages, params, staff }) =>
      pages(searchEndpoint, staff, { params, query: { q: '楼道灯' } }),
    'a search for what nobody holds': ({ ok, params, resident }) =>
      ok(searchEndpoint, resident, { params, query: { q: '喷泉' } }),
  },
  writes: {
    'opening a thing, and choosing': async ({ ok, params, resident }) => {
      await ok(markSubjectReadEndpoint, resident, {
        params,
        body: { kind: 'matter', id: idOf('matter', 100) },
      })
      await ok(chooseInboxTopicEndpoint, resident, { params, body: { topic: 'talk', choice: 'never' } })
    },
    'publishing, reading, pinning and withdrawing a notice': async ({
      db,
      ok,
      params,
      staff,
      resident,
      now,
    }) => {
      const { noticeId } = await ok(publishNoticeEndpoint, staff, {
        params,
        body: { placeId: params.communityId, title: '停水', text: '周四停水', isPublic: true },
      })
      await ok(readPublicNoticeEndpoint, resident, { params: { ...params, noticeId } })
      await tellNotice(db, { ...params, noticeId }, now)
      await ok(markNoticeReadEndpoint, resident, { params: { ...params, noticeId } })
      await ok(pinNoticeEndpoint, staff, { params: { ...params, noticeId }, body: {} })
      await ok(withdrawNoticeEndpoint, staff, { params: { ...params, noticeId }, body: { reason: '改期' } })
    },
  },
  once: {
    'what was kept for six': ({ db, now }) => deliverHeld(db, now),
    'notices that are not told yet': ({ db, now }) => tellUntold(db, now),
  },
}
