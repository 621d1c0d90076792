import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import { HERE, ONCE, read, write, type AreaBudgets } from './budget'

export const inboxBudgets: AreaBudgets = {
  reads: {
    inbox: read(listInboxEndpoint, HERE + 2), // rows; unread
  },
  writes: {
    'mark messages read': write(markInboxReadEndpoint, HERE + ONCE + 2, ({ busy }) => ({
      itemId: busy.ids.itemId,
      andOlder: true,
    })), // saved; unread
  },
  twenty: ({ rows, busy }) => rows.messages(20, busy.everywhere.personId),
}
