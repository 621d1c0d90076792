import { sql, type Selectable } from 'kysely'
import type { Notice } from '#core/notices'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type NoticeRow = Selectable<Tables['notices']>
/** A notice with whether it was told to one reader and not opened since. */
export type NoticeForReader = NoticeRow & { fresh: boolean }

/** The notice as the rules see it. */
export function noticeOf(row: NoticeRow): Notice {
  return {
    communityId: row.community_id,
    placeId: row.place_id,
    authorId: row.author_id,
    wordsState: row.words_state,
    inside: row.inside,
    withdrawn: row.withdrawn_at !== null,
    jurisdiction: row.jurisdiction,
  }
}

/** One notice of a community. */
export function findNotice(
  db: Reader,
  communityId: string,
  noticeId: string,
): Promise<NoticeRow | undefined> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
}

/** Several notices of a community. */
export function listNoticesById(
  db: Reader,
  communityId: string,
  ids: readonly string[],
): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('notice_id', 'in', ids)
    .execute()
}

/** One notice, its row locked until the transaction ends. */
export function lockNotice(
  tx: Transaction,
  communityId: string,
  noticeId: string,
): Promise<NoticeRow | undefined> {
  return tx
    .selectFrom('notices')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('notice_id', '=', noticeId)
    .forUpdate()
    .executeTakeFirst()
}

/** Changes a notice and answers it as it is then. */
export async function saveNotice(
  tx: Transaction,
  row: NoticeRow,
  changes: Partial<NoticeRow>,
): Promise<NoticeRow> {
  await tx
    .updateTable('notices')
    .set(changes)
    .where('community_id', '=', row.community_id)
    .where('notice_id', '=', row.notice_id)
    .execute()
  return { ...row, ...changes }
}

interface ForReader {
  communityId: string
  personId: string
  now: Date
}

/** What one reader's list takes of a notice: the row, and whether it is new to them. */
const forReader = (rows: ReturnType<typeof sql>, { communityId, personId }: ForReader) => sql`
  select n.*, r.person_id is not null and r.read_at is null as fresh from (${rows}) n
    left join notice_readers r on r.community_id = ${communityId} and r.notice_id = n.notice_id and r.person_id = ${personId}`

/**
 * Notices of a place and of all it lies in, newest first, without those on top. One ordered branch per place, at most
 * six: they are merged, not sorted. Index: notices_at_place.
 */
export async function listNoticesAt(
  db: Reader,
  reader: ForReader,
  path: readonly string[],
  { after, limit }: { after: string | undefined; limit: number },
): Promise<NoticeForReader[]> {
  const branches = path.map(
    (
      placeId,
    ) => sql`(select * from notices where community_id = ${reader.communityId} and place_id = ${placeId}
      and (pin_slot is null or pinned_until <= ${reader.now}) ${after ? sql`and notice_id < ${after}` : sql``}
      order by notice_id desc limit ${limit})`,
  )
  const { rows } = await sql<NoticeForReader>`${forReader(sql.join(branches, sql` union all `), reader)}
    order by n.notice_id desc limit ${limit}`.execute(db)
  return rows
}

/**
 * What was told to the reader at a place and all it lies in since a moment and not opened yet, newest first, without
 * what is on top, withdrawn or not to be seen. One ordered branch per place. Index: notices_new_at_place.
 */
export async function listFresh(
  db: Reader,
  { communityId, personId, now }: ForReader,
  path: readonly string[],
  { since, limit }: { since: Date; limit: number },
): Promise<NoticeForReader[]> {
  const branches = path.map(
    (placeId) => sql`(select n.*, true as fresh from notices n
      join notice_readers r on r.community_id = n.community_id and r.notice_id = n.notice_id
        and r.person_id = ${personId} and r.read_at is null
      where n.community_id = ${communityId} and n.place_id = ${placeId} and n.withdrawn_at is null
        and n.words_state = 'shown' and n.published_at >= ${since}
        and (n.pin_slot is null or n.pinned_until <= ${now})
      order by n.published_at desc, n.notice_id desc limit ${limit})`,
  )
  const { rows } = await sql<NoticeForReader>`select * from (${sql.join(branches, sql` union all `)}) fresh
    order by published_at desc, notice_id desc limit ${limit}`.execute(db)
  return rows
}

/** What is on top at a place and at all it lies in, newest first: three a place at most. Index: notices_pinned. */
export async function listPinned(
  db: Reader,
  reader: ForReader,
  path: readonly string[],
): Promise<NoticeForReader[]> {
  const pinned = sql`select * from notices where community_id = ${reader.communityId}
    and place_id = any (${[...path]}::uuid[]) and pin_slot is not null and pinned_until > ${reader.now}`
  const { rows } = await sql<NoticeForReader>`${forReader(pinned, reader)} order by n.notice_id desc`.execute(
    db,
  )
  return rows
}

/** What someone published, newest first. Index: notices_of_author. */
export async function listNoticesOf(
  db: Reader,
  reader: ForReader,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<NoticeForReader[]> {
  const own = sql`select * from notices where community_id = ${reader.communityId} and author_id = ${reader.personId}
    ${after ? sql`and notice_id < ${after}` : sql``} order by notice_id desc limit ${limit}`
  const { rows } = await sql<NoticeForReader>`${forReader(own, reader)} order by n.notice_id desc`.execute(db)
  return rows
}

/** Which of a place's three are taken; what is over makes room first. */
export async function listTakenPins(
  tx: Transaction,
  communityId: string,
  placeId: string,
  now: Date,
): Promise<number[]> {
  await tx
    .updateTable('notices')
    .set({ pin_slot: null, pinned_until: null })
    .where('community_id', '=', communityId)
    .where('place_id', '=', placeId)
    .where('pin_slot', 'is not', null)
    .where('pinned_until', '<=', now)
    .execute()
  const rows = await tx
    .selectFrom('notices')
    .select('pin_slot')
    .where('community_id', '=', communityId)
    .where('place_id', '=', placeId)
    .where('pin_slot', 'is not', null)
    .execute()
  return rows.flatMap(({ pin_slot: slot }) => (slot === null ? [] : [slot]))
}

/** How many it was told to, and how many of them opened it. */
export async function countReaders(
  db: Reader,
  communityId: string,
  noticeId: string,
): Promise<{ readers: number; told: number }> {
  const { rows } = await sql<{ readers: number; told: number }>`
    select count(read_at)::int as readers, count(*)::int as told from notice_readers
    where community_id = ${communityId} and notice_id = ${noticeId}`.execute(db)
  return rows[0] ?? { readers: 0, told: 0 }
}
