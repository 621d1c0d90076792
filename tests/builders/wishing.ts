import type { InputOf } from '#core/contract'
import {
  actOnWishEndpoint,
  listWishesEndpoint,
  readWishEndpoint,
  secondWishEndpoint,
  submitWishEndpoint,
  takeBackSecondEndpoint,
  type WishItem,
  type WishList,
  type WishPersonAct,
  type WishView,
} from '#core/wishes'
import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

type Submitted = NonNullable<InputOf<(typeof submitWishEndpoint)['body']>>
type Acted = NonNullable<InputOf<(typeof actOnWishEndpoint)['body']>>

/** Says wishes and acts on them through the API, in the first community of a neighbourhood. */
export interface Wishing {
  input(more?: Partial<Submitted>): Submitted
  say(by: SignedInPerson, more?: Partial<Submitted>): Promise<WishView>
  read(by: SignedInPerson, wish: { wishId: string }): Promise<WishView>
  act(
    by: SignedInPerson,
    wish: { wishId: string },
    act: WishPersonAct,
    more?: Partial<Acted>,
  ): Promise<WishView>
  /** A neighbour offers, and the author says yes. */
  claim(author: SignedInPerson, helper: SignedInPerson, wish: { wishId: string }): Promise<WishView>
  second(by: SignedInPerson, wish: { wishId: string }): Promise<WishView>
  takeBack(by: SignedInPerson, wish: { wishId: string }): Promise<WishView>
  list(by: SignedInPerson, list?: WishList, placeId?: string): Promise<WishItem[]>
  params(wish: { wishId: string }): { communityId: string; wishId: string }
}

export function wishing(server: () => TestServer, place: () => Neighbourhood): Wishing {
  const here = () => place().community
  const params = ({ wishId }: { wishId: string }) => ({ communityId: here().communityId, wishId })
  const input: Wishing['input'] = (more = {}) => ({
    placeId: here().buildingId,
    scope: 'estate',
    kind: 'lend',
    title: '借一架两米高的人字梯',
    ...more,
  })
  const read: Wishing['read'] = (by, wish) =>
    server().ok(readWishEndpoint, { as: by.token, params: params(wish) })
  const act: Wishing['act'] = async (by, wish, name, more = {}) => {
    const { revision } = await read(by, wish)
    return server().ok(actOnWishEndpoint, {
      as: by.token,
      params: params(wish),
      body: { act: name, revision, ...more },
    })
  }
  return {
    params,
    input,
    read,
    act,
    say: (by, more) =>
      server().ok(submitWishEndpoint, {
        as: by.token,
        params: { communityId: here().communityId },
        body: input(more),
      }),
    claim: async (author, helper, wish) => {
      await act(helper, wish, 'offer')
      const { offers } = await read(author, wish)
      return act(author, wish, 'accept_offer', { offerId: offers[0]?.offerId })
    },
    second: (by, wish) => server().ok(secondWishEndpoint, { as: by.token, params: params(wish) }),
    takeBack: (by, wish) => server().ok(takeBackSecondEndpoint, { as: by.token, params: params(wish) }),
    list: async (by, list = 'waiting', placeId) =>
      (
        await server().ok(listWishesEndpoint, {
          as: by.token,
          params: { communityId: here().communityId },
          query: { list, placeId },
        })
      ).items,
  }
}
