import { AS_ID, ONLY_FOR_ORDER, personalTable } from '#server/platform/personal-data'

/**
 * Statements that somebody wrote. What they answered is in no archive: the rows bear a keyed hash, and nobody, not even a copy of one's own
 * data, shows who answered what.
 */
export const writtenStatements = personalTable({
  table: 'statements',
  title: '讨论里补的想法',
  mine: ['author_id'],
  order: ['statement_id'],
  columns: {
    community_id: AS_ID,
    statement_id: AS_ID,
    round_id: AS_ID,
    topic_id: AS_ID,
    author_id: AS_ID,
    text: '写的话',
    words_state: ONLY_FOR_ORDER,
    answers: ONLY_FOR_ORDER,
    created_at: '什么时候写的',
    withdrawn_at: '什么时候收回的',
  },
})

export const STATEMENTS_STAY = {
  'statements.author_id': '大家答过的话不因为一个人走了就没有；只剩没有称呼的编号',
}
