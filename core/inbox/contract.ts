import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf } from '../contract'
import { INBOX_KINDS, INBOX_SUBJECTS } from './words'

const communityParams = z.object({ communityId: id })

export const inboxItem = z.object({
  itemId: id,
  kind: z.enum(INBOX_KINDS),
  about: z.string(),
  subject: z.object({ kind: z.enum(INBOX_SUBJECTS), id }),
  at: instant,
  read: z.boolean(),
})
export type InboxItem = z.output<typeof inboxItem>

export const listInboxEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox',
  summary: '我的消息，新的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: z.object({ ...pageOf(inboxItem).shape, unread: z.int() }),
})

export const markInboxReadEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/inbox/read',
  summary: '标为看过：一条，或到某一条为止的全部',
  params: communityParams,
  body: z.object({ itemId: id, andOlder: z._default(z.boolean(), false) }),
  response: z.object({ unread: z.int() }),
})
