import { listRoundsEndpoint, type RoundList, type RoundState } from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { here, newestFirst, pageOf, ROWS, type List, type Lists, type Scene } from './list'

const rounds = (scene: Scene, count: number, state: RoundState) =>
  manyRounds(scene.server, scene.place, count, {
    convener_id: scene.worker.personId,
    state,
    ended_at: state === 'closed' ? scene.server.clock.now : null,
  })

const listed = (list: RoundList, state: RoundState): List => ({
  endpoint: listRoundsEndpoint,
  page: (scene, cursor) =>
    pageOf(
      scene.server.ok(listRoundsEndpoint, {
        as: scene.resident.token,
        params: here(scene),
        query: { list, cursor },
      }),
      ({ roundId }) => roundId,
    ),
  fill: (scene) => newestFirst(rounds(scene, ROWS, state)),
  arrive: (scene) => rounds(scene, 3, state),
})

export const roundLists: Lists = {
  'rounds under way, the newest first': listed('current', 'discussion'),
  'rounds that are over, the newest first': listed('over', 'closed'),
}
