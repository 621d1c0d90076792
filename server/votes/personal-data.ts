import { sql } from 'kysely'
import {
  hasResult,
  optionLabel,
  VOTE_ACT_LABELS,
  TELLER_SEAT_LABELS,
  voteStateInWords,
  type Choices,
  type VOTE_OTHER_STEPS,
  type VoteOverdue,
  type VotePersonAct,
  type VoteState,
  OBJECTION_DECISION_LABELS,
} from '#core/votes'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'
import { openChoices } from './ballots'
import { ofBylaws, recordedBylaws } from './bylaws/bylaw-data'
import { ofDemands } from './demands/personal-data'
import { forgetVotes } from './forget-votes'
import { delivered, ofDeliveries } from './delivery-data'
import { ofProxies, proxied } from './proxy-data'

const IN_OFFICE = leftOut('办公时做的，写在表决的进展里')

const VACANT = leftOut('公示时列在名册里的空房子，是房子的事，不是您的')

const convened = personalTable({
  table: 'votes',
  title: '召集的表决',
  mine: ['convener_id'],
  order: ['vote_id'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    place_kind: ONLY_FOR_ORDER,
    jurisdiction: ONLY_FOR_ORDER,
    has_committee: ONLY_FOR_ORDER,
    electorate: ONLY_FOR_ORDER,
    title: '表决什么',
    text: '写的话',
    rules: ONLY_FOR_ORDER,
    binding: ONLY_FOR_ORDER,
    disclosure: ONLY_FOR_ORDER,
    parking_counts: ONLY_FOR_ORDER,
    principals_per_proxy: ONLY_FOR_ORDER,
    vacant_home_ids: VACANT,
    expected_area_centi_m2: ONLY_FOR_ORDER,
    applicant_unit_id: ONLY_FOR_ORDER,
    applicant_unit_name: '哪一套要改用途',
    bylaw_id: ONLY_FOR_ORDER,
    bylaw_title: '没交票的怎么算：按哪份规约',
    bylaw_clause: '规约的那一条',
    bylaw_adopted_on: '规约哪天通过',
    demand_id: AS_ID,
    topic_id: AS_ID,
    outsider_keys: SOMEBODY_ELSE,
    convener_id: AS_ID,
    convener_role: ONLY_FOR_ORDER,
    convener_name: '署的名',
    state: { title: '现在', words: voteStateInWords },
    opens_at: '什么时候开始投',
    closes_at: '什么时候截止',
    notice_at: '公示的时间',
    closed_at: '公布结果的时间',
    certified_at: '确认结果的时间',
    certified_by: SOMEBODY_ELSE,
    text_sha256: ONLY_FOR_ORDER,
    notice_sha256: ONLY_FOR_ORDER,
    frozen_sha256: ONLY_FOR_ORDER,
    head: ONLY_FOR_ORDER,
    roll_persons: ONLY_FOR_ORDER,
    roll_area_centi_m2: ONLY_FOR_ORDER,
    undecided_roll: ONLY_FOR_ORDER,
    undecided_result: ONLY_FOR_ORDER,
    upheld_result: ONLY_FOR_ORDER,
    void_asked_by: SOMEBODY_ELSE,
    void_asked_name: SOMEBODY_ELSE,
    void_ground: IN_OFFICE,
    void_reason: IN_OFFICE,
    paper_tellers: SOMEBODY_ELSE,
    told_kind: ONLY_FOR_ORDER,
    told_after: ONLY_FOR_ORDER,
    created_at: '什么时候写的',
    revision: ONLY_FOR_ORDER,
  },
})

/** 第 1 项：同意: items have no names here, their options do. */
function choicesInWords(choices: Choices): string {
  return Object.entries(choices)
    .map(([itemId, chosen]) => {
      const options = typeof chosen === 'string' ? [chosen] : chosen
      return `第 ${itemId.slice(1)} 项：${options.map(optionLabel).join('、') || optionLabel('abstain')}`
    })
    .join('；')
}

const cast = personalTable({
  table: 'ballots',
  title: '交过的票',
  mine: ['caster_id'],
  order: ['vote_id', 'ballot_id'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    ballot_id: AS_ID,
    voter_id: AS_ID,
    caster_id: AS_ID,
    channel: ONLY_FOR_ORDER,
    choices_sealed: '选了什么',
    receipt: leftOut('截止以后，在那次表决的页面上看'),
    cast_at: '什么时候交的',
    replaced_at: '什么时候改的或收回的',
    void_reason: leftOut('只有纸质票才有，纸质票不是谁交的'),
  },
  beside: sql`(select v.state from votes v where v.community_id = ballots.community_id and v.vote_id = ballots.vote_id)`,
  // Before the end nobody is shown a choice, who cast it neither: whoever asks them for their copy learns nothing (domain.md 7).
  read: (row, { contactBox, beside }) => ({
    choices_sealed: hasResult(beside as VoteState)
      ? choicesInWords(openChoices(contactBox, row))
      : '公布结果以后能看',
  }),
})

const ACTS: Record<string, string> = {
  ...VOTE_ACT_LABELS,
  create: '写草稿',
  amend: '更正名册',
  replace_teller: '换计票人',
} satisfies Record<VotePersonAct | Exclude<(typeof VOTE_OTHER_STEPS)[number], VoteOverdue>, string>

const acted = personalTable({
  table: 'vote_events',
  title: '在表决里做过什么',
  mine: ['person_id'],
  order: ['vote_id', 'seq'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    act: { title: '做了什么', words: (act) => ACTS[act] ?? '' },
    at: '什么时候',
    person_id: AS_ID,
    by_name: '署的名',
    note: '写的话',
  },
})

const objected = personalTable({
  table: 'vote_objections',
  title: '对表决提过的异议',
  mine: ['person_id'],
  order: ['vote_id', 'objection_id'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    objection_id: AS_ID,
    about: { title: '对什么', words: (about) => (about === 'roll' ? '名册' : '结果') },
    voter_id: AS_ID,
    person_id: AS_ID,
    by_name: '署的名',
    text: '写的话',
    at: '什么时候提的',
    decision: {
      title: '成立不成立',
      words: (value) => (value === null ? '' : OBJECTION_DECISION_LABELS[value]),
    },
    answer: '答复',
    answered_by: SOMEBODY_ELSE,
    answered_name: '谁答复的',
    answered_at: '什么时候答复的',
  },
})

const teller = personalTable({
  table: 'vote_tellers',
  title: '当过计票人的表决',
  mine: ['person_id'],
  order: ['vote_id', 'seat'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    person_id: AS_ID,
    seat: { title: '当什么', words: (seat) => TELLER_SEAT_LABELS[seat] },
    name: '署的名',
    role: ONLY_FOR_ORDER,
    named_at: '什么时候定的',
    replaced_at: '什么时候换的',
  },
})

const took = personalTable({
  table: 'vote_envelopes',
  title: '收过的选票信封',
  mine: ['received_by'],
  order: ['vote_id', 'number'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    voter_id: AS_ID,
    number: '信封上的号',
    received_by: AS_ID,
    received_at: '什么时候收的',
    settled_at: ONLY_FOR_ORDER,
  },
})

const keyed = personalTable({
  table: 'vote_envelope_entries',
  title: '录过的纸质选票',
  mine: ['person_id'],
  order: ['vote_id', 'voter_id', 'seat'],
  columns: {
    community_id: AS_ID,
    vote_id: AS_ID,
    voter_id: AS_ID,
    seat: { title: '当什么', words: (seat) => TELLER_SEAT_LABELS[seat] },
    person_id: AS_ID,
    read_sealed: leftOut('是别人家的选票，封着，不是您的'),
    keyed_at: '什么时候录的',
  },
})

/** What somebody convened, cast, did and objected to. */
export const voteData: PersonalArea = {
  tables: [
    convened,
    cast,
    acted,
    objected,
    proxied,
    delivered,
    teller,
    took,
    keyed,
    recordedBylaws,
    ...ofDemands.tables,
  ],
  others: {
    ...ofProxies.others,
    ...ofDeliveries.others,
    ...ofBylaws.others,
    ...ofDemands.others,
    'votes.void_asked_by': '是别人召集的；您提过的，在「在表决里做过什么」里',
    'vote_objections.answered_by': '是别人提的；您答复过的，只在办公时用',
    'vote_voters.owner_ids': '是业主登记的编号，不是您这个人',
    'votes.applicant_unit_id': '是房子的编号，不是您这个人',
    'vote_voter_ways.way_id':
      '名册上谁能替哪一家投的编号；您家在「住处和绑定申请」里，投过的在「交过的票」里',
  },
  stays: {
    ...ofProxies.stays,
    ...ofBylaws.stays,
    ...ofDemands.stays,
    ...ofDeliveries.stays,
    'votes.convener_id': '表决的结果要查得到是谁召集的；只剩没有称呼的编号',
    'votes.void_asked_by': '办公时提出过作废，要查得到',
    'ballots.caster_id': '投过的票照样算数，一家不能投两次；只剩没有称呼的编号',
    'vote_voter_ways.way_id': '公示过的名册不能改，结果才对得上；只剩没有称呼的编号',
    'vote_events.person_id': '表决的进展要看得懂；只剩没有称呼的编号',
    'vote_objections.person_id': '异议和答复一起公开；只剩没有称呼的编号',
    'vote_objections.answered_by': '办公时答复过，要查得到',
    'vote_tellers.person_id': '谁计的票要查得到；只剩没有称呼的编号',
    'vote_envelopes.received_by': '收过的信封要查得到是谁收的；只剩没有称呼的编号',
    'vote_envelope_entries.person_id': '两位计票人各录一遍，要查得到；只剩没有称呼的编号',
  },
  forget: forgetVotes,
}
