import { topicOf, type InboxKind } from '#core/inbox'
import { sendToInbox } from '#server/inbox/index'
import type { Transaction } from '#server/platform/db/index'
import type { StoredPost } from './post-repository'

/** What a message about a post may say of what it is about. */
export interface About {
  title: string
  /** Neighbours may know of it; else a message names nothing. */
  open: boolean
  /** Whose wish it is: they hear of every word. */
  ownerId?: string | null
}

type Told = Pick<
  StoredPost,
  | 'community_id'
  | 'author_id'
  | 'official_role'
  | 'subject_kind'
  | 'subject_id'
  | 'answered_id'
  | 'untold_ids'
>

/** Tells whom a post answers and whom it names, now that they can read it. */
export async function tellOfPost(tx: Transaction, post: Told, about: About, at: Date): Promise<void> {
  const { answered_id: answeredId, untold_ids: named } = post
  const heard = [answeredId, about.ownerId].flatMap((personId) => personId ?? [])
  await tell(tx, post, { kind: 'thread_reply', personIds: heard, about, at })
  await tell(tx, post, {
    kind: 'thread_mention',
    personIds: named.filter((personId) => !heard.includes(personId)),
    about,
    at,
  })
}

interface Message {
  kind: InboxKind
  personIds: readonly string[]
  about: About
  at: Date
}

/** Nobody hears of their own words, nor of those of somebody they blocked; what an office says reaches everyone. */
export async function tell(
  tx: Transaction,
  post: Told,
  { kind, personIds, about, at }: Message,
): Promise<void> {
  // Who can't open a notice any more is not told that something is said under it.
  if (post.subject_kind === 'notice' && !about.open) return
  const others = personIds.filter((personId) => personId !== post.author_id)
  const deaf = post.official_role || others.length === 0 ? [] : await listBlockers(tx, post, others)
  await sendToInbox(tx, {
    communityId: post.community_id,
    personIds: others.filter((personId) => !deaf.includes(personId)),
    kind: about.open ? kind : 'matter_private_news',
    topic: topicOf(kind),
    about: about.open ? about.title : '',
    subject: { kind: post.subject_kind, id: post.subject_id },
    at,
  })
}

async function listBlockers(tx: Transaction, post: Told, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('person_blocks')
    .select('blocker_id')
    .where('community_id', '=', post.community_id)
    .where('blocker_id', 'in', personIds)
    .where('blocked_id', '=', post.author_id)
    .execute()
  return rows.map((row) => row.blocker_id)
}
