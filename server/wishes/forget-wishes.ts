import { sql } from 'kysely'
import { CLOSED_NAME } from '#core/my-data'
import { dropCases, forgetAbout, lockCases } from '#server/moderation/index'
import { releasePhotos } from '#server/photos/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { actUnasked } from './act-unasked'
import { authorName } from './names'
import { endHelpOf } from './end-help'
import { stopShowing } from './publish-wish'
import { lockWish, setWish, type WishRow } from './repository'
import { removeSecond } from './seconds'
import { isCounting } from './when-home-left'

/** What the author is gone from can't be said to have come true: it ends as if they had said 不用了. */
const LEFT_BEHIND: readonly WishRow['state'][] = ['submitted', 'published', 'claimed', 'delivered', 'expired']

/**
 * What is open is withdrawn, taken back and handed back, what one wanted too is counted no more, and no name is left in
 * what is over. One's own words go only where that was wished. One transaction each: nobody waits for all of them.
 */
export async function forgetWishes(db: Database, closing: Closing): Promise<void> {
  for (const id of await listDealings(db, closing))
    await db.transaction().execute((tx) => forgetOne(tx, closing, id))
}

/** Wishes that somebody said, offered help with, did something in, or wanted too. */
async function listDealings(db: Database, { communityId, personId }: Closing): Promise<string[]> {
  const of = (table: string, column: string) => sql`select wish_id as id from ${sql.table(table)}
    where community_id = ${communityId} and ${sql.ref(column)} = ${personId}`
  const { rows } = await sql<{ id: string }>`
    ${of('wishes', 'author_id')} union ${of('wish_offers', 'person_id')} union ${of('wish_events', 'person_id')}
    union ${of('wish_seconds', 'person_id')} order by id`.execute(db)
  return rows.map(({ id }) => id)
}

async function forgetOne(tx: Transaction, closing: Closing, wishId: string): Promise<void> {
  const { communityId, personId, at } = closing
  const wish = { kind: 'wish', id: wishId } as const
  await lockCases(tx, communityId, wish)
  const deleted = closing.words === 'delete' && (await isAuthor(tx, closing, wishId))
  if (deleted) await forgetAbout(tx, communityId, wish, WORDS_GONE)
  const row = await lockWish(tx, communityId, wishId)
  if (!row) return
  const ending = { at, recorded: { personId, role: null } }
  if (row.author_id === personId) await forgetOwn(tx, row, closing)
  else await endHelpOf(tx, row, { personId, ...ending })
  if (isCounting(row)) await removeSecond(tx, row, personId)
  await forgetNames(tx, row, closing)
}

async function isAuthor(tx: Transaction, { communityId, personId }: Closing, wishId: string) {
  const row = await tx
    .selectFrom('wishes')
    .select('wish_id')
    .where('community_id', '=', communityId)
    .where('wish_id', '=', wishId)
    .where('author_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function forgetOwn(tx: Transaction, row: WishRow, { personId, words, at }: Closing): Promise<void> {
  const open = LEFT_BEHIND.includes(row.state)
  const ended = open
    ? await actUnasked(tx, row, {
        act: 'withdraw',
        at,
        personId,
        byName: authorName(row),
        recorded: { personId, role: null },
      })
    : row
  // Whose wish it was, where it was said for somebody else: nobody is left who may know.
  await setWish(tx, ended, { other_name: null, other_phone: null, consent_way: null })
  if (words === 'keep') return
  await stopShowing(tx, ended)
  const wish = { kind: 'wish', id: row.wish_id } as const
  await dropCases(tx, row.community_id, wish)
  await releasePhotos(tx, { communityId: row.community_id, subject: wish })
  await setWish(tx, ended, {
    title: WORDS_GONE,
    text: null,
    when_suits: null,
    meet_at: null,
    thanks: null,
    words_state: 'hidden',
  })
}

const WORDS_GONE = '（内容已删掉）'

/** Names stand where they were shown: on the timeline, with an offer, with who helps. */
async function forgetNames(
  tx: Transaction,
  { community_id: communityId, wish_id: wishId, author_id: authorId }: WishRow,
  { personId, words }: Closing,
): Promise<void> {
  const own = authorId === personId
  const names = sql`(select shown_name from wish_offers where community_id = ${communityId} and wish_id = ${wishId}
    and person_id = ${personId} and organisation_id is null and shown_name is not null)`
  // An organisation's name, and the name in an office, are nobody's.
  await sql`update wish_events set
      by_name = case when person_id = ${personId} and (${own} or by_name in ${names}) then ${CLOSED_NAME} else by_name end,
      helper_name = case when helper_name in ${names} then ${CLOSED_NAME} else helper_name end,
      note = case when person_id = ${personId} and act <> 'ask_merge' and ${words === 'delete'} then null else note end
    where community_id = ${communityId} and wish_id = ${wishId}`.execute(tx)
  await sql`update wishes set helper_name = ${CLOSED_NAME} where community_id = ${communityId}
    and wish_id = ${wishId} and helper_id = ${personId} and helper_name in ${names}`.execute(tx)
  await sql`update wish_offers set note = null, name = case when organisation_id is null then ${CLOSED_NAME} else name end,
      shown_name = case when organisation_id is null then null else shown_name end
    where community_id = ${communityId} and wish_id = ${wishId} and person_id = ${personId}`.execute(tx)
}
