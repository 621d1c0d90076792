import { neighbourName, REGION_LABELS } from '#core/places'
import {
  CHANNEL_LABELS,
  entryInWords,
  OUTCOME_LABELS,
  serviceOf,
  stateInWords,
  type MatterAct,
  type MatterState,
} from '#core/matters'
import { ROLE_LABELS } from '#core/permissions'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  WORK,
  type PersonalArea,
} from '#server/platform/personal-data'
import { forgetMatters } from './forget-matters'

const serviceName = (code: string | null) => (code ? (serviceOf(code)?.name ?? code) : '')
const FOR_OTHERS = '（办公时替别人写的，不在这里）'

const NOT_THEIRS = {
  title: FOR_OTHERS,
  text: null,
  place_id: null,
  place_name: null,
  floor: null,
  service_code: null,
  complained_kind: null,
  complained_place_id: null,
  complained_name: null,
  lead_name: null,
  outcome: null,
}

const stateName = (state: MatterState): string =>
  stateInWords({
    state,
    holderName: REGION_LABELS.community,
    leadName: null,
    outcome: null,
    closedBy: null,
    resolvedAt: null,
    changedAt: new Date(0).toISOString(),
    reviewAt: null,
    mine: true,
    awaitsAnswer: true,
  })

const actName = (act: MatterAct | 'submit'): string =>
  entryInWords({
    act,
    at: new Date(0).toISOString(),
    byName: null,
    unitName: null,
    mine: true,
    teamName: null,
    outcome: null,
    note: null,
    toName: null,
    reviewAt: null,
    channel: null,
  })

const reported = personalTable({
  table: 'matters',
  title: '报过的事',
  mine: ['reporter_id', 'author_id', 'recorder_id'],
  order: ['matter_id'],
  columns: {
    community_id: AS_ID,
    matter_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    jurisdiction: ONLY_FOR_ORDER,
    grid_id: AS_ID,
    reporter_id: leftOut('是不是您报的，已经写在「我和这件事」里'),
    author_id: leftOut('是不是您写的，已经写在「我和这件事」里'),
    recorder_id: leftOut('是不是您记的，已经写在「我和这件事」里'),
    caller_phone: leftOut('打电话来的人的号码，不是您的'),
    channel: { title: '怎么报的', words: (value) => CHANNEL_LABELS[value] },
    service_code: { title: '分类', words: serviceName },
    visibility: ONLY_FOR_ORDER,
    title: '什么事',
    text: '写的话',
    floor: '哪一层',
    shown_as: { title: '署名', words: (value) => (value === 'nickname' ? '称呼' : neighbourName(null)) },
    words_state: ONLY_FOR_ORDER,
    complained_kind: ONLY_FOR_ORDER,
    complained_place_id: AS_ID,
    complained_name: '说的是哪个单位',
    state: { title: '现在', words: stateName },
    level: WORK,
    first_level: WORK,
    lead_kind: WORK,
    lead_place_id: WORK,
    lead_name: '谁在办',
    supports: WORK,
    assignee_ids: SOMEBODY_ELSE,
    handler_ids: SOMEBODY_ELSE,
    reviewed: WORK,
    sent_down: WORK,
    returns: WORK,
    designated: WORK,
    arbitration: WORK,
    deferrals: WORK,
    review_at: '再看的日子',
    asked_review_at: WORK,
    merged_into: AS_ID,
    from_wish_id: AS_ID,
    merged_at: '并到一起的时间',
    outcome: { title: '结果', words: (value) => (value ? OUTCOME_LABELS[value] : '') },
    closed_by: WORK,
    closed_at: '结束时间',
    answered: WORK,
    reopenings: WORK,
    disputer_ids: SOMEBODY_ELSE,
    joined_homes: '也遇到的户数',
    above_told_at: WORK,
    reinspect_at: WORK,
    submitted_at: '什么时候报的',
    changed_at: WORK,
    resolved_at: '办完的时间',
    revision: ONLY_FOR_ORDER,
  },
  // What somebody wrote down in their office is about whoever called or was visited: nothing of it tells who or what.
  read: (row, { personId }) => ((row.author_id ?? row.reporter_id) === personId ? {} : NOT_THEIRS),
})

const joined = personalTable({
  table: 'matter_joiners',
  title: '我也遇到的事',
  mine: ['person_id'],
  order: ['matter_id'],
  columns: {
    community_id: AS_ID,
    matter_id: AS_ID,
    person_id: AS_ID,
    home_id: AS_ID,
    joined_at: '什么时候说的',
  },
})

const acted = personalTable({
  table: 'matter_events',
  title: '在事情里做过什么',
  mine: ['person_id'],
  order: ['matter_id', 'seq'],
  columns: {
    community_id: AS_ID,
    matter_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    act: { title: '做了什么', words: actName },
    at: '什么时候',
    person_id: AS_ID,
    role: { title: '以什么职务', words: (value) => (value ? ROLE_LABELS[value] : '') },
    by_name: '署的名',
    unit_name: '代表哪里',
    team_name: WORK,
    outcome: { title: '结果', words: (value) => (value ? OUTCOME_LABELS[value] : '') },
    note: '写的话',
    to_state: ONLY_FOR_ORDER,
    details: WORK,
    words_shown: ONLY_FOR_ORDER,
  },
  read: ({ role, note }) => (role ? { note: note && FOR_OTHERS, outcome: null } : {}),
})

const filters = personalTable({
  table: 'desk_filters',
  title: '工作台上存的筛选',
  mine: ['person_id'],
  order: ['filter_id'],
  columns: {
    community_id: AS_ID,
    person_id: AS_ID,
    filter_id: AS_ID,
    name: '名字',
    list: AS_ID,
    service_code: { title: '分类', words: serviceName },
    channel: { title: '怎么报的', words: (value) => (value ? CHANNEL_LABELS[value] : '') },
    place_id: AS_ID,
  },
})

/** What somebody reported, joined and did in matters. */
export const matterData: PersonalArea = {
  tables: [reported, joined, acted, filters],
  others: {
    'matters.assignee_ids': '派给谁办；您办过的，在「在事情里做过什么」里',
    'matters.handler_ids': '谁办过；您办过的，在「在事情里做过什么」里',
    'matters.disputer_ids': '谁说过没解决；您说的，在「在事情里做过什么」里',
  },
  stays: {
    'matters.reporter_id': '已经结束的事要查得到；只剩没有称呼的编号',
    'matters.author_id': '交给邻居的事里有您写的话；只剩没有称呼的编号',
    'matters.recorder_id': '办公时替别人记下的事要查得到',
    'matters.assignee_ids': '办公时派给谁，要查得到',
    'matters.handler_ids': '办过的人不能核实同一件事，要查得到',
    'matters.disputer_ids': '每人只能说一次没解决；只剩没有称呼的编号',
    'matter_events.person_id': '事情的进展要看得懂；只剩没有称呼的编号',
    'matter_joiners.person_id': '已经结束的事有多少户遇到；只剩没有称呼的编号',
  },
  forget: forgetMatters,
}
