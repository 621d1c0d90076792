export const WISH_STATES = [
  'submitted',
  'published',
  'claimed',
  'delivered',
  'fulfilled',
  'declined',
  'withdrawn',
  'expired',
  'merged',
] as const
export type WishState = (typeof WISH_STATES)[number]

interface Transition {
  from: readonly WishState[]
  /** `same`: the act is on the timeline and leaves the state as it was. */
  to: WishState | 'same'
  /** Whether words must come with it, may, or have no place. */
  words: 'none' | 'may' | 'reason'
}

/**
 * 微心愿. One row per act: this table is the whole workflow (domain.md 4). What the check holds back is withdrawn by its
 * author too, and so is what has expired: neighbours may still know of it. A decline that an appeal undoes is published
 * after all.
 */
export const WISH_ACTS = {
  publish: { from: ['submitted', 'declined'], to: 'published', words: 'none' }, // 给邻居看
  decline: { from: ['submitted'], to: 'declined', words: 'reason' }, // 不给看
  offer: { from: ['published'], to: 'same', words: 'may' }, // 我来帮
  take_back_offer: { from: ['published'], to: 'same', words: 'none' }, // 收回
  decline_offer: { from: ['published'], to: 'same', words: 'none' }, // 谢谢，不用了
  offer_lapsed: { from: ['published'], to: 'same', words: 'none' }, // 两天没等到点头
  accept_offer: { from: ['published'], to: 'claimed', words: 'none' }, // 请他来帮
  contact: { from: ['claimed'], to: 'same', words: 'none' }, // 联系上了
  hand_back: { from: ['claimed'], to: 'published', words: 'may' }, // 帮不了了, costs nothing
  release: { from: ['claimed'], to: 'published', words: 'may' }, // 另请人帮
  no_contact: { from: ['claimed'], to: 'published', words: 'none' }, // 七天没联系
  no_delivery: { from: ['claimed'], to: 'published', words: 'none' }, // 三十天没帮成
  member_gone: { from: ['claimed'], to: 'published', words: 'none' }, // 组织七天没换人
  take_over: { from: ['claimed'], to: 'same', words: 'none' }, // 组织里换个人来
  deliver: { from: ['claimed'], to: 'delivered', words: 'may' }, // 帮好了
  confirm: { from: ['delivered'], to: 'fulfilled', words: 'may' }, // 帮到了，谢谢
  not_yet: { from: ['delivered'], to: 'claimed', words: 'may' }, // 还没有
  ask_again: { from: ['delivered'], to: 'same', words: 'none' }, // 再问一声
  withdraw: { from: ['submitted', 'published', 'claimed', 'expired'], to: 'withdrawn', words: 'none' }, // 不用了
  expire: { from: ['published'], to: 'expired', words: 'none' }, // 到期
  renew: { from: ['expired'], to: 'published', words: 'none' }, // 还想要
  ask_merge: { from: ['published'], to: 'same', words: 'reason' }, // 问能不能合到一起
  refuse_merge: { from: ['published'], to: 'same', words: 'none' }, // 还是分开
  agree_merge: { from: ['published'], to: 'merged', words: 'none' }, // 同意合到一起
  become_matter: { from: ['published'], to: 'merged', words: 'none' }, // 提成一件事
  become_topic: { from: ['published'], to: 'merged', words: 'none' }, // 提成议题
} as const satisfies Record<string, Transition>

export type WishAct = keyof typeof WISH_ACTS
export const WISH_ACT_NAMES = Object.keys(WISH_ACTS) as WishAct[]

/** Acts of the clock, each done by a job. */
export const WISH_CLOCK_ACTS = [
  'offer_lapsed',
  'no_contact',
  'no_delivery',
  'member_gone',
  'ask_again',
  'expire',
] as const satisfies readonly WishAct[]
export type WishClockAct = (typeof WISH_CLOCK_ACTS)[number]
/** What the clock does to the wish itself, not to one of its offers. */
export type WishDeed = Exclude<WishClockAct, 'offer_lapsed'>
export const WISH_DEEDS = WISH_CLOCK_ACTS.filter((act): act is WishDeed => act !== 'offer_lapsed')

/** Done by the check of words, or by the moderator who decides about them (core/moderation). */
export const WISH_WORDS_ACTS = ['publish', 'decline'] as const satisfies readonly WishAct[]

/** Acts that a person may ask for over the API. */
export type WishPersonAct = Exclude<WishAct, WishClockAct | (typeof WISH_WORDS_ACTS)[number]>
export const WISH_PERSON_ACTS = WISH_ACT_NAMES.filter(
  (act) => !([...WISH_CLOCK_ACTS, ...WISH_WORDS_ACTS] as WishAct[]).includes(act),
) as [WishPersonAct, ...WishPersonAct[]]

/**
 * Acts that name what they are about: an offer, of oneself or of somebody. They are decided by that alone, so that a
 * neighbour's offer is never refused because another was quicker.
 */
const ABOUT_AN_OFFER: readonly WishAct[] = ['offer', 'take_back_offer', 'accept_offer', 'decline_offer']

/** Whether an act is refused when the wish has moved on since the asker saw it. */
export function needsLatest(act: WishAct): boolean {
  return !ABOUT_AN_OFFER.includes(act)
}

/** What the table says of an act, widened for lookups. */
export function wishTransition(act: WishAct): Transition {
  return WISH_ACTS[act]
}

/** The state an act leads to. */
export function wishStateAfter(act: WishAct, state: WishState): WishState {
  const { to } = wishTransition(act)
  return to === 'same' ? state : to
}

/** The lists that neighbours look through: who waits, who is being helped, what came true. */
export const WISH_LISTS = ['waiting', 'helping', 'fulfilled'] as const
export type WishList = (typeof WISH_LISTS)[number]

export const STATES_OF_LIST: Record<WishList, readonly WishState[]> = {
  waiting: ['published'],
  helping: ['claimed', 'delivered'],
  fulfilled: ['fulfilled'],
}

/** From here no act leads on: nobody calls anybody any more. */
export const FINAL_STATES: readonly WishState[] = WISH_STATES.filter((state) =>
  WISH_ACT_NAMES.every((act) => !wishTransition(act).from.includes(state)),
)
/** Nothing is under way, though it may begin again: put away, or not let through. */
export const RESTING_STATES = ['expired', 'declined'] as const satisfies readonly WishState[]

/** States in which neighbours may know of a wish. */
export const SHOWN_STATES = [
  'published',
  'claimed',
  'delivered',
  'fulfilled',
  'expired',
  'merged',
] as const satisfies readonly WishState[]

/** States in which author and helper have to do with each other. */
export const TOGETHER_STATES = ['claimed', 'delivered'] as const satisfies readonly WishState[]

export function isShownState(state: WishState): boolean {
  return (SHOWN_STATES as readonly WishState[]).includes(state)
}

/** 等人来帮. */
export const waitsForHelp = (state: WishState): boolean => state === 'published'
/** Somebody helps, and has not said that it is done. */
export const isBeingHelped = (state: WishState): boolean => state === 'claimed'
/** The helper says that it is done; the author has not said so yet. */
export const waitsForWord = (state: WishState): boolean => state === 'delivered'

export function isTogether(state: WishState): boolean {
  return (TOGETHER_STATES as readonly WishState[]).includes(state)
}
