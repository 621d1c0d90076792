import { nextFullHour } from '../calendar'
import { ALLOWED, refused, type Decision } from '../permissions'
import type { InboxKind } from './words'

/** What one chooses by: kinds that a person thinks of as one, in the order of the page. */
export const INBOX_TOPICS = [
  'my_matters',
  'my_wishes',
  'votes',
  'rounds',
  'my_work',
  'talk',
  'notices',
  'homes_and_offices',
] as const
export type InboxTopic = (typeof INBOX_TOPICS)[number]

export const INBOX_CHOICES = ['at_once', 'daily', 'never'] as const
export type InboxChoice = (typeof INBOX_CHOICES)[number]

/** The hour in Shanghai at which what was kept for the day comes. */
export const DAILY_HOUR = 18

const TOPICS: Record<InboxKind, InboxTopic> = {
  matter_new: 'my_work',
  matter_assigned: 'my_work',
  matter_progress: 'my_matters',
  matter_result: 'my_matters',
  matter_rework: 'my_work',
  matter_joined_news: 'my_matters',
  matter_returned: 'my_work',
  matter_deferred: 'my_matters',
  matter_review_due: 'my_work',
  matter_escalated: 'my_work',
  matter_many_homes: 'my_work',
  matter_reopened: 'my_work',
  matter_merged: 'my_matters',
  matter_deferral_asked: 'my_work',
  matter_reinspect: 'my_work',
  matter_contact_read: 'my_matters',
  matter_private_news: 'my_matters',
  membership_asked: 'my_work',
  membership_decided: 'homes_and_offices',
  membership_new_member: 'homes_and_offices',
  membership_objected: 'my_work',
  membership_ended: 'homes_and_offices',
  membership_left: 'homes_and_offices',
  archive_ready: 'homes_and_offices',
  closing_waits: 'homes_and_offices',
  grant_changed: 'homes_and_offices',
  thread_reply: 'talk',
  thread_mention: 'talk',
  words_hidden: 'talk',
  words_shown: 'talk',
  moderation_new: 'my_work',
  notice_new: 'notices',
  wish_offer: 'my_wishes',
  wish_accepted: 'my_wishes',
  wish_offer_ended: 'my_wishes',
  wish_offer_lapsed: 'my_wishes',
  wish_claim_ended: 'my_wishes',
  wish_back: 'my_wishes',
  wish_delivered: 'my_wishes',
  wish_ask_again: 'my_wishes',
  wish_not_yet: 'my_wishes',
  wish_thanks: 'my_wishes',
  wish_withdrawn: 'my_wishes',
  wish_remind: 'my_wishes',
  wish_take_over: 'my_wishes',
  wish_helper_left: 'my_wishes',
  wish_helper_new: 'my_wishes',
  wish_expired: 'my_wishes',
  wish_news: 'my_wishes',
  wish_many_homes: 'my_wishes',
  wish_wanted_by_many: 'my_work',
  wish_merge_asked: 'my_wishes',
  vote_notice: 'votes',
  vote_revised: 'votes',
  vote_withdrawn: 'votes',
  vote_open: 'votes',
  vote_remind: 'votes',
  vote_result: 'votes',
  vote_certified: 'votes',
  vote_certify_due: 'my_work',
  vote_void: 'votes',
  vote_void_asked: 'my_work',
  vote_void_refused: 'my_work',
  vote_objection: 'my_work',
  vote_objection_answered: 'votes',
  vote_teller_named: 'my_work',
  vote_envelopes_wait: 'my_work',
  vote_third_waits: 'my_work',
  vote_objection_due: 'my_work',
  vote_objection_late: 'my_work',
  vote_count_due: 'my_work',
  vote_count_late: 'my_work',
  vote_proxy_asked: 'my_work',
  vote_proxy_for_you: 'votes',
  vote_proxy_accepted: 'votes',
  vote_proxy_refused: 'votes',
  vote_proxy_revoked: 'votes',
  bylaw_waits: 'my_work',
  bylaw_in_force: 'votes',
  bylaw_refused: 'votes',
  bylaw_ended: 'votes',
  demand_met: 'votes',
  demand_waits: 'my_work',
  demand_silent: 'my_work',
  demand_answered: 'votes',
  demand_convened: 'votes',
  demand_back: 'votes',
  demand_reopened: 'votes',
  demand_expired: 'votes',
  round_invited: 'rounds',
  round_changed: 'rounds',
  round_discussion: 'rounds',
  round_action: 'rounds',
  round_evaluation: 'rounds',
  round_closed: 'rounds',
  round_withdrawn: 'rounds',
  round_abandoned: 'rounds',
  topic_merge_asked: 'rounds',
  topic_merge_refused: 'rounds',
  topic_merged: 'rounds',
  topic_took_in: 'rounds',
  topic_withdrawn: 'rounds',
  board_from_yours: 'rounds',
  board_from_met: 'rounds',
  board_met: 'my_work',
  board_declined: 'rounds',
  board_silent: 'rounds',
  board_taken: 'rounds',
  board_back: 'rounds',
  round_idle: 'my_work',
  round_asked: 'my_work',
  round_not_taken: 'my_work',
  round_taken_over: 'rounds',
  round_objection: 'rounds',
  round_objection_answered: 'rounds',
  session_changed: 'rounds',
  session_cancelled: 'rounds',
  item_asked: 'my_work',
  item_taken: 'rounds',
  item_handed_back: 'my_work',
  item_done: 'rounds',
  item_given_up: 'rounds',
  item_due: 'my_work',
  vote_delivered: 'votes',
  vote_delivery_contested: 'my_work',
  organisation_asked: 'my_work',
  organisation_decided: 'homes_and_offices',
  organisation_lead: 'homes_and_offices',
  organisation_left: 'homes_and_offices',
  organisation_removed: 'homes_and_offices',
  organisation_ended: 'homes_and_offices',
  organisation_no_lead: 'my_work',
  volunteer_asked: 'my_work',
  volunteer_decided: 'homes_and_offices',
}

/** Somebody waits for what is asked there: it may come once a day, but it can't be switched off. */
const WAITED_FOR: readonly InboxTopic[] = ['my_work']

/** The topic a message belongs to. One that is sent under another kind to name nothing keeps the topic of what it tells. */
export function topicOf(kind: InboxKind): InboxTopic {
  return TOPICS[kind]
}

/** What one may choose for a topic (domain.md 9). */
export function choicesFor(topic: InboxTopic): InboxChoice[] {
  return INBOX_CHOICES.filter((choice) => decideChoice(topic, choice).allowed)
}

/** 消息设置: where somebody waits for my act, `never` is refused. */
export function decideChoice(topic: InboxTopic, choice: InboxChoice): Decision {
  return choice === 'never' && WAITED_FOR.includes(topic) ? refused('INBOX_TOPIC_NEEDED', 'choice') : ALLOWED
}

/** Until when a message of this instant is kept back for who wants them once a day. */
export function heldUntil(at: Date): Date {
  return nextFullHour(at, DAILY_HOUR)
}

export const INBOX_TOPIC_LABELS: Record<InboxTopic, string> = {
  my_matters: '我报的事有了进展',
  my_wishes: '心愿和帮忙',
  votes: '表决',
  rounds: '一起谈的事',
  my_work: '请我办的事',
  talk: '大家说的话',
  notices: '社区和楼栋的通知',
  homes_and_offices: '住处与职务',
}

/** What comes under a topic, in a line. */
export const INBOX_TOPIC_TEXTS: Record<InboxTopic, string> = {
  my_matters: '有了进展、有了结果、请我看一眼',
  my_wishes: '我的心愿、我帮的忙、我也想要的，有了进展',
  votes: '要表决了、可以投票了、快截止了、有结果了',
  rounds: '请我来谈、可以挑场参加、开始行动、请我评、报告公布了',
  my_work: '派来的事、要我确认的住户；有人等着，所以不能关',
  talk: '有人回我、提到我，或我的话给不给看',
  notices: '我住的地方发的通知',
  homes_and_offices: '绑定有了结果、家里添了人或少了人、职务和互助组织有变化、我的数据做好了',
}

export const INBOX_CHOICE_LABELS: Record<InboxChoice, string> = {
  at_once: '马上告诉我',
  daily: '每天晚上六点一起',
  never: '不用提醒',
}
