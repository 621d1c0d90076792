import { sql } from 'kysely'
import {
  ITEM_OWNER_LABELS,
  ITEM_STATE_LABELS,
  itemStepInWords,
  LEDGER_KIND_LABELS,
  RATING_LABELS,
  type ItemStepName,
} from '#core/rounds'
import type { Database } from '#server/platform/db/index'
import {
  AS_ID,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type Closing,
} from '#server/platform/personal-data'

const written = personalTable({
  table: 'action_items',
  title: '记下或认下的事',
  mine: ['author_id', 'owner_id'],
  order: ['item_id'],
  columns: {
    community_id: AS_ID,
    item_id: AS_ID,
    round_id: AS_ID,
    topic_id: AS_ID,
    author_id: AS_ID,
    by_name: '谁记下的',
    title: '什么事',
    promise: '说好做到什么',
    words_state: ONLY_FOR_ORDER,
    state: { title: '现在', words: (state) => ITEM_STATE_LABELS[state] },
    due_on: '说好哪天以前',
    owner_kind: { title: '请谁来办', words: (kind) => ITEM_OWNER_LABELS[kind] },
    organisation_id: AS_ID,
    organisation_name: SOMEBODY_ELSE,
    owner_id: AS_ID,
    owner_name: '谁来办',
    accepted_at: '什么时候认下的',
    is_project: ONLY_FOR_ORDER,
    link_kind: ONLY_FOR_ORDER,
    link_id: AS_ID,
    ended_at: '什么时候有结果的',
    created_at: '什么时候记下的',
    revision: ONLY_FOR_ORDER,
  },
})

const stepped = personalTable({
  table: 'item_steps',
  title: '要办的事里做过的',
  mine: ['person_id'],
  order: ['item_id', 'seq'],
  columns: {
    community_id: AS_ID,
    item_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    step_id: AS_ID,
    act: { title: '做了什么', words: (act: ItemStepName) => itemStepInWords(act, null, true) },
    at: '什么时候',
    person_id: AS_ID,
    by_name: '署的名',
    note: '写的话',
    words_state: ONLY_FOR_ORDER,
  },
})

const kept = personalTable({
  table: 'ledger_entries',
  title: '记过的账',
  mine: ['person_id'],
  order: ['item_id', 'entry_id'],
  columns: {
    community_id: AS_ID,
    item_id: AS_ID,
    entry_id: AS_ID,
    kind: { title: '收入、支出还是实物', words: (kind) => LEDGER_KIND_LABELS[kind] },
    amount_fen: '多少分钱',
    what: '是什么',
    with_whom: SOMEBODY_ELSE,
    on_day: '哪一天',
    person_id: AS_ID,
    by_name: '署的名',
    at: '什么时候记的',
    corrects: AS_ID,
  },
})

const rated = personalTable({
  table: 'item_ratings',
  title: '评过的事',
  mine: ['person_id'],
  order: ['item_id'],
  columns: {
    community_id: AS_ID,
    item_id: AS_ID,
    person_id: AS_ID,
    rating: { title: '怎么评的', words: (rating) => RATING_LABELS[rating] },
    at: '什么时候',
  },
})

const learnt = personalTable({
  table: 'round_lessons',
  title: '写过的经验',
  mine: ['author_id'],
  order: ['round_id', 'lesson_id'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    lesson_id: AS_ID,
    author_id: AS_ID,
    by_name: '署的名',
    text: '写的话',
    words_state: ONLY_FOR_ORDER,
    at: '什么时候写的',
  },
})

/** Items, steps, ledgers, ratings and lessons in an archive, and what stays of them when an account is closed. */
export const ofItems = {
  tables: [written, stepped, kept, rated, learnt],
  others: {},
  stays: {
    'action_items.author_id': '大家说好要办的事不因为一个人走了就没有；只剩没有称呼的编号',
    'action_items.owner_id': '办成的事要查得到；只剩没有称呼的编号，没办完的交回去了',
    'item_steps.person_id': '一步一步的进展要看得懂；只剩没有称呼的编号',
    'ledger_entries.person_id': '公开的账一笔都不能少；只剩没有称呼的编号',
    'item_ratings.person_id': '评过的有多少人要数得对；只剩没有称呼的编号，从不给人看',
    'round_lessons.author_id': '写下的经验留给后来的人；只剩没有称呼的编号',
  },
}

/** A closed account: what was taken on and is open is free again; no name is left. */
export async function forgetItems(db: Database, { communityId, personId, nickname }: Closing): Promise<void> {
  const here = sql`community_id = ${communityId}`
  await sql`update action_items set owner_id = null, owner_name = null, accepted_at = null, revision = revision + 1
    where ${here} and owner_id = ${personId} and owner_kind = 'resident' and state = 'open'`.execute(db)
  if (nickname === null) return
  const own = sql`by_name = null where ${here} and by_name = ${nickname} and`
  await sql`update action_items set ${own} author_id = ${personId}`.execute(db)
  await sql`update item_steps set ${own} person_id = ${personId}`.execute(db)
  await sql`update ledger_entries set ${own} person_id = ${personId}`.execute(db)
  await sql`update round_lessons set ${own} author_id = ${personId}`.execute(db)
  await sql`update action_items set owner_name = null
    where ${here} and owner_name = ${nickname} and owner_id = ${personId}`.execute(db)
}
