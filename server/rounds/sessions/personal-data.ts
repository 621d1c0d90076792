import { sql } from 'kysely'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { neighbourName } from '#core/places'
import { ONLINE } from '#core/rounds'
import type { Database } from '#server/platform/db/index'
import {
  AS_ID,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type Closing,
} from '#server/platform/personal-data'

const hosted = personalTable({
  table: 'round_sessions',
  title: '主持的场次',
  mine: ['host_id'],
  order: ['session_id'],
  columns: {
    community_id: AS_ID,
    session_id: AS_ID,
    round_id: AS_ID,
    topic_id: AS_ID,
    starts_at: '什么时候',
    place: { title: '在哪儿', words: (place) => place ?? ONLINE },
    state: ONLY_FOR_ORDER,
    host_id: AS_ID,
    host_name: '署的名',
    notes: ONLY_FOR_ORDER,
    last_seq: ONLY_FOR_ORDER,
    created_at: ONLY_FOR_ORDER,
    revision: ONLY_FOR_ORDER,
  },
})

const joined = personalTable({
  table: 'session_joins',
  title: '参加的场次',
  mine: ['person_id'],
  order: ['round_id', 'starts_at'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    starts_at: '什么时候开始的',
    person_id: AS_ID,
    session_id: AS_ID,
    joined_at: '什么时候报的名',
    arrived_at: '什么时候到的',
  },
})

const wrote = personalTable({
  table: 'session_notes',
  title: '在场次里写的记录',
  mine: ['author_id'],
  order: ['note_id'],
  columns: {
    community_id: AS_ID,
    note_id: AS_ID,
    session_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    changed_seq: ONLY_FOR_ORDER,
    replaces: AS_ID,
    author_id: AS_ID,
    by_name: '署的名',
    text: '写的话',
    words_state: { title: '现在谁看得到', words: (state) => WORDS_STATE_NOTES[state] ?? '' },
    at: '什么时候',
    struck_at: '什么时候划掉的',
    struck_by: SOMEBODY_ELSE,
    struck_by_name: SOMEBODY_ELSE,
  },
})

/** Sessions in an archive, and what stays of them when an account is closed. */
export const ofSessions = {
  tables: [hosted, joined, wrote],
  others: { 'session_notes.struck_by': '是别人写的记录；您划掉过的，在您的操作记录里有' },
  stays: {
    'session_notes.author_id': '大家一起写的记录要看得懂；只剩没有称呼的编号',
    'session_notes.struck_by': '谁划掉的要查得到；只剩没有称呼的编号',
  },
}

/** A closed account: nobody hosts or comes any more, and names go. */
export async function forgetSessions(db: Database, { communityId, personId }: Closing): Promise<void> {
  const own = sql`community_id = ${communityId} and`
  await sql`delete from session_joins where ${own} person_id = ${personId}`.execute(db)
  await sql`update round_sessions set host_id = null, host_name = null
    where ${own} host_id = ${personId}`.execute(db)
  await sql`update session_notes set by_name = ${neighbourName(null)}
    where ${own} author_id = ${personId}`.execute(db)
  await sql`update session_notes set struck_by_name = ${neighbourName(null)}
    where ${own} struck_by = ${personId}`.execute(db)
}
