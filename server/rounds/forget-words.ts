import { sql, type RawBuilder } from 'kysely'
import type { TargetKind } from '#core/moderation'
import { neighbourName } from '#core/places'
import { forgetTitle } from '#server/inbox/index'
import { dropCases, forgetAbout, lockCases } from '#server/moderation/index'
import { releasePhotos } from '#server/photos/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { removeFromSearch } from '#server/search/index'

/** Instead of words that their author took along: that something stood there stays to be seen. */
const WORDS_GONE = '（内容已删掉）'

interface OwnWords {
  kind: TargetKind
  table: string
  id: string
  author: string
  /** Which of the author's rows are theirs: what was said in an office stays, it was the office's word. */
  own?: (closing: Closing) => RawBuilder<boolean>
  gone: RawBuilder<unknown>
  /** What else the words stand in. */
  also?: (tx: Transaction, communityId: string, id: string) => Promise<void>
}

/** Signed by a nickname, or as 3号楼的一位住户. */
const asNeighbour = ({
  nickname,
}: Closing): RawBuilder<boolean> => sql`(by_name is null or by_name = ${nickname}
  or right(by_name, length(${neighbourName(null)})) = ${neighbourName(null)})`

/** A title is taken out of search, of messages, and of what moderators kept about what was said there. */
const titled =
  (kind: 'topic' | 'round') =>
  async (tx: Transaction, communityId: string, id: string): Promise<void> => {
    await removeFromSearch(tx, { communityId, entryId: id })
    await forgetTitle(tx, { communityId, subject: { kind, id }, exceptPersonId: null })
  }

/** All that people write in rounds. */
const OWN: readonly OwnWords[] = [
  {
    ...{ kind: 'round', table: 'rounds', id: 'round_id', author: 'convener_id' },
    own: () => sql`convener_role is null`,
    gone: sql`question = ${WORDS_GONE}, text = null`,
    also: titled('round'),
  },
  {
    ...{ kind: 'topic', table: 'topics', id: 'topic_id', author: 'author_id' },
    gone: sql`title = ${WORDS_GONE}, text = null`,
    also: titled('topic'),
  },
  {
    ...{ kind: 'objection', table: 'round_objections', id: 'objection_id', author: 'author_id' },
    gone: sql`text = ${WORDS_GONE}`,
  },
  {
    ...{ kind: 'statement', table: 'statements', id: 'statement_id', author: 'author_id' },
    // Nobody is asked what nobody said.
    gone: sql`text = ${WORDS_GONE}, words_state = 'hidden'`,
  },
  {
    ...{ kind: 'session_note', table: 'session_notes', id: 'note_id', author: 'author_id' },
    own: asNeighbour,
    gone: sql`text = ${WORDS_GONE}`,
  },
  {
    ...{ kind: 'action_item', table: 'action_items', id: 'item_id', author: 'author_id' },
    own: asNeighbour,
    gone: sql`title = ${WORDS_GONE}, promise = ${WORDS_GONE}`,
    also: async (tx, communityId, id) => {
      // What was promised before stands in the step that changed it, whoever changed it.
      await sql`update item_steps set note = ${WORDS_GONE} where community_id = ${communityId} and item_id = ${id}
        and act = 'change' and note is not null`.execute(tx)
      await forgetTitle(tx, { communityId, subject: { kind: 'round', id }, exceptPersonId: null })
    },
  },
  {
    ...{ kind: 'item_step', table: 'item_steps', id: 'step_id', author: 'person_id' },
    own: (closing) => sql`${asNeighbour(closing)} and note is not null`,
    gone: sql`note = ${WORDS_GONE}`,
    also: (tx, communityId, id) => releasePhotos(tx, { communityId, subject: { kind: 'item_step', id } }),
  },
  {
    ...{ kind: 'lesson', table: 'round_lessons', id: 'lesson_id', author: 'author_id' },
    own: asNeighbour,
    gone: sql`text = ${WORDS_GONE}`,
  },
]

/** A closed account whose words go: one transaction each, so that a decision about one of them waits for that one alone. */
export async function forgetRoundWords(db: Database, closing: Closing): Promise<void> {
  if (closing.words !== 'delete') return
  for (const words of OWN)
    for (const id of await listOwn(db, closing, words))
      await db.transaction().execute((tx) => forgetOne(tx, closing.communityId, words, id))
}

async function listOwn(
  db: Database,
  closing: Closing,
  { table, id, author, own }: OwnWords,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select ${sql.ref(id)} as id from ${sql.table(table)}
    where community_id = ${closing.communityId} and ${sql.ref(author)} = ${closing.personId}
      ${own ? sql`and ${own(closing)}` : sql``} order by ${sql.ref(id)}`.execute(db)
  return rows.map((row) => row.id)
}

async function forgetOne(
  tx: Transaction,
  communityId: string,
  { kind, table, id, gone, also }: OwnWords,
  targetId: string,
): Promise<void> {
  const target = { kind, id: targetId }
  await lockCases(tx, communityId, target)
  if (kind === 'topic' || kind === 'round')
    await forgetAbout(tx, communityId, { kind, id: targetId }, WORDS_GONE)
  await sql`update ${sql.table(table)} set ${gone}
    where community_id = ${communityId} and ${sql.ref(id)} = ${targetId}`.execute(tx)
  await dropCases(tx, communityId, target)
  await also?.(tx, communityId, targetId)
}

/** Names stand where they were shown: who convened without an office, and what they did then. */
export async function forgetRoundNames(
  db: Database,
  { communityId, personId, nickname }: Closing,
): Promise<void> {
  const here = sql`community_id = ${communityId}`
  const nobody = neighbourName(null)
  await sql`update rounds set convener_name = ${nobody}
    where ${here} and convener_id = ${personId} and convener_role is null`.execute(db)
  await sql`update rounds set next_convener_id = null, next_convener_name = null
    where ${here} and next_convener_id = ${personId}`.execute(db)
  if (nickname === null) return
  await sql`update round_events set by_name = ${nobody}
    where ${here} and person_id = ${personId} and by_name = ${nickname}`.execute(db)
  await sql`update round_events e set other_name = ${nobody}
    where ${here} and other_name = ${nickname} and exists (select 1 from round_participants p
      where p.community_id = ${communityId} and p.round_id = e.round_id and p.person_id = ${personId})`.execute(
    db,
  )
  await sql`update topics set proposal_by_name = ${nobody}
    where ${here} and proposal_by = ${personId} and proposal_by_name = ${nickname}`.execute(db)
  await sql`update round_objections set answered_name = ${nobody}
    where ${here} and answered_by = ${personId} and answered_name = ${nickname}`.execute(db)
}
