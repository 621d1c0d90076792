import { listFeedEndpoint, listMyMattersEndpoint, readDeskEndpoint } from '#core/matters'
import { here, newestFirst, pageOf, ROWS, type List, type Lists } from './list'

export const matterLists: Lists = {
  'what I reported, newest first': {
    endpoint: listMyMattersEndpoint,
    page: (scene, cursor) => {
      const input = { as: scene.resident.token, params: here(scene), query: { cursor } }
      return pageOf(scene.server.ok(listMyMattersEndpoint, input), (item) => item.matterId)
    },
    fill: ({ rows, resident }) => newestFirst(rows.matters(ROWS, { reporterId: resident.personId })),
    arrive: ({ rows, resident }) => rows.matters(3, { reporterId: resident.personId }),
  },
  'the feed of a building, newest first': {
    endpoint: listFeedEndpoint,
    page: (scene, cursor) => {
      const query = { placeId: scene.place.community.buildingId, cursor }
      const input = { as: scene.resident.token, params: here(scene), query }
      return pageOf(scene.server.ok(listFeedEndpoint, input), (item) => item.matterId)
    },
    fill: ({ rows, resident }) => newestFirst(rows.matters(ROWS, { reporterId: resident.personId })),
    arrive: ({ rows, resident }) => rows.matters(3, { reporterId: resident.personId }),
  },
  'the desk: nobody has it, what waits longest first': desk('unassigned', 'submitted'),
  'the desk: in my hands': desk('mine', 'in_progress'),
  'the desk: to be verified': desk('to_verify', 'resolved'),
}

function desk(
  list: 'unassigned' | 'mine' | 'to_verify',
  state: 'submitted' | 'in_progress' | 'resolved',
): List {
  return {
    endpoint: readDeskEndpoint,
    page: (scene, cursor) => {
      const input = { as: scene.worker.token, params: here(scene), query: { list, cursor } }
      return pageOf(scene.server.ok(readDeskEndpoint, input), (item) => item.matterId)
    },
    fill: ({ rows, resident }) => rows.matters(ROWS, { reporterId: resident.personId, state }),
    arrive: ({ rows, resident }) => rows.matters(3, { reporterId: resident.personId, state }),
  }
}
