import { actOnProxyEndpoint, fileProxyEndpoint, listProxiesEndpoint, type ProxyAct } from '#core/votes'
import { manyProxies, waitingPhotos } from '../many-proxies'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, oneVote, personOf, voteOf } from './votes-on-stage'

/** A proxy that the neighbour holds for the home of the resident. */
async function oneProxy(stage: Stage, state: 'asked' | 'accepted') {
  const { communityId, voteId, homeVoter } = await voteOf(stage, { state: 'open' })
  const [proxyId = ''] = await manyProxies(stage.server, here(stage), voteId, {
    agentId: personOf(stage, 'neighbour'),
    voterIds: [homeVoter],
    state,
  })
  return { communityId, voteId, proxyId }
}

const acting = (state: 'asked' | 'accepted', act: ProxyAct, reason?: string) =>
  acts(actOnProxyEndpoint)(async (stage) => ({
    params: await oneProxy(stage, state),
    body: { act, ...(reason ? { reason } : {}) },
  }))

/**
 * domain.md 7: an adult of the community votes for another by a written authority (here the photos are somebody else's); who decides about the roll checks it,
 * never the convener, never who holds it. It can be taken back by who gave it, who holds it, and in an office. It is
 * unknown to everybody else.
 */
export const PROXIES: Chapter = {
  about: 'proxies',
  columns: {
    list: calls(listProxiesEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'notice' }),
      query: {},
    })),
    'for 602': acts(fileProxyEndpoint)(async (stage) => {
      const { communityId, voteId, homeVoter } = await voteOf(stage, { state: 'notice' })
      const photoIds = await waitingPhotos(stage.server, here(stage), personOf(stage, 'neighbour'))
      return {
        params: { communityId, voteId },
        body: { voterId: homeVoter, principalName: '李秀兰', agentName: '周小明', photoIds },
      }
    }),
    accept: acting('asked', 'accept'),
    refuse: acting('asked', 'refuse', '没有签名'),
    withdraw: acting('asked', 'withdraw'),
    revoke: acting('accepted', 'revoke', '本人来说的'),
  },
  table: `
                                                        | list | for 602 | accept | refuse | withdraw | revoke
nobody                                                  | 401  | 401     | 401    | 401    | 401      | 401
visitor, the reporter, the asker                        | 404  | 404     | 404    | 404    | 404      | 404
resident of the home                                    | 200  | 409     | 403    | 403    | 403      | 200
neighbour                                               | 200  | 200     | 403    | 403    | 200      | 200
resident elsewhere                                      | 404  | 400     | 404    | 404    | 404      | 404
building_head                                           | 200  | 403     | 404    | 404    | 404      | 404
building_head of another building                       | 404  | 404     | 404    | 404    | 404      | 404
owners_committee                                        | 200  | 403     | 404    | 404    | 404      | 404
property company, property_staff of another estate      | 404  | 404     | 404    | 404    | 404      | 404
grid_worker, grid_worker who handled                    | 200  | 403     | 404    | 404    | 404      | 404
grid_chief, grid_chief who handled                      | 200  | 403     | 404    | 404    | 404      | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404     | 404    | 404    | 404      | 404
grid_specialist, grid_specialist of another grid        | 404  | 404     | 404    | 404    | 404      | 404
community_staff, community_staff who handled            | 200  | 403     | 200    | 200    | 403      | 200
community_secretary, residents_committee                | 200  | 403     | 200    | 200    | 403      | 200
subdistrict_staff, district_staff                       | 200  | 403     | 404    | 404    | 404      | 404
auditor                                                 | 200  | 403     | 404    | 404    | 404      | 404
administrator                                           | 404  | 404     | 404    | 404    | 404      | 404
the other community                                     | 404  | 404     | 404    | 404    | 404      | 404`,
}
