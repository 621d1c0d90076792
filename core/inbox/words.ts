/** What a message tells; each kind has one sentence. What it opens is its subject, given beside it. */
export const INBOX_KINDS = [
  'matter_new',
  'matter_assigned',
  'matter_progress',
  'matter_result',
  'matter_rework',
  'matter_joined_news',
  'matter_returned',
  'matter_deferred',
  'matter_review_due',
  'matter_escalated',
  'matter_many_homes',
  'matter_reopened',
  'matter_merged',
  'matter_deferral_asked',
  'matter_reinspect',
  'matter_contact_read',
  'matter_private_news',
  'membership_asked',
  'membership_decided',
  'membership_new_member',
  'membership_objected',
  'grant_changed',
  'thread_reply',
  'thread_mention',
  'words_hidden',
  'words_shown',
  'moderation_new',
  'notice_new',
  'wish_offer',
  'wish_accepted',
  'wish_offer_ended',
  'wish_claim_ended',
  'wish_back',
  'wish_delivered',
  'wish_ask_again',
  'wish_not_yet',
  'wish_thanks',
  'wish_withdrawn',
  'wish_remind',
  'wish_take_over',
  'wish_expired',
  'wish_news',
  'wish_many_homes',
  'wish_wanted_by_many',
  'wish_merge_asked',
  'organisation_asked',
  'organisation_decided',
  'organisation_lead',
  'organisation_left',
  'organisation_removed',
  'organisation_ended',
  'volunteer_asked',
  'volunteer_decided',
] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

const WORDS: Record<InboxKind, (about: string) => string> = {
  matter_new: (about) => (about ? `有人报了：${about}` : '有人报了一件事'),
  matter_assigned: (about) => `请您这边来办：${about}`,
  matter_progress: (about) => `您报的事有新进展：${about}`,
  matter_result: (about) => `您报的事有结果了，请您看一眼：${about}`,
  matter_rework: (about) => `还没解决，请接着办：${about}`,
  matter_joined_news: (about) => `您也遇到的事有新进展：${about}`,
  matter_returned: (about) => `退回来了，请另请人来办：${about}`,
  matter_deferred: (about) => `眼下办不了，说明了原因和再看的日子：${about}`,
  matter_review_due: (about) => `到了再看的日子，请接着办：${about}`,
  matter_escalated: (about) => `报上来一件，请您看看：${about}`,
  matter_many_homes: (about) => `二十户都遇到了，请您看看：${about}`,
  matter_reopened: (about) => `说是又不行了，请接着办：${about}`,
  matter_merged: (about) => `和邻居报的同一件事合在一起办了：${about}`,
  matter_deferral_asked: (about) => `想缓一缓再办，请您定：${about}`,
  matter_reinspect: (about) => `该去复查了：${about}`,
  matter_contact_read: (about) => `为了办事，有人看了您的联系方式：${about}`,
  // Restricted matters: not even their title is in a message (domain.md 9).
  matter_private_news: () => '一件只给您看的事有新消息',
  membership_asked: (about) => `有人申请绑定${about}，请您看看`,
  membership_decided: (about) => `您绑定${about}的申请有结果了`,
  membership_new_member: (about) => `${about}多了一位家里人；不对的话可以提出异议`,
  membership_objected: (about) => `${about}的绑定有人提出异议，请社区核对`,
  grant_changed: (about) => `您的职务有变化：${about}`,
  thread_reply: (about) => `有人回了您的话：${about}`,
  thread_mention: (about) => `有人说话时提到您：${about}`,
  words_hidden: (about) => `您写的话先不给邻居看了，可以看看为什么：${about}`,
  words_shown: (about) => `您写的话邻居能看到了：${about}`,
  moderation_new: (about) => `有话等您看看合不合适：${about}`,
  notice_new: (about) => `有新通知：${about}`,
  wish_offer: (about) => `有邻居愿意帮，等您点头：${about}`,
  wish_accepted: (about) => `请您来帮，快联系一下吧：${about}`,
  wish_offer_ended: (about) => `这次不用您帮了，谢谢您的心意：${about}`,
  wish_claim_ended: (about) => `您认下的这次帮忙停了，再等别人来帮：${about}`,
  wish_back: (about) => `这次没帮成，又挂出来等人帮了：${about}`,
  wish_delivered: (about) => `说是帮好了，请您说一声帮到没有：${about}`,
  wish_ask_again: (about) => `帮到了没有，再问您一声：${about}`,
  wish_not_yet: (about) => `还没有帮到，请接着帮：${about}`,
  wish_thanks: (about) => `您帮的忙，对方说帮到了：${about}`,
  wish_withdrawn: (about) => `对方不用帮了，心愿撤回了：${about}`,
  wish_remind: (about) => `日子快到了，别忘了这次帮忙：${about}`,
  wish_take_over: (about) => `来帮的人离开了，请组织里换个人去：${about}`,
  wish_expired: (about) => `心愿到期了，还想要就再挂出来：${about}`,
  wish_news: (about) => `您也想要的心愿有了进展：${about}`,
  wish_many_homes: (about) => `不少邻居也想要，可以提成一件事请社区来办：${about}`,
  wish_wanted_by_many: (about) => `楼里不少人都有这个心愿，请您看看：${about}`,
  wish_merge_asked: (about) => `有人问您的心愿能不能和别的合到一起：${about}`,
  organisation_asked: (about) => `有人想加入，请您看看：${about}`,
  organisation_decided: (about) => `您想加入的有回话了：${about}`,
  organisation_lead: (about) => `请您来一起负责：${about}`,
  organisation_left: (about) => `有人退出了：${about}`,
  organisation_removed: (about) => `您不在里面了，可以看看为什么：${about}`,
  organisation_ended: (about) => `不再办了，可以看看为什么：${about}`,
  volunteer_asked: (about) => `有人想当志愿者，请您看看：${about}`,
  volunteer_decided: (about) => `您想当志愿者，社区有回话了：${about}`,
}

/** Kinds whose sentence says nothing of what they are about. */
export const NAMELESS_KINDS: readonly InboxKind[] = ['matter_private_news']

/**
 * The line an inbox shows. `about` is a title or a place, nothing a reader may not see; it is empty once a title is not
 * for everybody any more, and the sentence stands without it.
 */
export function messageInWords(kind: InboxKind, about: string): string {
  const words = WORDS[kind](about)
  return about ? words : words.replace(/：$/, '')
}

/**
 * What a message is about and opens; messages about one subject are one group of the inbox. A reply or a mention has the
 * thing that is talked about (matter, notice) as its subject; `post` is for what happened to one's own words in a thread.
 */
export const INBOX_SUBJECTS = [
  'matter',
  'membership',
  'grant',
  'notice',
  'case',
  'post',
  'wish',
  'organisation',
  'volunteer_request',
] as const
export type InboxSubject = (typeof INBOX_SUBJECTS)[number]
