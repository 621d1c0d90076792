import { listInboxEndpoint } from '#core/inbox'
import { here, newestFirst, pageOf, ROWS, type Lists } from './list'

export const inboxLists: Lists = {
  'my messages, newest first': {
    endpoint: listInboxEndpoint,
    page: (scene, cursor) => {
      const input = { as: scene.resident.token, params: here(scene), query: { cursor } }
      return pageOf(scene.server.ok(listInboxEndpoint, input), (item) => item.itemId)
    },
    fill: ({ rows, resident }) => newestFirst(rows.messages(ROWS, resident.personId)),
    arrive: ({ rows, resident }) => rows.messages(3, resident.personId),
  },
}
