import { listNoticesEndpoint } from '#core/notices'
import { searchEndpoint } from '#core/search'
import { manyNotices } from '../many-notices'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

const notices = (scene: Scene, count: number) =>
  manyNotices(scene.server, here(scene).communityId, count, scene.staff.personId)

export const messageLists: Lists = {
  'notices of a place, newest first': {
    endpoint: listNoticesEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listNoticesEndpoint, {
          as: scene.resident.token,
          params: here(scene),
          query: { cursor },
        }),
        (item) => item.noticeId,
      ),
    fill: (scene) => newestFirst(notices(scene, ROWS)),
    arrive: (scene) => notices(scene, 3),
  },
  'notices of mine, newest first': {
    endpoint: listNoticesEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listNoticesEndpoint, {
          as: scene.staff.token,
          params: here(scene),
          query: { mine: 'true', cursor },
        }),
        (item) => item.noticeId,
      ),
    fill: (scene) => newestFirst(notices(scene, ROWS)),
    arrive: (scene) => notices(scene, 3),
  },
  'what a search found, newest first': {
    endpoint: searchEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(searchEndpoint, {
          as: scene.resident.token,
          params: here(scene),
          query: { q: '停水', cursor },
        }),
        (item) => item.entryId,
      ),
    fill: (scene) => newestFirst(notices(scene, ROWS)),
    arrive: (scene) => notices(scene, 3),
  },
}
