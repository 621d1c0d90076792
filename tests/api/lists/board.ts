import { listBoardTopicsEndpoint, type BoardList } from '#core/rounds'
import { manyBoardTopics } from '../many-board-topics'
import { here, newestFirst, pageOf, ROWS, type List, type Lists, type Scene } from './list'

const topics = (scene: Scene, count: number, list: BoardList) =>
  manyBoardTopics(scene.server, scene.place, count, {
    author_id: scene.worker.personId,
    ...(list === 'over'
      ? { state: 'declined', declined_at: scene.server.clock.now, declined_reason: '物业月底就来装' }
      : {}),
  })

const listed = (list: BoardList): List => ({
  endpoint: listBoardTopicsEndpoint,
  page: (scene, cursor) =>
    pageOf(
      scene.server.ok(listBoardTopicsEndpoint, {
        as: scene.resident.token,
        params: { ...here(scene), placeId: scene.place.community.buildingId },
        query: { list, cursor },
      }),
      ({ topicId }) => topicId,
    ),
  fill: (scene) => newestFirst(topics(scene, ROWS, list)),
  arrive: (scene) => topics(scene, 3, list),
})

export const boardLists: Lists = {
  'topics on a board, the newest first': listed('open'),
  'topics that went on from a board, the newest first': listed('over'),
}
