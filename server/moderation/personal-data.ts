import { CONCERN_LABELS } from '#core/moderation'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'

const reports = personalTable({
  table: 'content_reports',
  title: '举报过的话',
  mine: ['reporter_id'],
  order: ['target_kind', 'target_id'],
  columns: {
    community_id: AS_ID,
    case_id: AS_ID,
    target_kind: AS_ID,
    target_id: AS_ID,
    reporter_id: AS_ID,
    category: { title: '为什么', words: (value) => CONCERN_LABELS[value] },
    note: '写的话',
    at: '什么时候',
  },
})

const aboutMine = personalTable({
  table: 'moderation_cases',
  title: '社区看过我的哪些话',
  mine: ['author_id'],
  order: ['case_id'],
  columns: {
    community_id: AS_ID,
    case_id: AS_ID,
    source: ONLY_FOR_ORDER,
    target_kind: AS_ID,
    target_id: AS_ID,
    author_id: AS_ID,
    about: '在哪件事里',
    subject_kind: AS_ID,
    subject_id: AS_ID,
    original: '那段话',
    reasons: leftOut('别人举报时选的'),
    report_count: leftOut('有多少人举报，不告诉写的人'),
    state: ONLY_FOR_ORDER,
    decision: {
      title: '怎么定的',
      words: (value) => (value === 'hide' ? '收起来了' : value ? '给邻居看' : '还没定'),
    },
    reason: '为什么',
    decided_by: SOMEBODY_ELSE,
    decided_at: '什么时候定的',
    in_force: { title: '现在收着', words: (value) => (value ? '是' : '否') },
    appealed_case_id: AS_ID,
    hidden_by: SOMEBODY_ELSE,
    appeal_note: '我请人再看时写的',
    target_gone: ONLY_FOR_ORDER,
    opened_at: '什么时候开始看',
  },
  // Words one deleted are in no answer any more.
  read: (row) => (row.target_gone ? { original: null } : {}),
})

/** What somebody reported, and what was decided about their own words. */
export const moderationData: PersonalArea = {
  tables: [reports, aboutMine],
  others: {
    'moderation_cases.decided_by': '看的是别人的话；谁定的，在「办过的事的记录」里',
    'moderation_cases.hidden_by': '看的是别人的话；谁收起来的，在「办过的事的记录」里',
  },
  stays: {
    'content_reports.reporter_id': '社区当时为什么看那段话，要查得到；写的话已经删掉',
    'moderation_cases.author_id': '社区当时怎么定的，要查得到；只剩没有称呼的编号',
    'moderation_cases.decided_by': '看的人不能再看自己定过的，要查得到',
    'moderation_cases.hidden_by': '看的人不能再看自己定过的，要查得到',
  },
  forget: async (db, { communityId, personId }) => {
    await db
      .updateTable('content_reports')
      .set({ note: null })
      .where('community_id', '=', communityId)
      .where('reporter_id', '=', personId)
      .execute()
  },
}
