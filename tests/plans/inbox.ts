import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import type { AreaPlans } from './look'

export const inboxPlans: AreaPlans = {
  reads: {
    'the inbox': ({ pages, params, resident }) => pages(listInboxEndpoint, resident, { params, query: {} }),
  },
  writes: {
    'marking the inbox as read': async ({ ok, params, resident }) => {
      const { items } = await ok(listInboxEndpoint, resident, { params, query: {} })
      const body = { itemId: items[0]!.itemId, andOlder: true }
      await ok(markInboxReadEndpoint, resident, { params, body })
    },
  },
}
