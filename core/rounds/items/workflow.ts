import type { RoundState } from '../workflow'

/** 要办的事. */
export const ITEM_STATES = ['open', 'finished', 'given_up'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** Who takes something on: a neighbour by name, or a body whose members act for it. */
export const ITEM_OWNER_KINDS = ['resident', 'council', 'organisation', 'grid', 'property'] as const
export type ItemOwnerKind = (typeof ITEM_OWNER_KINDS)[number]

/** What an item is handled as, besides itself. */
export const ITEM_LINK_KINDS = ['matter', 'wish', 'vote'] as const
export type ItemLinkKind = (typeof ITEM_LINK_KINDS)[number]

interface Transition {
  from: readonly ItemState[]
  to: ItemState
  /** What must be written with it: a reason, what was done, or nothing. */
  words: 'none' | 'reason' | 'what'
}

/** 行动. One row per act: this table is the whole workflow of an item. */
export const ITEM_ACTS = {
  accept: { from: ['open'], to: 'open', words: 'none' }, // 我来办
  hand_back: { from: ['open'], to: 'open', words: 'reason' }, // 办不了，请另找人
  report: { from: ['open'], to: 'open', words: 'what' }, // 说说进展
  finish: { from: ['open'], to: 'finished', words: 'what' }, // 办好了
  give_up: { from: ['open'], to: 'given_up', words: 'reason' }, // 不办了
  reopen: { from: ['finished', 'given_up'], to: 'open', words: 'reason' }, // 接着办
} as const satisfies Record<string, Transition>

export type ItemAct = keyof typeof ITEM_ACTS
export const ITEM_ACT_NAMES = Object.keys(ITEM_ACTS) as [ItemAct, ...ItemAct[]]

/** What else stands among the steps of an item: it leaves the state as it was. */
export const ITEM_OTHER_STEPS = ['write', 'change', 'link'] as const
export type ItemStepName = ItemAct | (typeof ITEM_OTHER_STEPS)[number]

/** What the table says of an act, widened for lookups. */
export function itemTransition(act: ItemAct): Transition {
  return ITEM_ACTS[act]
}

/** Items are put down and handled in the action alone. */
export const isItemTime = (state: RoundState): boolean => state === 'action'

/** 还在办. */
export const isItemOpen = (state: ItemState): boolean => state === 'open'
