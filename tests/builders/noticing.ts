import { sql } from 'kysely'
import { listInboxEndpoint } from '#core/inbox'
import {
  listNoticesEndpoint,
  markNoticeReadEndpoint,
  pinNoticeEndpoint,
  publishNoticeEndpoint,
  readNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '#core/notices'
import { tellNotice } from '#server/notices/index'
import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

interface Scene {
  server: TestServer
  place: Neighbourhood
}

export interface NewNotice {
  placeId?: string
  title?: string
  text?: string
  pinDays?: number
}

interface Named {
  noticeId: string
}

/** Who publishes and reads: the head of a building, the staff, who lives in that building, and who lives in another. */
export interface NoticePeople {
  head: SignedInPerson
  staff: SignedInPerson
  amei: SignedInPerson
  across: SignedInPerson
}

/** Takes away every notice, home and office of the neighbourhood, and brings new people. */
export async function newNoticePeople({ server, place }: Scene): Promise<NoticePeople> {
  await sql`truncate notices, notice_readers, inbox_items, inbox_groups, memberships, role_grants`.execute(
    server.db,
  )
  const { buildingId, communityId, homeId, otherHomeId } = place.community
  return {
    head: await place.inOffice('building_head', buildingId, { name: '陈阿姨' }),
    staff: await place.inOffice('community_staff', communityId, { name: '王敏' }),
    amei: await place.resident(homeId),
    across: await place.resident(otherHomeId),
  }
}

/** Every call about notices, as a person of the neighbourhood makes it. */
export function noticing(scene: () => Scene) {
  const params = () => ({ communityId: scene().place.community.communityId })
  const of = (by: SignedInPerson, { noticeId }: Named) => ({
    as: by.token,
    params: { ...params(), noticeId },
  })
  const input = (
    by: SignedInPerson,
    { placeId, title = '周四停水', text = '请提前接水', pinDays }: NewNotice = {},
  ) => ({
    as: by.token,
    params: params(),
    body: {
      placeId: placeId ?? scene().place.community.buildingId,
      title,
      text,
      ...(pinDays ? { pinDays } : {}),
    },
  })
  return {
    params,
    input,
    publish: (by: SignedInPerson, options?: NewNotice) =>
      scene().server.ok(publishNoticeEndpoint, input(by, options)),
    read: (by: SignedInPerson, notice: Named) => scene().server.call(readNoticeEndpoint, of(by, notice)),
    seen: (by: SignedInPerson, notice: Named) => scene().server.call(markNoticeReadEndpoint, of(by, notice)),
    withdraw: (by: SignedInPerson, notice: Named, reason = '停水改期了') =>
      scene().server.call(withdrawNoticeEndpoint, { ...of(by, notice), body: { reason } }),
    pin: (by: SignedInPerson, notice: Named, pinDays?: number) =>
      scene().server.call(pinNoticeEndpoint, {
        ...of(by, notice),
        body: pinDays === undefined ? {} : { pinDays },
      }),
    tell: ({ noticeId }: Named) =>
      tellNotice(scene().server.db, { ...params(), noticeId }, scene().server.clock.now),
    inboxOf: async (who: SignedInPerson) =>
      (await scene().server.ok(listInboxEndpoint, { as: who.token, params: params(), query: {} })).items,
    listFor: (who: SignedInPerson, placeId?: string) =>
      scene().server.ok(listNoticesEndpoint, {
        as: who.token,
        params: params(),
        query: placeId ? { placeId } : {},
      }),
  }
}

export const titlesOf = (items: readonly { title: string }[]) => items.map(({ title }) => title)
