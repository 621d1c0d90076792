import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, pageOf } from '../contract'
import { INBOX_CHOICES, INBOX_TOPICS } from './choices'
import { INBOX_SUBJECTS } from './subjects'
import { INBOX_KINDS } from './words'

const communityParams = z.object({ communityId: id })
const subject = z.object({ kind: z.enum(INBOX_SUBJECTS), id })

/** All messages about one thing; what is shown is the latest of them. */
export const inboxItem = z.object({
  /** The latest message's: who marks it read has seen that one, and none that came since. */
  itemId: id,
  kind: z.enum(INBOX_KINDS),
  about: z.string(),
  subject,
  at: instant,
  /** Messages about it that came since it was last opened. */
  unread: z.int(),
  count: z.int(),
})
export type InboxItem = z.output<typeof inboxItem>

/** `unread` counts things, not messages, and stops one above COUNT_CAP. */
export const unreadLeft = z.object({ unread: z.int() })

export const listInboxEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox',
  summary: '我的消息，一件事一条，新的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: z.object({ ...pageOf(inboxItem).shape, ...unreadLeft.shape }),
})

export const markInboxReadEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/inbox/read',
  summary: '标为看过：一条，或到某一条为止的全部',
  params: communityParams,
  body: z.object({ itemId: id, andOlder: z._default(z.boolean(), false) }),
  response: unreadLeft,
})

export const markSubjectReadEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/inbox/read-subject',
  summary: '打开了一件事：说它的消息都算看过',
  params: communityParams,
  body: subject,
  response: unreadLeft,
})

const topicChoice = z.object({
  topic: z.enum(INBOX_TOPICS),
  choice: z.enum(INBOX_CHOICES),
  /** What one may choose here. */
  choices: z.array(z.enum(INBOX_CHOICES)),
})
export type TopicChoice = z.output<typeof topicChoice>

export const listInboxChoicesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox/choices',
  summary: '我的消息设置：每一类马上、每天一次还是不提醒',
  params: communityParams,
  response: z.object({ items: z.array(topicChoice) }),
})

export const chooseInboxTopicEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/inbox/choices',
  summary: '改一类消息的设置',
  params: communityParams,
  body: z.object({ topic: z.enum(INBOX_TOPICS), choice: z.enum(INBOX_CHOICES) }),
  response: done,
})
