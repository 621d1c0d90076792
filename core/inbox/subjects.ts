/**
 * What a message is about and opens; messages about one subject are one group of the inbox. A reply or a mention has the
 * thing that is talked about (matter, notice) as its subject; `post` is for what happened to one's own words in a thread.
 */
export const INBOX_SUBJECTS = [
  'matter',
  'membership',
  'grant',
  'notice',
  'case',
  'post',
  'wish',
  'vote',
  'organisation',
  'volunteer_request',
  'archive',
  'bylaw',
  'demand',
  'round',
  'topic',
  'action_item',
] as const
export type InboxSubject = (typeof INBOX_SUBJECTS)[number]
