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
import { forgetOthers } from '#server/wishes/index'
import { placeOf } from '../builders/big-district'
import { CONTACT_BOX } from '../builders/contact-box'
import { asEach, type AreaPlans, type Seen } from './look'

const READERS = { 'where I live': 'resident', 'where I am in office': 'staff' } as const

async function firstWaiting({ ok, params, resident }: Seen) {
  const { items } = await ok(listWishesEndpoint, resident, { params, query: { list: 'waiting' } })
  return { ...params, wishId: items.find(({ mine }) => !mine)!.wishId }
}

export const wishPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `wishes that wait ${who}`,
      ({ pages, params }, person) =>
        pages(listWishesEndpoint, person, { params, query: { list: 'waiting' } }),
    ),
    ...asEach(
      READERS,
      (who) => `wishes with a helper ${who}`,
      ({ pages, params }, person) =>
        pages(listWishesEndpoint, person, { params, query: { list: 'helping' } }),
    ),
    ...asEach(
      READERS,
      (who) => `wishes that came true ${who}`,
      ({ pages, params }, person) =>
        pages(listWishesEndpoint, person, { params, query: { list: 'fulfilled' } }),
    ),
    'wishes of a kind': ({ pages, params, resident }) =>
      pages(listWishesEndpoint, resident, { params, query: { list: 'waiting', kind: 'lend' } }),
    'wishes I said': ({ pages, params, resident }) =>
      pages(listMyWishesEndpoint, resident, { params, query: { part: 'said' } }),
    'wishes I help with': ({ pages, params, resident }) =>
      pages(listMyWishesEndpoint, resident, { params, query: { part: 'helping' } }),
    'where I may wish from': ({ ok, params, resident }) =>
      ok(listWishOriginsEndpoint, resident, { params, query: {} }),
    'a wish': async (seen) => seen.ok(readWishEndpoint, seen.resident, { params: await firstWaiting(seen) }),
  },
  once: {
    'forgetting for whom old wishes were said': ({ db, now }) => forgetOthers(db, now),
  },
  writes: {
    'saying a wish, and withdrawing it': async ({ ok, params, resident, community }) => {
      const { items } = await ok(listWishOriginsEndpoint, resident, { params, query: {} })
      const { wishId, revision } = await ok(submitWishEndpoint, resident, {
        params,
        body: {
          placeId: items[0]?.placeId ?? placeOf(community, 2),
          scope: 'estate',
          kind: 'lend',
          title: '借梯子',
        },
      })
      await ok(actOnWishEndpoint, resident, {
        params: { ...params, wishId },
        body: { act: 'withdraw', revision },
      })
    },
    'wanting it too, offering, and taking both back': async (seen) => {
      const { ok, resident } = seen
      const params = await firstWaiting(seen)
      await ok(secondWishEndpoint, resident, { params })
      await ok(takeBackSecondEndpoint, resident, { params })
      await ok(actOnWishEndpoint, resident, { params, body: { act: 'offer', revision: 1 } })
      await ok(actOnWishEndpoint, resident, { params, body: { act: 'take_back_offer', revision: 1 } })
    },
    'reading the other’s phone': async ({ ok, db, params, resident }) => {
      const row = await db
        .selectFrom('wishes')
        .select(['wish_id', 'author_id'])
        .where('community_id', '=', params.communityId)
        .where('state', 'in', ['claimed', 'delivered'])
        .where('words_state', '=', 'shown')
        .where('author_id', '<>', resident)
        .orderBy('changed_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const authorId = row.author_id as string
      await db
        .updateTable('phones')
        .set({ sealed: CONTACT_BOX.seal('13800000000', `phone of ${authorId}`) })
        .where('person_id', '=', authorId)
        .execute()
      await db
        .updateTable('wishes')
        .set({ helper_id: resident })
        .where('community_id', '=', params.communityId)
        .where('wish_id', '=', row.wish_id)
        .execute()
      await ok(readWishContactEndpoint, resident, { params: { ...params, wishId: row.wish_id } })
    },
  },
}
