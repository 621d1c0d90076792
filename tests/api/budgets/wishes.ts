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
import { manyWishes, offerAll } from '../many-wishes'
import { HERE, here, ON_RECORD, ONCE, read, write, type AreaBudgets, type Scene } from './budget'

const HELD = 1 // nobody leaves their home meanwhile
const MET = 2 // organisations of the asker; what they have to do with the wishes
const LISTED = MET + 2 // photos; offers of one's own
const SHOWN = MET + 3 // steps; photos; offers
const none = () => ({})

/** A list with a wish of one's own in it, and one of somebody else that one offered to help with. */
const withBoth =
  (query: object) =>
  async ({ server, busy, rows }: Scene) => {
    const { communityId = '' } = busy.ids
    const { personId } = busy.everywhere
    const [authorId = ''] = await rows.persons(1)
    await manyWishes(server, busy.place, 1, { authorId: personId })
    await offerAll(server, communityId, await manyWishes(server, busy.place, 1, { authorId }), personId)
    return { params: { communityId }, query }
  }

/** A wish of somebody else that the busybody helps with. */
const helped = async ({ server, busy, rows }: Scene) => {
  const [authorId = ''] = await rows.persons(1)
  const helperId = busy.everywhere.personId
  const [wishId] = await manyWishes(server, busy.place, 1, { authorId, helperId })
  return { params: { communityId: busy.ids.communityId, wishId } }
}

export const wishBudgets: AreaBudgets = {
  reads: {
    wishes: {
      endpoint: listWishesEndpoint,
      statements: HERE + 1 + 3 + LISTED, // organisations; the page; what came true lately; the counts
      input: withBoth({}),
    },
    'what a wish may be merged into': {
      endpoint: listWishesEndpoint,
      statements: HERE + 1 + MET + 1 + LISTED, // the wish; what they have to do with it; the page
      input: async (scene) => {
        const [authorId = ''] = await scene.rows.persons(1)
        const [mergeOf] = await manyWishes(scene.server, scene.busy.place, 1, { authorId })
        return withBoth({ mergeOf })(scene)
      },
    },
    'wishes I said': {
      endpoint: listMyWishesEndpoint,
      statements: HERE + 1 + LISTED,
      input: withBoth({ part: 'said' }),
    },
    'wishes I help with': {
      endpoint: listMyWishesEndpoint,
      statements: HERE + 2 + LISTED - 1, // organisations; the page; nobody’s offers
      input: withBoth({ part: 'helping' }),
    },
    'where I may wish from': {
      endpoint: listWishOriginsEndpoint,
      statements: HERE + 2, // homes; their buildings
      input: (scene) => ({ params: here(scene), query: {} }),
    },
    'a wish': read(readWishEndpoint, HERE + 1 + MET + SHOWN + 1), // itself; its links
  },
  writes: {
    'say a wish': write(
      submitWishEndpoint,
      HERE + ONCE + HELD + 5 + 4 + 4 + 4 + SHOWN - MET + ON_RECORD,
      ({ busy }) => ({
        placeId: busy.ids.placeId,
        scope: 'building',
        kind: 'lend',
        title: '借梯子',
      }),
    ),
    // Whether the home counts already is known with what they have to do with it.
    'want it too': write(secondWishEndpoint, HERE + ONCE + HELD + 1 + MET + 6 + SHOWN + ON_RECORD, none),
    'take that back': write(
      takeBackSecondEndpoint,
      HERE + ONCE + HELD + 1 + MET + 2 + SHOWN + ON_RECORD,
      none,
    ),
    'offer to help': write(actOnWishEndpoint, HERE + ONCE + HELD + 1 + MET + 10 + SHOWN + ON_RECORD, () => ({
      act: 'offer',
      revision: 1,
    })),
    'read the author’s phone': {
      endpoint: readWishContactEndpoint,
      statements: HERE + ONCE + 1 + MET + 1,
      input: helped,
    },
  },
  twenty: async ({ server, busy, rows }) => {
    const { communityId = '' } = busy.ids
    const { personId } = busy.everywhere
    const [authorId = ''] = await rows.persons(1)
    await manyWishes(server, busy.place, 10, { authorId: personId })
    const others = await manyWishes(server, busy.place, 10, { authorId })
    await offerAll(server, communityId, others, personId)
  },
}
