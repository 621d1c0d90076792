import { publishNoticeEndpoint } from '#core/notices'
import type { AreaHints, Ids, Made } from './hint'

/** A notice of the community, by its staff. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId } = community
  const staff = await place.inOffice('community_staff', communityId, { community })
  const { noticeId } = await server.ok(publishNoticeEndpoint, {
    as: staff.token,
    params: { communityId },
    body: { placeId: communityId, title, text: title },
  })
  return { noticeId }
}

export const noticeHints: AreaHints = {
  ids,
  tables: ['notices', 'notice_readers', 'search_entries'],
  harmless: [
    'placeId GET /communities/:communityId/notices', // a place that isn't here has no notices
  ],
}
