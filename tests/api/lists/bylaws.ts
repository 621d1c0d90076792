import { listBylawsEndpoint } from '#core/votes'
import { manyBylaws } from '../../builders/bylaws'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

const bylaws = (scene: Scene, count: number) =>
  manyBylaws(scene.server.db, { ...here(scene), at: scene.server.clock.now }, count, {
    recorded_by: scene.admin.personId,
  })

export const bylawLists: Lists = {
  'bylaws, newest first': {
    endpoint: listBylawsEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listBylawsEndpoint, {
          as: scene.resident.token,
          params: here(scene),
          query: { cursor },
        }),
        ({ bylawId }) => bylawId,
      ),
    fill: (scene) => newestFirst(bylaws(scene, ROWS)),
    arrive: (scene) => bylaws(scene, 3),
  },
}
