import { neighbourName } from '#core/places'
import {
  CONSENT_WAY_LABELS,
  wishEntryInWords,
  wishKindName,
  WISH_SCOPE_LABELS,
  wishStateInWords,
  type WishAct,
} from '#core/wishes'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'
import type { OfferState } from '#server/platform/db/schema/wishes'
import { forgetWishes } from './forget-wishes'

const FOR_A_MERGE = leftOut('别人问能不能合到一起，写在「在心愿里做过什么」里')

const said = personalTable({
  table: 'wishes',
  title: '说过的心愿',
  mine: ['author_id'],
  order: ['wish_id'],
  columns: {
    community_id: AS_ID,
    wish_id: AS_ID,
    author_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    jurisdiction: ONLY_FOR_ORDER,
    scope: { title: '说给谁听', words: (value) => WISH_SCOPE_LABELS[value] },
    scope_place_id: AS_ID,
    scope_name: '到哪儿为止',
    kind: { title: '哪一类', words: wishKindName },
    title: '心愿',
    text: '写的话',
    when_suits: '什么时候方便',
    meet_at: '在哪儿见',
    wanted_by: '最好哪天以前',
    shown_as: { title: '署名', words: (value) => (value === 'nickname' ? '称呼' : neighbourName(null)) },
    other_name: SOMEBODY_ELSE,
    other_phone: SOMEBODY_ELSE,
    consent_way: {
      title: '替别人说的，对方怎么答应的',
      words: (value) => (value ? CONSENT_WAY_LABELS[value] : ''),
    },
    words_state: ONLY_FOR_ORDER,
    state: {
      title: '现在',
      words: (state) => wishStateInWords({ state, askedAgainAt: null, helperName: null, replaceUntil: null }),
    },
    declined_reason: '为什么没给邻居看',
    helper_id: SOMEBODY_ELSE,
    helper_organisation_id: SOMEBODY_ELSE,
    helper_name: SOMEBODY_ELSE,
    published_at: '邻居看到的时间',
    stands_until: '挂到什么时候',
    claimed_at: '有人来帮的时间',
    contacted_at: '联系上的时间',
    delivered_at: '说帮好了的时间',
    asked_again_at: ONLY_FOR_ORDER,
    member_left_at: SOMEBODY_ELSE,
    seconds: '也想要的户数',
    seconds_needed: ONLY_FOR_ORDER,
    many_told_at: ONLY_FOR_ORDER,
    proposal_kind: FOR_A_MERGE,
    proposal_id: FOR_A_MERGE,
    proposal_by: FOR_A_MERGE,
    proposal_by_name: FOR_A_MERGE,
    proposal_reason: FOR_A_MERGE,
    merged_kind: ONLY_FOR_ORDER,
    merged_id: AS_ID,
    thanks: '说过的谢谢',
    submitted_at: '什么时候说的',
    changed_at: ONLY_FOR_ORDER,
    revision: ONLY_FOR_ORDER,
  },
})

const OFFER_STATES: Record<OfferState, string> = {
  waiting: '等对方点头',
  accepted: '请我来帮',
  ended: '帮过，后来停了',
  taken_back: '收回了',
  declined: '对方谢过，先不用',
  lapsed: '两天没等到点头',
}

const offered = personalTable({
  table: 'wish_offers',
  title: '愿意帮的忙',
  mine: ['person_id'],
  order: ['wish_id', 'offer_id'],
  columns: {
    community_id: AS_ID,
    wish_id: AS_ID,
    offer_id: AS_ID,
    person_id: AS_ID,
    organisation_id: AS_ID,
    shown_name: '署的名',
    name: '说心愿的人看到的称呼',
    note: '写的话',
    offered_at: '什么时候说的',
    lapses_at: ONLY_FOR_ORDER,
    state: { title: '后来', words: (value) => OFFER_STATES[value] },
  },
})

const actName = (act: WishAct | 'submit'): string =>
  wishEntryInWords({ act, at: new Date(0).toISOString(), byName: null, mine: true, helperName: null })

const acted = personalTable({
  table: 'wish_events',
  title: '在心愿里做过什么',
  mine: ['person_id'],
  order: ['wish_id', 'seq'],
  columns: {
    community_id: AS_ID,
    wish_id: AS_ID,
    seq: ONLY_FOR_ORDER,
    act: { title: '做了什么', words: actName },
    at: '什么时候',
    person_id: AS_ID,
    by_name: '署的名',
    helper_name: SOMEBODY_ELSE,
    note: '写的话',
    words_shown: ONLY_FOR_ORDER,
    to_state: ONLY_FOR_ORDER,
  },
})

const seconded = personalTable({
  table: 'wish_seconds',
  title: '我也想要的心愿',
  mine: ['person_id'],
  order: ['wish_id', 'home_id'],
  columns: { community_id: AS_ID, wish_id: AS_ID, home_id: AS_ID, person_id: AS_ID, at: '什么时候说的' },
})

/** What somebody wished for, offered, helped with and wanted too. */
export const wishData: PersonalArea = {
  tables: [said, offered, acted, seconded],
  others: {
    'wishes.helper_id': '是别人的心愿；您帮过的，在「愿意帮的忙」里',
    'wishes.proposal_by': '是别人的心愿；您问过的，在「在心愿里做过什么」里',
  },
  stays: {
    'wishes.author_id': '圆了的心愿邻居还看得到；只剩没有称呼的编号',
    'wishes.helper_id': '圆了的心愿是有人帮的，要数得对；只剩没有称呼的编号',
    'wishes.proposal_by': '办公时问过能不能合到一起，要查得到',
    'wish_offers.person_id': '说心愿的人回过话的，前后才对得上；只剩没有称呼的编号',
    'wish_events.person_id': '心愿的进展要看得懂；只剩没有称呼的编号',
    'wish_seconds.person_id': '已经结束的心愿有多少户想要；只剩没有称呼的编号',
  },
  forget: forgetWishes,
}
