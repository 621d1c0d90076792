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

const MET = 2 // organisations of the asker; what they have to do with the wishes
const LISTED = MET + 2 // photos; offers of one's own
const SHOWN = MET + 3 // steps; photos; offers
const none = () => ({})

/** A wish of somebody else that the busybody helps with. */
const helped = async ({ server, busy, rows }: Scene) => {
  const [authorId = ''] = await rows.persons(1)
  const helperId = busy.everywhere.personId
  const [wishId] = await manyWishes(server, busy.place, 1, { authorId, helperId })
  return { params: { communityId: busy.ids.communityId, wishId } }
}

export const wishBudgets: AreaBudgets = {
  reads: {
    wishes: read(listWishesEndpoint, HERE + 1 + 2 + LISTED), // organisations; the page; the counts
    'wishes I said': read(listMyWishesEndpoint, HERE + 1 + LISTED, { part: 'said' }),
    'wishes I help with': read(listMyWishesEndpoint, HERE + 2 + LISTED, { part: 'helping' }),
    'where I may wish from': {
      endpoint: listWishOriginsEndpoint,
      statements: HERE + 2, // homes; their buildings
      input: (scene) => ({ params: here(scene), query: {} }),
    },
    'a wish': read(readWishEndpoint, HERE + 1 + MET + SHOWN), // itself
  },
  writes: {
    'say a wish': write(submitWishEndpoint, HERE + ONCE + 3 + 6 + 4 + SHOWN + 4 + ON_RECORD, ({ busy }) => ({
      placeId: busy.ids.placeId,
      scope: 'building',
      kind: 'lend',
      title: '借梯子',
    })),
    'want it too': write(secondWishEndpoint, HERE + ONCE + 1 + MET + 4 + SHOWN + ON_RECORD, none),
    'take that back': write(takeBackSecondEndpoint, HERE + ONCE + 1 + MET + 2 + SHOWN + ON_RECORD, none),
    'offer to help': write(actOnWishEndpoint, HERE + ONCE + 1 + MET + 10 + SHOWN + ON_RECORD, () => ({
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
