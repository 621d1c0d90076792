import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { DiscussionSession, Round } from '#core/rounds'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'

type Reader = Database | Transaction
export type SessionRow = Selectable<Tables['round_sessions']>
type OfRound = Pick<RoundRow, 'community_id' | 'round_id'>

/** A session as one person meets it. */
export interface MetSession extends SessionRow {
  /** Empty where the topic's words aren't for neighbours. */
  topic_title: string
  people: number
  /** The session of the same slot in which the person is. */
  my_session_id: string | null
  arrived_at: Date | null
}

/**
 * How the row of a session is held: `stays`: many at once, it is neither moved nor cancelled meanwhile; `writes`: one entry after the other, so
 * that they are counted without a gap; `changes`: nobody else.
 */
export type SessionLock = 'stays' | 'writes' | 'changes'

const LOCKS: Record<SessionLock, RawBuilder<unknown>> = {
  stays: sql`for key share of s`,
  writes: sql`for no key update of s`,
  changes: sql`for update of s`,
}

interface Meeting {
  personId: string
  /** One of them, whatever became of it. */
  sessionId?: string
  /** Held until the transaction ends. */
  lock?: SessionLock
}

export type HoldingOne = Required<Meeting>

/**
 * The sessions that are on the board, the early ones first; or one of them. Its topic is joined from the left: a session that gets another topic
 * while somebody waits for its row is found all the same. One query.
 */
export async function listSessionsMetBy(
  db: Reader,
  { community_id, round_id }: OfRound,
  { personId, sessionId, lock }: Meeting,
): Promise<MetSession[]> {
  const { rows } = await sql<MetSession>`
    select s.*, case when t.words_state = 'shown' then t.title else '' end as topic_title,
      (select count(*)::int from session_joins j where j.community_id = s.community_id
        and j.session_id = s.session_id) as people,
      mine.session_id as my_session_id, mine.arrived_at
    from round_sessions s
    left join topics t on t.community_id = s.community_id and t.topic_id = s.topic_id
    left join session_joins mine on mine.community_id = s.community_id and mine.round_id = s.round_id
      and mine.starts_at = s.starts_at and mine.person_id = ${personId}
    where s.community_id = ${community_id} and s.round_id = ${round_id}
      ${sessionId ? sql`and s.session_id = ${sessionId}` : sql`and s.state = 'open'`}
    order by s.starts_at, s.place nulls last, s.session_id
    ${lock ? LOCKS[lock] : sql``}`.execute(db)
  return rows
}

/** Several sessions of a community, of whatever round, in no order. */
export function listSessionsById(
  db: Reader,
  communityId: string,
  sessionIds: readonly string[],
): Promise<SessionRow[]> {
  return db
    .selectFrom('round_sessions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`session_id = any (${[...sessionIds]}::uuid[])`)
    .execute()
}

/** One of those that are on the board. */
export async function findSessionMetBy(
  db: Reader,
  round: OfRound,
  met: Meeting & { sessionId: string },
): Promise<MetSession | undefined> {
  return (await listSessionsMetBy(db, round, met))[0]
}

/** A session that is held, and in which session of its slot the caller is. */
export type HeldSession = SessionRow & Pick<MetSession, 'my_session_id'>

/** The same with less of it, for who writes there: many do at once. */
export async function lockSession(
  tx: Transaction,
  { community_id, round_id }: OfRound,
  { personId, sessionId, lock }: HoldingOne,
): Promise<HeldSession | undefined> {
  const { rows } = await sql<HeldSession>`
    select s.*, (select j.session_id from session_joins j where j.community_id = s.community_id and j.round_id = s.round_id
      and j.starts_at = s.starts_at and j.person_id = ${personId}) as my_session_id
    from round_sessions s
    where s.community_id = ${community_id} and s.round_id = ${round_id} and s.session_id = ${sessionId}
    ${LOCKS[lock]}`.execute(tx)
  return rows[0]
}

/** Saves what an act changes, and answers it. */
export async function saveSession(
  tx: Transaction,
  row: Pick<SessionRow, 'community_id' | 'session_id'>,
  changes: Partial<SessionRow>,
): Promise<Partial<SessionRow>> {
  await tx
    .updateTable('round_sessions')
    .set(changes)
    .where('community_id', '=', row.community_id)
    .where('session_id', '=', row.session_id)
    .execute()
  return changes
}

/** Whether the person who met it is in it. */
export const isIn = (row: Pick<MetSession, 'session_id' | 'my_session_id'>): boolean =>
  row.my_session_id === row.session_id

/** The session as the rules see it. */
export function sessionOf(
  row: Pick<SessionRow, 'state' | 'host_id' | 'notes'>,
  round: Round,
  joined = false,
): DiscussionSession {
  return { round, state: row.state, hostId: row.host_id, notes: row.notes, joined }
}

/** Whether PostgreSQL says that another session is in the same spot. */
export const isSpotTaken = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'round_sessions_spot'
