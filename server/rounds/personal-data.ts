import { ROUND_STATE_LABELS, roundEntryInWords, type RoundStepName } from '#core/rounds'
import {
  AS_ID,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'
import { forgetRoundNames, forgetRoundWords } from './forget-words'
import { forgetItems, ofItems } from './items/personal-data'
import { ofTopics } from './topics/personal-data'
import { forgetSessions, ofSessions } from './sessions/personal-data'
import { STATEMENTS_STAY, writtenStatements } from './statements/statement-data'

const convened = personalTable({
  table: 'rounds',
  title: '召集的讨论',
  mine: ['convener_id'],
  order: ['round_id'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    place_kind: ONLY_FOR_ORDER,
    jurisdiction: ONLY_FOR_ORDER,
    chosen: ONLY_FOR_ORDER,
    homes: '有多少户',
    question: '谈什么',
    text: '写的话',
    words_state: ONLY_FOR_ORDER,
    state: { title: '现在', words: (state) => ROUND_STATE_LABELS[state] },
    convener_id: AS_ID,
    convener_role: ONLY_FOR_ORDER,
    convener_name: '署的名',
    meets_at: '什么时候谈',
    meets_where: '在哪儿谈',
    invited_at: '什么时候请的邻居',
    telling: ONLY_FOR_ORDER,
    told_after: ONLY_FOR_ORDER,
    next_convener_id: SOMEBODY_ELSE,
    next_convener_name: SOMEBODY_ELSE,
    follows_id: AS_ID,
    touched_at: ONLY_FOR_ORDER,
    idle_at: ONLY_FOR_ORDER,
    ended_at: '什么时候结束的',
    created_at: '什么时候召集的',
    revision: ONLY_FOR_ORDER,
  },
})

const tookPart = personalTable({
  table: 'round_participants',
  title: '参加过的讨论',
  mine: ['person_id'],
  order: ['round_id'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    person_id: AS_ID,
    home_id: AS_ID,
    since: '从什么时候起',
    left_at: '什么时候不再住在那儿',
  },
})

const actName = (act: RoundStepName): string =>
  roundEntryInWords({ act, byName: null, mine: true, otherName: null })

const acted = personalTable({
  table: 'round_events',
  title: '在讨论里做过什么',
  mine: ['person_id'],
  order: ['round_id', 'seq'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    act: { title: '做了什么', words: actName },
    at: '什么时候',
    person_id: AS_ID,
    by_name: '署的名',
    other_name: SOMEBODY_ELSE,
    note: '写的话',
  },
})

const objected = personalTable({
  table: 'round_objections',
  title: '没算进来时说过的话',
  mine: ['author_id'],
  order: ['objection_id'],
  columns: {
    community_id: AS_ID,
    round_id: AS_ID,
    objection_id: AS_ID,
    home_id: AS_ID,
    author_id: AS_ID,
    by_name: '署的名',
    text: '写的话',
    words_state: ONLY_FOR_ORDER,
    at: '什么时候说的',
    answer: '答复',
    answered_by: SOMEBODY_ELSE,
    answered_name: '谁答复的',
    answered_at: '什么时候答复的',
  },
})

/** What somebody convened, and where they took part. */
export const roundData: PersonalArea = {
  tables: [
    convened,
    tookPart,
    acted,
    objected,
    ...ofTopics.tables,
    ...ofSessions.tables,
    writtenStatements,
    ...ofItems.tables,
  ],
  others: {
    ...ofTopics.others,
    ...ofSessions.others,
    'round_objections.answered_by': '是别人说的话；您答复过的，是办公时做的',
    'rounds.next_convener_id': '是别人召集的；请您接着召集的，您的消息里有',
  },
  stays: {
    ...ofTopics.stays,
    ...ofSessions.stays,
    ...ofItems.stays,
    'round_objections.author_id': '没算进来的邻居说过什么、怎么答复的，要查得到；只剩没有称呼的编号',
    'round_objections.answered_by': '召集时或办公时答复过，要查得到',
    'rounds.convener_id': '召集的讨论邻居还看得到；署的名是办公时的，没有办公的没有称呼',
    'rounds.next_convener_id': '请谁接着召集要查得到；只剩没有称呼的编号',
    'round_participants.person_id': '有多少户参加要数得对；只剩没有称呼的编号',
    'round_events.person_id': '讨论的进展要看得懂；只剩没有称呼的编号',
    ...STATEMENTS_STAY,
  },
  forget: async (db, closing) => {
    // Words before names: by the name is known what was said in an office.
    await forgetRoundWords(db, closing)
    await forgetRoundNames(db, closing)
    await forgetSessions(db, closing)
    await forgetItems(db, closing)
  },
}
