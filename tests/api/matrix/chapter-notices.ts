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
import { newId } from '#server/platform/db/index'
import { manyNotices } from '../many-notices'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })
const published = (placeId: string) => ({ placeId, title: '停水', text: '周四停水' })

/** A notice for the building, of its own for each call, by nobody of the cast. */
async function notice({ place, server }: Stage) {
  const { communityId, estateId, buildingId, gridId } = place.community
  const author = await place.person()
  const path = [place.districtId, place.subdistrictId, communityId, estateId, gridId, buildingId]
  const [noticeId = ''] = await manyNotices(server, communityId, 1, author.personId, path)
  return { communityId, noticeId }
}

/** domain.md 3 and 9: who lives or is in office at a place reads its notices; heads, committees and staff publish there and below. */
export const NOTICES: Chapter = {
  about: 'notices and search',
  columns: {
    list: calls(listNoticesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    read: calls(readNoticeEndpoint)(async (stage) => ({ params: await notice(stage) })),
    'in public': calls(readPublicNoticeEndpoint)(async (stage) => ({ params: await notice(stage) })),
    'mark read': calls(markNoticeReadEndpoint)(async (stage) => ({ params: await notice(stage) })),
    publish: acts(publishNoticeEndpoint)((stage) => ({
      params: here(stage),
      body: published(stage.place.community.buildingId),
    })),
    'to estate': acts(publishNoticeEndpoint)((stage) => ({
      params: here(stage),
      body: published(stage.place.community.estateId),
    })),
    pin: acts(pinNoticeEndpoint)(async (stage) => ({ params: await notice(stage), body: {} })),
    withdraw: acts(withdrawNoticeEndpoint)(async (stage) => ({
      params: await notice(stage),
      body: { reason: '改期了' },
    })),
    search: calls(searchEndpoint)((stage) => ({ params: here(stage), query: { q: '停水' } })),
  },
  table: `
                                                            | list | read | in public | mark read | publish | to estate | pin | withdraw | search
nobody                                                      | 401  | 401  | 404       | 401       | 401     | 401       | 401 | 401      | 401
visitor, the reporter, the asker                            | 403  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 403
resident of the home, neighbour                             | 200  | 200  | 404       | 200       | 403     | 403       | 403 | 403      | 200
resident elsewhere                                          | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 200
building_head                                               | 200  | 200  | 404       | 200       | 200     | 403       | 403 | 403      | 403
building_head of another building                           | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 403
owners_committee                                            | 200  | 200  | 404       | 200       | 200     | 200       | 403 | 403      | 403
property_staff, property lead                               | 200  | 200  | 404       | 200       | 403     | 403       | 403 | 403      | 200
property_staff of another estate                            | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 200
grid_worker, grid_worker who handled                        | 200  | 200  | 404       | 200       | 403     | 403       | 403 | 403      | 200
grid_chief, grid_chief who handled, grid_specialist         | 200  | 200  | 404       | 200       | 403     | 403       | 403 | 403      | 200
grid_worker of another grid, grid_chief of another grid     | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 200
grid_specialist of another grid                             | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 200
community_staff, community_staff who handled                | 200  | 200  | 404       | 200       | 200     | 200       | 200 | 200      | 200
community_secretary                                         | 200  | 200  | 404       | 200       | 200     | 200       | 403 | 403      | 200
residents_committee                                         | 200  | 200  | 404       | 200       | 200     | 200       | 403 | 403      | 403
subdistrict_staff, district_staff                           | 200  | 200  | 404       | 200       | 403     | 403       | 403 | 403      | 200
auditor, administrator                                      | 200  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 403
the other community                                         | 403  | 404  | 404       | 404       | 403     | 403       | 404 | 404      | 403`,
}

/** domain.md 9: what one is told, and how, is one's own. */
export const INBOX_SETTINGS: Chapter = {
  about: 'one’s own settings of messages',
  columns: {
    choices: calls(listInboxChoicesEndpoint)((stage) => ({ params: here(stage) })),
    choose: calls(chooseInboxTopicEndpoint)((stage) => ({
      params: here(stage),
      body: { topic: 'talk', choice: 'daily' },
    })),
    open: calls(markSubjectReadEndpoint)((stage) => ({
      params: here(stage),
      body: { kind: 'matter', id: newId() },
    })),
  },
  table: `
                   | choices | choose | open
nobody             | 401     | 401    | 401
everyone signed in | 200     | 200    | 200`,
}
