import type { WishAct, WishState } from './workflow'

/** One step of a wish as it is told. */
export interface WishEntry {
  act: WishAct | 'submit'
  at: string
  /** What who did it is called; null for a neighbour who isn't named, and for the clock. */
  byName: string | null
  /** The reader did it. */
  mine: boolean
  /** Who helps, from this step on or until it. */
  helperName: string | null
}

type Words = (entry: WishEntry, who: string, helper: string) => string

const WORDS: Record<WishEntry['act'], Words> = {
  submit: (_entry, who) => `${who}说出心愿`,
  publish: () => '邻居看得到了',
  decline: () => '社区看过，没有给邻居看',
  offer: (_entry, who) => `${who}愿意来帮`,
  take_back_offer: (_entry, who) => `${who}这次帮不了`,
  decline_offer: (_entry, who) => `${who}谢过，先不用`,
  offer_lapsed: () => '两天没等到点头，这次就算了',
  accept_offer: (_entry, who, helper) => `${who}请${helper}来帮`,
  contact: () => '联系上了',
  hand_back: (_entry, who) => `${who}帮不了了，再等人来帮`,
  release: (_entry, who) => `${who}想另请人帮`,
  no_contact: () => '七天没联系上，再等人来帮',
  no_delivery: () => '三十天没帮成，再等人来帮',
  member_gone: (_entry, _who, helper) => `${helper}一时没有人，再等人来帮`,
  take_over: (_entry, who) => `${who}接着来帮`,
  deliver: (_entry, who) => `${who}说帮好了`,
  confirm: (_entry, who) => `${who}说帮到了，心愿圆了`,
  not_yet: (_entry, who) => `${who}说还没有，接着帮`,
  ask_again: () => '还没等到回话，又问了一声',
  withdraw: (_entry, who) => `${who}撤回了心愿`,
  expire: () => '到期了，先收起来',
  renew: (_entry, who) => `${who}还想要，又挂出来了`,
  ask_merge: (_entry, who) => `${who}问能不能和别的合到一起`,
  refuse_merge: (_entry, who) => `${who}想还是分开`,
  agree_merge: (_entry, who) => `${who}同意合到一起`,
  become_matter: (_entry, who) => `${who}把它提成了一件事`,
  become_topic: (_entry, who) => `${who}把它提成了议题`,
}

/** A step in plain words. */
export function wishEntryInWords(entry: WishEntry): string {
  const who = entry.mine ? '您' : (entry.byName ?? '一位邻居')
  return WORDS[entry.act](entry, who, entry.helperName ?? '一位邻居')
}

const COMING: Record<WishState, readonly string[]> = {
  submitted: ['社区先看一眼', '邻居看得到，等人来帮'],
  published: ['等人来帮', '约好时间去帮', '说一声帮到了，心愿就圆了'],
  claimed: ['约好时间去帮', '说一声帮到了，心愿就圆了'],
  delivered: ['说一声帮到了，心愿就圆了'],
  fulfilled: [],
  declined: [],
  withdrawn: [],
  expired: [],
  merged: [],
}

/** The steps still to come, for the end of the track; the first of them is where the wish is now. */
export function comingWishSteps(state: WishState): readonly string[] {
  return COMING[state]
}

/** Steps between the author and who did them: neighbours don't read who offered and was not chosen. */
const PRIVATE_STEPS: readonly WishEntry['act'][] = [
  'offer',
  'take_back_offer',
  'decline_offer',
  'offer_lapsed',
  'ask_again',
  'ask_merge',
  'refuse_merge',
  'decline',
]

/** Whether a step is for everybody who reads the wish. */
export function isStepForAll(act: WishEntry['act']): boolean {
  return !PRIVATE_STEPS.includes(act)
}
