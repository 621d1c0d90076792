import { listMyWishesEndpoint, listWishesEndpoint } from '#core/wishes'
import { manyWishes, offerAll } from '../many-wishes'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

const wishes = (scene: Scene, count: number, more: object = {}) =>
  manyWishes(scene.server, scene.place, count, { authorId: scene.worker.personId, ...more })

const listed =
  (who: 'resident' | 'staff', list: 'waiting' | 'fulfilled') => (scene: Scene, cursor: string | undefined) =>
    pageOf(
      scene.server.ok(listWishesEndpoint, {
        as: scene[who].token,
        params: here(scene),
        query: { list, cursor },
      }),
      (item) => item.wishId,
    )

const fulfilled = (scene: Scene, count: number) =>
  wishes(scene, count, {
    state: 'fulfilled',
    helper_id: scene.staff.personId,
    claimed_at: scene.server.clock.now,
  })

const helped = async (scene: Scene, count: number) => {
  const ids = await wishes(scene, count)
  await offerAll(scene.server, here(scene).communityId, ids, scene.resident.personId)
  return ids
}

const mine =
  (who: 'resident' | 'worker', part: 'said' | 'helping') => (scene: Scene, cursor: string | undefined) =>
    pageOf(
      scene.server.ok(listMyWishesEndpoint, {
        as: scene[who].token,
        params: here(scene),
        query: { part, cursor },
      }),
      (item) => item.wishId,
    )

export const wishLists: Lists = {
  'wishes that wait where I live, the most urgent first': {
    endpoint: listWishesEndpoint,
    page: listed('resident', 'waiting'),
    fill: (scene) => wishes(scene, ROWS),
    arrive: (scene) => wishes(scene, 3, { stands_until: new Date('2030-01-01T00:00:00.000Z') }),
  },
  'wishes that wait where I am in office': {
    endpoint: listWishesEndpoint,
    page: listed('staff', 'waiting'),
    fill: (scene) => wishes(scene, ROWS),
    arrive: (scene) => wishes(scene, 3, { stands_until: new Date('2030-01-01T00:00:00.000Z') }),
  },
  'wishes that came true, newest first': {
    endpoint: listWishesEndpoint,
    page: listed('resident', 'fulfilled'),
    fill: (scene) => newestFirst(fulfilled(scene, ROWS)),
    arrive: (scene) => fulfilled(scene, 3),
  },
  'wishes I said, newest first': {
    endpoint: listMyWishesEndpoint,
    page: mine('worker', 'said'),
    fill: (scene) => newestFirst(wishes(scene, ROWS)),
    arrive: (scene) => wishes(scene, 3),
  },
  'wishes I help with, newest first': {
    endpoint: listMyWishesEndpoint,
    page: mine('resident', 'helping'),
    fill: (scene) => newestFirst(helped(scene, ROWS)),
    arrive: (scene) => helped(scene, 3),
  },
}
