import { listGrantsEndpoint, listMembershipsEndpoint, listSessionsEndpoint } from '#core/people'
import { here, newestFirst, pageOf, ROWS, type Lists, type Page, type Scene } from './list'

/** The offices of the community, as one of the scene's people sees them. */
export const officesSeenBy =
  (who: 'admin' | 'staff' | 'resident') =>
  (scene: Scene, cursor: string | undefined): Promise<Page> => {
    const params = { regionId: scene.place.community.communityId }
    const input = { as: scene[who].token, params, query: { cursor } }
    return pageOf(scene.server.ok(listGrantsEndpoint, input), (item) => item.grantId)
  }

const memberships =
  (list: 'mine' | 'to_decide' | 'household', who: 'worker' | 'resident') =>
  (scene: Scene, cursor: string | undefined): Promise<Page> => {
    const input = { as: scene[who].token, params: here(scene), query: { list, cursor } }
    return pageOf(scene.server.ok(listMembershipsEndpoint, input), (item) => item.membershipId)
  }

export const peopleLists: Lists = {
  'homes I asked for': {
    endpoint: listMembershipsEndpoint,
    page: memberships('mine', 'worker'),
    fill: (scene) => newestFirst(askFor(scene, ROWS)),
    arrive: (scene) => askFor(scene, 3),
  },
  'requests that wait for my word': {
    endpoint: listMembershipsEndpoint,
    page: memberships('to_decide', 'worker'),
    fill: (scene) => newestFirst(moveIn(scene, ROWS, 'asked')),
    arrive: (scene) => moveIn(scene, 3, 'asked'),
  },
  'who lives with me': {
    endpoint: listMembershipsEndpoint,
    page: memberships('household', 'resident'),
    fill: (scene) => newestFirst(moveIn(scene, ROWS, 'confirmed')),
    arrive: (scene) => moveIn(scene, 3, 'confirmed'),
  },
  'offices, newest first': {
    endpoint: listGrantsEndpoint,
    page: officesSeenBy('admin'),
    fill: ({ rows }) => newestFirst(rows.grants(ROWS)),
    arrive: ({ rows }) => rows.grants(3),
  },
  'where I am signed in, newest first': {
    endpoint: listSessionsEndpoint,
    page: ({ server, resident }, cursor) =>
      pageOf(
        server.ok(listSessionsEndpoint, { as: resident.token, query: { cursor } }),
        (item) => item.sessionId,
      ),
    fill: ({ rows, resident }) => newestFirst(rows.sessions(ROWS, resident.personId)),
    arrive: ({ rows, resident }) => rows.sessions(3, resident.personId),
  },
}

async function askFor({ rows, worker }: Scene, count: number): Promise<string[]> {
  const homes = await rows.homes(count)
  return rows.memberships(
    homes.map((homeId) => ({ homeId, personId: worker.personId })),
    'asked',
  )
}

async function moveIn(
  { rows, place }: Scene,
  count: number,
  state: 'asked' | 'confirmed',
): Promise<string[]> {
  const persons = await rows.persons(count)
  return rows.memberships(
    persons.map((personId) => ({ personId, homeId: place.community.homeId })),
    state,
  )
}
