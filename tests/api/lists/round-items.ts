import { listItemsEndpoint, listLedgerEndpoint, listLessonsEndpoint } from '#core/rounds'
import { manyItems, manyLedgerEntries, manyLessons } from '../many-items'
import { manyRounds } from '../many-rounds'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

/** The round whose items, ledger and lessons are walked: the one of a scene. */
async function theRound(scene: Scene): Promise<string> {
  const known = await scene.server.db.selectFrom('rounds').select('round_id').executeTakeFirst()
  if (known) return known.round_id
  const [made = ''] = await manyRounds(scene.server, scene.place, 1, {
    convener_id: scene.worker.personId,
    state: 'evaluation',
  })
  return made
}

const items = async (scene: Scene, count: number) =>
  manyItems(scene.server, { ...here(scene), roundId: await theRound(scene) }, count, {
    author_id: scene.worker.personId,
  })

/** The item whose ledger is walked. */
async function theItem(scene: Scene): Promise<string> {
  const known = await scene.server.db.selectFrom('action_items').select('item_id').executeTakeFirst()
  return known?.item_id ?? ((await items(scene, 1))[0] as string)
}

const entries = async (scene: Scene, count: number) =>
  manyLedgerEntries(scene.server, { ...here(scene), itemId: await theItem(scene) }, count, {
    person_id: scene.worker.personId,
  })

const lessons = async (scene: Scene, count: number) =>
  manyLessons(scene.server, { ...here(scene), roundId: await theRound(scene) }, count, {
    author_id: scene.worker.personId,
  })

export const roundItemLists: Lists = {
  'items of a round, first to last': {
    endpoint: listItemsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listItemsEndpoint, {
          as: scene.resident.token,
          params: { ...here(scene), roundId: await theRound(scene) },
          query: { cursor },
        }),
        ({ itemId }) => itemId,
      ),
    fill: (scene) => items(scene, ROWS),
    arrive: () => Promise.resolve(),
  },
  'the ledger of an item, the newest first': {
    endpoint: listLedgerEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listLedgerEndpoint, {
          as: scene.resident.token,
          params: { ...here(scene), roundId: await theRound(scene), itemId: await theItem(scene) },
          query: { cursor },
        }),
        ({ entryId }) => entryId,
      ),
    fill: (scene) => newestFirst(entries(scene, ROWS)),
    arrive: (scene) => entries(scene, 3),
  },
  'lessons of a round, first to last': {
    endpoint: listLessonsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listLessonsEndpoint, {
          as: scene.resident.token,
          params: { ...here(scene), roundId: await theRound(scene) },
          query: { cursor },
        }),
        ({ lessonId }) => lessonId,
      ),
    fill: (scene) => lessons(scene, ROWS),
    arrive: () => Promise.resolve(),
  },
}
