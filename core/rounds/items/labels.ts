import type { ItemAct, ItemLinkKind, ItemOwnerKind, ItemState, ItemStepName } from './workflow'
import type { LedgerKind } from './ledger'

export const ITEM_STATE_LABELS: Record<ItemState, string> = {
  open: '在办',
  finished: '办好了',
  given_up: '不办了',
}

export const ITEM_OWNER_LABELS: Record<ItemOwnerKind, string> = {
  resident: '邻居',
  council: '楼栋自治理事会',
  organisation: '社区里的组织',
  grid: '网格员',
  property: '物业',
}

/** What a button says. */
export const ITEM_ACT_LABELS: Record<ItemAct, string> = {
  accept: '我来办',
  hand_back: '办不了，请另找人',
  report: '说说进展',
  finish: '办好了',
  give_up: '不办了',
  reopen: '接着办',
}

/** What is asked for with an act. */
export const ITEM_ACT_ASKS: Record<ItemAct, string> = {
  accept: '',
  hand_back: '为什么这次办不了',
  report: '办到哪一步了',
  finish: '做了些什么',
  give_up: '为什么这件事不办了',
  reopen: '为什么接着办',
}

export const ITEM_LINK_LABELS: Record<ItemLinkKind, string> = {
  matter: '报成一件事',
  wish: '发成心愿',
  vote: '交给表决',
}

export const LEDGER_KIND_LABELS: Record<LedgerKind, string> = {
  money_in: '收入',
  money_out: '支出',
  gift: '实物',
}

const STEP_WORDS: Record<ItemStepName, (who: string) => string> = {
  write: (who) => `${who}记下了这件事`,
  change: (who) => `${who}改了内容、日子或谁来办`,
  link: (who) => `${who}连上了别的事`,
  accept: (who) => `${who}认下了，来办`,
  hand_back: (who) => `${who}办不了，要另找人`,
  report: (who) => `${who}说了进展`,
  finish: (who) => `${who}说办好了`,
  give_up: (who) => `${who}说不办了`,
  reopen: (who) => `${who}说接着办`,
}

/** A step in plain words. */
export function itemStepInWords(act: ItemStepName, byName: string | null, mine: boolean): string {
  return STEP_WORDS[act](mine ? '您' : (byName ?? '一位邻居'))
}

/** 谁来办: who took it on, or who is asked to. */
export function itemOwnerInWords({
  ownerKind,
  ownerName,
  taken,
}: {
  ownerKind: ItemOwnerKind
  ownerName: string | null
  taken: boolean
}): string {
  if (taken) return `${ownerName ?? ITEM_OWNER_LABELS[ownerKind]}来办`
  if (ownerKind === 'resident') return '还没有人认下'
  return `请${ownerName ?? ITEM_OWNER_LABELS[ownerKind]}来办，还没答应`
}

/** What a change keeps on record of what was promised before. */
export const itemPromiseWas = (promise: string, dueOn: string): string =>
  `原来说好：${promise}（${dueOn} 前）`
