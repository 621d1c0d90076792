import {
  actOnWishEndpoint,
  listMyWishesEndpoint,
  listWishesEndpoint,
  listWishOriginsEndpoint,
  readWishContactEndpoint,
  readWishEndpoint,
  secondWishEndpoint,
  submitWishEndpoint,
  takeBackSecondEndpoint,
} from '#core/wishes'
import { manyWishes, secondAll } from '../many-wishes'
import { acts, calls, type Chapter } from './call'
import type { Who } from './cast'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/** A wish from the building, said to its estate; by nobody of the cast unless it is said. */
async function wish(stage: Stage, by: { author?: Who; helper?: Who; seconder?: Who } = {}) {
  const { server, place } = stage
  const idOf = (who: Who | undefined) => (who && who !== 'nobody' ? stage.persons[who].personId : undefined)
  const authorId = idOf(by.author) ?? (await place.person()).personId
  const helperId = idOf(by.helper)
  const [wishId = ''] = await manyWishes(server, place, 1, { authorId, ...(helperId ? { helperId } : {}) })
  const seconder = idOf(by.seconder)
  if (seconder)
    await secondAll(server, here(stage).communityId, [wishId], {
      personId: seconder,
      homeId: place.community.neighbourHomeId,
    })
  return { ...here(stage), wishId }
}

const said = ({ place }: Stage) => ({
  placeId: place.community.buildingId,
  scope: 'estate' as const,
  kind: 'lend' as const,
  title: '借梯子',
})

/**
 * domain.md 3 and 4: who lives where it was said knows of a wish and helps, who looks after the place knows of it, its
 * author decides; for somebody else a neighbour of the estate speaks, or who looks after the place.
 */
export const WISHES: Chapter = {
  about: 'wishes',
  columns: {
    list: calls(listWishesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    mine: calls(listMyWishesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    origins: calls(listWishOriginsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    read: calls(readWishEndpoint)(async (stage) => ({ params: await wish(stage) })),
    say: acts(submitWishEndpoint)((stage) => ({ params: here(stage), body: said(stage) })),
    'for other': acts(submitWishEndpoint)((stage) => ({
      params: here(stage),
      body: { ...said(stage), forOther: { name: '王奶奶', way: 'in_person' } },
    })),
    offer: acts(actOnWishEndpoint)(async (stage) => ({
      params: await wish(stage),
      body: { act: 'offer', revision: 1 },
    })),
    withdraw: acts(actOnWishEndpoint)(async (stage) => ({
      params: await wish(stage, { author: 'resident of the home' }),
      body: { act: 'withdraw', revision: 1 },
    })),
    merge: acts(actOnWishEndpoint)(async (stage) => ({
      params: await wish(stage),
      body: {
        act: 'ask_merge',
        revision: 1,
        note: '是一样的',
        into: { kind: 'wish', id: (await wish(stage)).wishId },
      },
    })),
    second: acts(secondWishEndpoint)(async (stage) => ({ params: await wish(stage) })),
    'not any more': acts(takeBackSecondEndpoint)(async (stage) => ({
      params: await wish(stage, { seconder: 'neighbour' }),
    })),
    contact: acts(readWishContactEndpoint)(async (stage) => ({
      params: await wish(stage, { author: 'resident of the home', helper: 'neighbour' }),
    })),
  },
  table: `
                                                        | list | mine | origins | read | say | for other | offer | withdraw | merge | second | not any more | contact
nobody                                                  | 401  | 401  | 401     | 401  | 401 | 401       | 401   | 401      | 401   | 401    | 401          | 401
visitor, the reporter, the asker                        | 403  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
resident of the home                                    | 200  | 200  | 200     | 200  | 200 | 200       | 200   | 200      | 403   | 200    | 409          | 200
neighbour                                               | 200  | 200  | 200     | 200  | 200 | 200       | 200   | 403      | 403   | 200    | 200          | 200
resident elsewhere                                      | 200  | 200  | 200     | 200  | 403 | 200       | 200   | 403      | 403   | 200    | 409          | 403
building_head                                           | 200  | 200  | 200     | 200  | 403 | 200       | 403   | 403      | 200   | 403    | 403          | 403
building_head of another building                       | 200  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
owners_committee, property_staff, property lead         | 403  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
property_staff of another estate                        | 403  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
grid_worker, grid_worker who handled                    | 200  | 200  | 200     | 200  | 403 | 200       | 403   | 403      | 403   | 403    | 403          | 403
grid_chief, grid_chief who handled                      | 200  | 200  | 200     | 200  | 403 | 200       | 403   | 403      | 403   | 403    | 403          | 403
grid_specialist                                         | 200  | 200  | 200     | 200  | 403 | 403       | 403   | 403      | 403   | 403    | 403          | 403
grid_worker of another grid, grid_chief of another grid | 200  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
grid_specialist of another grid                         | 200  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
community_staff, community_staff who handled            | 200  | 200  | 200     | 200  | 403 | 200       | 403   | 403      | 200   | 403    | 403          | 403
community_secretary                                     | 200  | 200  | 200     | 200  | 403 | 403       | 403   | 403      | 403   | 403    | 403          | 403
residents_committee                                     | 200  | 200  | 200     | 200  | 403 | 200       | 403   | 403      | 403   | 403    | 403          | 403
subdistrict_staff, district_staff                       | 200  | 200  | 200     | 200  | 403 | 403       | 403   | 403      | 403   | 403    | 403          | 403
auditor, administrator                                  | 403  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404
the other community                                     | 403  | 200  | 200     | 404  | 403 | 403       | 404   | 404      | 404   | 404    | 404          | 404`,
}
