import { neighbourName } from '#core/places'
import { TOPIC_KIND, topicStateInWords } from '#core/rounds'
import { AS_ID, leftOut, ONLY_FOR_ORDER, personalTable, SOMEBODY_ELSE } from '#server/platform/personal-data'

const FOR_A_MERGE = leftOut('别人问能不能合到一起')

const proposed = personalTable({
  table: 'topics',
  title: '提过的议题',
  mine: ['author_id'],
  order: ['topic_id'],
  columns: {
    community_id: AS_ID,
    topic_id: AS_ID,
    round_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    place_kind: ONLY_FOR_ORDER,
    jurisdiction: ONLY_FOR_ORDER,
    author_id: AS_ID,
    home_id: AS_ID,
    shown_as: { title: '署名', words: (value) => (value === 'nickname' ? '称呼' : neighbourName(null)) },
    title: TOPIC_KIND,
    text: '写的话',
    words_state: ONLY_FOR_ORDER,
    state: {
      title: '现在',
      words: (state) => topicStateInWords({ state, outcome: null, inRound: false }),
    },
    origin_kind: ONLY_FOR_ORDER,
    origin_id: AS_ID,
    on_board_at: ONLY_FOR_ORDER,
    seconds: '想谈的户数',
    seconds_needed: ONLY_FOR_ORDER,
    met_at: '什么时候够多邻居想谈的',
    silent_at: ONLY_FOR_ORDER,
    declined_reason: '为什么这次不谈',
    declined_name: SOMEBODY_ELSE,
    declined_at: '什么时候说不谈的',
    merged_into: AS_ID,
    proposal_into: FOR_A_MERGE,
    proposal_by: FOR_A_MERGE,
    proposal_by_name: FOR_A_MERGE,
    proposal_reason: FOR_A_MERGE,
    outcome: ONLY_FOR_ORDER,
    outcome_text: '谈的结果',
    outcome_at: ONLY_FOR_ORDER,
    vote_id: AS_ID,
    created_at: '什么时候提的',
    revision: ONLY_FOR_ORDER,
  },
})

const seconded = personalTable({
  table: 'topic_seconds',
  title: '附议过的议题',
  mine: ['person_id'],
  order: ['topic_id', 'home_id'],
  columns: { community_id: AS_ID, topic_id: AS_ID, home_id: AS_ID, person_id: AS_ID, at: '什么时候说的' },
})

/** Topics in an archive, and what stays of them when an account is closed. */
export const ofTopics = {
  tables: [proposed, seconded],
  others: { 'topics.proposal_by': '是别人提的议题；问过能不能合到一起的，在操作记录里' },
  stays: {
    'topics.author_id': '邻居附议过的议题不因为一个人走了就没有；只剩没有称呼的编号',
    'topics.proposal_by': '召集时问过能不能合到一起，要查得到',
    'topic_seconds.person_id': '议程是按多少户附议定的，要数得对；只剩没有称呼的编号',
  },
}
