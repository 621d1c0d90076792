import { listOutcomesEndpoint, listStatementsEndpoint } from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { manyStatements } from '../many-statements'
import { manyTopics } from '../many-topics'
import { here, pageOf, ROWS, type Lists, type Scene } from './list'

const rounds = new WeakMap<Scene, Promise<string>>()
/** The round that is discussed, the one of a scene. */
function theRound(scene: Scene): Promise<string> {
  const known = rounds.get(scene)
  if (known) return known
  const made = newRound(scene)
  rounds.set(scene, made)
  return made
}

async function newRound({ server, place, worker }: Scene): Promise<string> {
  const wanted = { convener_id: worker.personId, state: 'discussion' } as const
  const [roundId = ''] = await manyRounds(server, place, 1, wanted)
  return roundId
}

const params = async (scene: Scene) => ({ ...here(scene), roundId: await theRound(scene) })

const statements = async (scene: Scene, count: number) =>
  manyStatements(scene.server, await params(scene), count, { author_id: scene.worker.personId })

const discussed = async (scene: Scene, count: number) =>
  manyTopics(scene.server, scene.place, count, {
    round_id: await theRound(scene),
    author_id: scene.resident.personId,
  })

export const statementLists: Lists = {
  'statements of a round, first to last': {
    endpoint: listStatementsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listStatementsEndpoint, {
          as: scene.resident.token,
          params: await params(scene),
          query: { cursor },
        }),
        ({ statementId }) => statementId,
      ),
    fill: (scene) => statements(scene, ROWS),
    arrive: (scene) => statements(scene, 3),
  },
  'what came of each topic, first to last': {
    endpoint: listOutcomesEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listOutcomesEndpoint, {
          as: scene.resident.token,
          params: await params(scene),
          query: { cursor },
        }),
        ({ topicId }) => topicId,
      ),
    fill: (scene) => discussed(scene, ROWS),
    arrive: (scene) => discussed(scene, 3),
  },
}
