import {
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  listRoundHomesEndpoint,
  listTopicsEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { chooseHome, manyHomes, manyRoundObjections, manyTopics } from '../many-topics'
import { here, pageOf, ROWS, type Lists, type Scene } from './list'

const rounds = new WeakMap<Scene, Promise<string>>()
/** The round whose lists are walked, of one home of the building: the one of a scene. */
function theRound(scene: Scene): Promise<string> {
  const known = rounds.get(scene)
  if (known) return known
  const made = newRound(scene)
  rounds.set(scene, made)
  return made
}

async function newRound(scene: Scene): Promise<string> {
  const [roundId = ''] = await manyRounds(scene.server, scene.place, 1, {
    convener_id: scene.worker.personId,
  })
  await chooseHome(scene.server, { ...here(scene), roundId, homeId: scene.place.community.homeId })
  return roundId
}

const params = async (scene: Scene) => ({ ...here(scene), roundId: await theRound(scene) })

const topics = async (scene: Scene, count: number) =>
  manyTopics(scene.server, scene.place, count, {
    round_id: await theRound(scene),
    author_id: scene.resident.personId,
  })

const objections = async (scene: Scene, count: number) =>
  manyRoundObjections(scene.server, await params(scene), count, { author_id: scene.resident.personId })

const heads = new WeakMap<Scene, Promise<{ token: string }>>()
/** Who convenes in the building, once for each scene. */
function headOf(scene: Scene): Promise<{ token: string }> {
  const known = heads.get(scene)
  if (known) return known
  const made = scene.place.inOffice('building_head', scene.place.community.buildingId)
  heads.set(scene, made)
  return made
}

const homes = (scene: Scene) => {
  const { communityId, homeId } = scene.place.community
  return manyHomes(scene.server, { communityId, homeId }, ROWS)
}
/** No house grows while somebody reads. */
const noMore = () => Promise.resolve()

export const topicLists: Lists = {
  'topics of a round, first to last': {
    endpoint: listTopicsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listTopicsEndpoint, {
          as: scene.resident.token,
          params: await params(scene),
          query: { cursor },
        }),
        ({ topicId }) => topicId,
      ),
    fill: (scene) => topics(scene, ROWS),
    arrive: (scene) => topics(scene, 3),
  },
  'what those left out say, first to last': {
    endpoint: listObjectionsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listObjectionsEndpoint, {
          as: scene.resident.token,
          params: await params(scene),
          query: { cursor },
        }),
        ({ objectionId }) => objectionId,
      ),
    fill: (scene) => objections(scene, ROWS),
    arrive: (scene) => objections(scene, 3),
  },
  'homes left out, stair by stair': {
    endpoint: listLeftOutEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listLeftOutEndpoint, {
          as: scene.resident.token,
          params: await params(scene),
          query: { cursor },
        }),
        ({ homeId }) => homeId,
      ),
    fill: homes,
    arrive: noMore,
  },
  'homes to choose from, stair by stair': {
    endpoint: listRoundHomesEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listRoundHomesEndpoint, {
          as: (await headOf(scene)).token,
          params: { ...here(scene), placeId: scene.place.community.buildingId },
          query: { cursor },
        }),
        ({ homeId }) => homeId,
      ),
    fill: homes,
    arrive: noMore,
  },
}
