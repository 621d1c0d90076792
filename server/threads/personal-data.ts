import { ROLE_LABELS } from '#core/permissions'
import { A_RESIDENT } from '#core/threads'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'
import { forgetThreads } from './forget-threads'

const STAFF_NOTE = '（内部备注，写的是别人的事，不在这里）'

const posts = personalTable({
  table: 'posts',
  title: '说过的话',
  mine: ['author_id'],
  order: ['post_id'],
  columns: {
    community_id: AS_ID,
    post_id: AS_ID,
    subject_kind: AS_ID,
    subject_id: AS_ID,
    root_id: AS_ID,
    parent_post_id: AS_ID,
    author_id: AS_ID,
    shown_as: { title: '署名', words: (value) => (value === 'nickname' ? '称呼' : A_RESIDENT) },
    official_role: { title: '以什么职务', words: (value) => (value ? ROLE_LABELS[value] : '') },
    official_name: '职务上的署名',
    unit_name: '代表哪里',
    kind: ONLY_FOR_ORDER,
    text: '我说的话',
    words_state: ONLY_FOR_ORDER,
    first_shown_at: '邻居看到的时间',
    answered_id: SOMEBODY_ELSE,
    mention_names: { title: '提到', words: (value) => value.join('、') },
    untold_ids: SOMEBODY_ELSE,
    thanks_count: '收到的谢谢',
    at: '什么时候',
    deleted_at: '删掉的时间',
  },
  read: (row) => (row.kind === 'staff_note' ? { text: STAFF_NOTE, mention_names: [] } : {}),
})

const thanks = personalTable({
  table: 'post_thanks',
  title: '谢过的话',
  mine: ['person_id'],
  order: ['post_id'],
  columns: { community_id: AS_ID, post_id: AS_ID, person_id: AS_ID, at: '什么时候' },
})

const blocks = personalTable({
  table: 'person_blocks',
  title: '我不看谁的话',
  mine: ['blocker_id'],
  order: ['block_id'],
  columns: {
    community_id: AS_ID,
    blocker_id: AS_ID,
    block_id: AS_ID,
    blocked_id: SOMEBODY_ELSE,
    shown_as: leftOut('说的是别人怎么署名'),
    at: '从什么时候',
  },
})

const locks = personalTable({
  table: 'thread_locks',
  title: '办公时停下的讨论',
  mine: ['locked_by'],
  order: ['subject_kind', 'subject_id'],
  columns: {
    community_id: AS_ID,
    subject_kind: AS_ID,
    subject_id: AS_ID,
    locked_by: AS_ID,
    by_name: '署的名',
    reason: '为什么',
    locked_at: '什么时候',
  },
})

/** What somebody said, thanked for, and doesn't listen to. */
export const threadData: PersonalArea = {
  tables: [posts, thanks, blocks, locks],
  others: {
    'posts.answered_id': '别人的话回了谁；说的是别人的话',
    'posts.untold_ids': '别人的话提到了谁，还没告诉；告诉以后在「消息」里',
    'person_blocks.blocked_id': '谁不看您的话，是别人的事',
  },
  stays: {
    'posts.author_id': '选了留着的话、办公时说的话；只剩没有称呼的编号',
    'posts.answered_id': '邻居的回话回的是谁，前后才看得懂；只剩没有称呼的编号',
    'posts.untold_ids': '别人的话还没给邻居看；注销的人不再收到消息',
    'post_thanks.person_id': '收到几个谢谢要数得对；从不显示是谁谢的',
    'thread_locks.locked_by': '办公时停下的讨论，要查得到是谁停的',
  },
  forget: forgetThreads,
}
