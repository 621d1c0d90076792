import type { ConsentWay, WishScope } from './wish'
import type { WishList, WishPersonAct } from './workflow'

/** What a button says. */
export const WISH_ACT_LABELS: Record<WishPersonAct, string> = {
  offer: '我来帮',
  take_back_offer: '这次帮不了了',
  decline_offer: '谢谢，先不用',
  accept_offer: '请他来帮',
  contact: '联系上了',
  hand_back: '帮不了了，让给别人',
  release: '另请人帮',
  take_over: '我来接着帮',
  deliver: '帮好了',
  confirm: '帮到了',
  not_yet: '还没有',
  withdraw: '不用了，撤回',
  renew: '还想要，再挂出来',
  ask_merge: '请他合到一起',
  refuse_merge: '还是分开',
  agree_merge: '好，合到一起',
  become_matter: '提成一件事，请社区来办',
  become_topic: '提成议题，和邻居一起谈',
}

export const WISH_LIST_LABELS: Record<WishList, string> = {
  waiting: '等人来帮',
  helping: '有人在帮',
  fulfilled: '圆了',
}

export const WISH_SCOPE_LABELS: Record<WishScope, string> = {
  building: '本楼的邻居',
  estate: '小区里的邻居',
  community: '全社区的邻居',
}

export const CONSENT_WAY_LABELS: Record<ConsentWay, string> = {
  in_person: '当面说的',
  by_phone: '电话里说的',
  in_writing: '写了字条',
}
