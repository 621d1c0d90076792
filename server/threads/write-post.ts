import type { ShownAs } from '#core/matters'
import { decidePost, decidePostAct, type Mentionable, type PostKind, type PostView } from '#core/threads'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { WordsState } from '#core/moderation'
import { wordsAreChecked } from '#core/notices'
import { record } from '#server/audit/index'
import { showWords } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { mentionsOf, type Mentions } from './mentions'
import { findPosts, meets, postOf, type PostRow, type StoredPost } from './post-repository'
import { presentPosts } from './present-post'
import { followInSearch } from './search-posts'
import { signatureOf, type Signature } from './signature'
import { readThread, type OpenThread, type SubjectOfThread, type ThreadSubjects } from './subjects'
import { tell, tellOfPost } from './tell'

export interface WritePost {
  subject: SubjectOfThread
  text: string
  parentPostId?: string | undefined
  kind: PostKind
  shownAs: ShownAs
  mentions: readonly Mentionable[]
  mentionPostIds: readonly string[]
  photoIds: readonly string[]
}

/** What use cases of threads need of the server. */
export type ThreadParts = { subjects: ThreadSubjects } & Pick<ServerParts, 'contentCheck'>

/** 说两句, or an answer one level deep. Who works on the thing answers in office, or leaves a note for staff alone. */
export async function writePost(context: Context, parts: ThreadParts, input: WritePost): Promise<PostView> {
  const { actor, region, now, transact } = context
  return transact(async (tx) => {
    const asking = { ...context, db: tx }
    const thread = await readThread(asking, parts.subjects, input.subject)
    const named = await listNamed(asking, thread, input)
    const answered = named.find((row) => row.post_id === input.parentPostId)
    const kind = answered?.kind === 'staff_note' ? 'staff_note' : input.kind
    enforce(decidePost(thread, kind))
    if (answered) enforce(decidePostAct(actor, postOf(answered), thread, 'reply'))
    await enforceConsent(tx, actor.personId)
    const post = await savePost(tx, context, parts, { thread, input: { ...input, kind }, answered, named })
    await attachPhotos(tx, {
      communityId: region.regionId,
      personId: actor.personId,
      photoIds: input.photoIds,
      subject: { kind: 'post', id: post.post_id },
      moment: 'other',
      at: now(),
    })
    await followInSearch(tx, post, thread.about.open)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: post.official_role,
      act: kind === 'staff_note' ? 'thread.note' : 'thread.post',
      subject: { kind: 'post', id: post.post_id },
    })
    const rows = await findPosts(tx, region.regionId, actor.personId, [post.post_id])
    return (await presentPosts(asking, thread, rows))[0] as PostView
  })
}

/** The posts that are answered or named: all of this thread, and met by who writes. */
async function listNamed(
  { db, actor, region }: Pick<Context, 'actor' | 'region'> & { db: Transaction },
  thread: OpenThread,
  { parentPostId, mentionPostIds }: WritePost,
): Promise<PostRow[]> {
  const ids = [...new Set([...(parentPostId ? [parentPostId] : []), ...mentionPostIds])]
  if (ids.length === 0) return []
  const reader = { personId: actor.personId, staff: thread.staff }
  const rows = (await findPosts(db, region.regionId, actor.personId, ids)).filter(
    (row) =>
      row.subject_kind === thread.subject.kind && row.subject_id === thread.subject.id && meets(row, reader),
  )
  if (rows.length < ids.length) throw new DomainError('NOT_FOUND')
  return rows
}

interface NewPost {
  thread: OpenThread
  input: WritePost
  answered: PostRow | undefined
  named: readonly PostRow[]
}

async function savePost(
  tx: Transaction,
  context: Context,
  parts: ThreadParts,
  { thread, input, answered, named }: NewPost,
): Promise<StoredPost> {
  const { actor, region, now } = context
  const postId = newId()
  const note = input.kind === 'staff_note'
  const signature = signatureOf(actor, thread.about)
  if (note && !signature) throw new DomainError('NOT_ALLOWED')
  const mentions = mentionsOf(thread.about, {
    kind: thread.subject.kind,
    mentions: input.mentions,
    postIds: input.mentionPostIds,
    named: named.filter((row) => input.mentionPostIds.includes(row.post_id) || isUnder(row, answered)),
    note,
  })
  const state = await wordsStateOf(tx, context, parts, { thread, input, signature, postId })
  const shown = state === 'shown'
  const post: StoredPost = {
    community_id: region.regionId,
    post_id: postId,
    subject_kind: thread.subject.kind,
    subject_id: thread.subject.id,
    root_id: answered?.root_id ?? postId,
    parent_post_id: answered?.root_id ?? null,
    author_id: actor.personId,
    shown_as: input.shownAs,
    official_role: signature?.role ?? null,
    official_name: signature?.name ?? null,
    unit_name: signature?.unitName ?? null,
    kind: input.kind,
    text: input.text,
    words_state: state,
    first_shown_at: shown ? now() : null,
    answered_id: note ? null : (answered?.author_id ?? null),
    mention_names: mentions.names,
    untold_ids: shown ? [] : [...new Set([...mentions.otherIds, ...ownerOf(thread)])],
    thanks_count: 0,
    at: now(),
    deleted_at: null,
  }
  await tx.insertInto('posts').values(post).execute()
  await tellNow(tx, post, { thread, mentions, at: now() })
  return post
}

/** An answer to an answer stands beside it and names whom it answers. */
function isUnder(row: PostRow, answered: PostRow | undefined): boolean {
  return row === answered && row.parent_post_id !== null
}

/** An office speaks for itself, but for neighbours in office, whose words are checked like anybody's (docs/adr/0014); a note, and what is said about a private thing, is for staff; everything else is checked. */
async function wordsStateOf(
  tx: Transaction,
  { actor, region, now }: Context,
  parts: ThreadParts,
  {
    thread,
    input,
    signature,
    postId,
  }: Pick<NewPost, 'thread' | 'input'> & {
    signature: Signature | undefined
    postId: string
  },
): Promise<WordsState> {
  if (input.kind === 'staff_note') return 'staff_only'
  if (signature && !wordsAreChecked(signature.role)) return 'shown'
  if (!thread.about.open) return 'staff_only'
  return showWords(
    tx,
    {
      communityId: region.regionId,
      target: { kind: 'post', id: postId },
      authorId: actor.personId,
      text: input.text,
      about: thread.about.aboutTitle,
      subject: thread.subject,
      at: now(),
    },
    parts,
  )
}

/** Whose wish it is hears of every word; of a matter there are too many. */
function ownerOf({ subject, about }: OpenThread): string[] {
  return subject.kind === 'wish' && about.reporterId ? [about.reporterId] : []
}

/** Who works on the thing hears at once when they are named; residents when the words can be read; the reporter of every answer in office. */
async function tellNow(
  tx: Transaction,
  post: StoredPost,
  { thread, mentions, at }: { thread: OpenThread; mentions: Mentions; at: Date },
): Promise<void> {
  const [ownerId = null] = ownerOf(thread)
  const about = { title: thread.about.aboutTitle, open: thread.about.open, ownerId }
  const { handlerIds, otherIds } = mentions
  await tell(tx, post, { kind: 'thread_mention', personIds: handlerIds, about, at })
  if (post.words_state !== 'shown') return
  const untold = otherIds.filter((personId) => !handlerIds.includes(personId))
  await tellOfPost(tx, { ...post, untold_ids: untold }, about, at)
  const { reporterId } = thread.about
  const heard = reporterId === post.answered_id || [...handlerIds, ...otherIds].includes(reporterId ?? '')
  if (post.official_role && reporterId && !heard && post.subject_kind === 'matter') {
    await tell(tx, post, { kind: 'matter_progress', personIds: [reporterId], about, at })
  }
}
