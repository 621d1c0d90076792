import { reportMatterEndpoint } from '#core/matters'
import { listCasesEndpoint, listHiddenEndpoint } from '#core/moderation'
import { listBlocksEndpoint, listPostsEndpoint } from '#core/threads'
import { manyWords } from '../many-words'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

const words = (scene: Scene) => manyWords(scene.server, here(scene).communityId)

/** The thread that the list is about: of the resident's first matter. */
async function subjectOf(scene: Scene): Promise<string> {
  const { place, resident, server } = scene
  const found = await server.db
    .selectFrom('matters')
    .select('matter_id')
    .where('community_id', '=', here(scene).communityId)
    .where('reporter_id', '=', resident.personId)
    .orderBy('matter_id')
    .executeTakeFirst()
  if (found) return found.matter_id
  const { matterId } = await server.ok(reportMatterEndpoint, {
    as: resident.token,
    params: here(scene),
    body: { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: '灯坏了' },
  })
  return matterId
}

export const threadLists: Lists = {
  'a thread, oldest first': {
    endpoint: listPostsEndpoint,
    page: async (scene, cursor) => {
      const params = { ...here(scene), subjectKind: 'matter' as const, subjectId: await subjectOf(scene) }
      const input = { as: scene.resident.token, params, query: { cursor } }
      return pageOf(scene.server.ok(listPostsEndpoint, input), (post) => post.postId)
    },
    fill: async (scene) => words(scene).posts(ROWS, await subjectOf(scene), scene.resident.personId),
    arrive: async (scene) => words(scene).posts(3, await subjectOf(scene), scene.resident.personId),
  },
  'words that a moderator looks at, oldest first': {
    endpoint: listCasesEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listCasesEndpoint, { as: scene.staff.token, params: here(scene), query: { cursor } }),
        (item) => item.caseId,
      ),
    fill: (scene) => words(scene).cases(ROWS, scene.resident.personId),
    arrive: (scene) => words(scene).cases(3, scene.resident.personId),
  },
  'words of mine that were hidden, newest first': {
    endpoint: listHiddenEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listHiddenEndpoint, {
          as: scene.resident.token,
          params: here(scene),
          query: { cursor },
        }),
        (item) => item.caseId,
      ),
    fill: (scene) => newestFirst(words(scene).cases(ROWS, scene.resident.personId, scene.staff.personId)),
    arrive: (scene) => words(scene).cases(3, scene.resident.personId, scene.staff.personId),
  },
  'whom I don’t listen to, newest first': {
    endpoint: listBlocksEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listBlocksEndpoint, {
          as: scene.resident.token,
          params: here(scene),
          query: { cursor },
        }),
        (item) => item.blockId,
      ),
    fill: async (scene) => {
      const persons = await scene.rows.persons(ROWS)
      return newestFirst(words(scene).blocks(scene.resident.personId, persons))
    },
    arrive: async (scene) => words(scene).blocks(scene.resident.personId, await scene.rows.persons(3)),
  },
}
