import { messageOf } from '#core/errors'
import { WISH_ACT_LABELS, CONTACT_DAYS, DELIVERY_DAYS, type WishPersonAct } from '#core/wishes'

/** What is said once an act is done. */
export const DONE_WORDS: Record<WishPersonAct, string> = {
  offer: '谢谢您！对方点了头，会马上告诉您',
  take_back_offer: '好的，收回了',
  decline_offer: '好的，替您谢过了',
  accept_offer: '好的，现在你们互相看得到电话',
  contact: '记下了',
  hand_back: '好的，让给别人了，谢谢您',
  release: '好的，再等人来帮',
  take_over: '好的，接着由您来帮',
  deliver: '辛苦了！等对方说一声',
  confirm: '心愿圆了，替您谢过了',
  not_yet: '知道了，会告诉来帮的人',
  withdraw: '好的，撤回了',
  renew: '好的，又挂出来了',
  ask_merge: '问过了，等说心愿的人回话',
  refuse_merge: '好的，还是分开',
  agree_merge: '好的，合到一起了',
  become_matter: '提上去了，有进展会告诉您',
  become_topic: '提上去了，够几户想谈，就请人召集',
}

/** What an act leads to, said before it is done. */
export const CONSEQUENCES: Partial<Record<WishPersonAct, string>> = {
  offer: `对方点头以后，你们才互相看得到电话。帮忙不谈钱；认下后 ${CONTACT_DAYS} 天内联系，${DELIVERY_DAYS} 天内帮好就行。`,
  take_back_offer: '收回以后就不等您了，没有什么影响；以后想帮，再说一声就行。',
  accept_offer: '点头以后，你们互相看得到电话，由他来联系您。别的邻居会知道这次不用了。',
  decline_offer: '会替您谢过他，不说为什么。',
  hand_back: '让给别人，不会有什么影响；心愿会再挂出来等人帮。',
  release: '会告诉他这次不用了，不算谁的错；心愿会再挂出来等人帮。',
  take_over: '以后由您来联系，您和说心愿的人互相看得到电话。',
  withdraw: '撤回以后邻居就看不到了；有人正在帮的，会告诉他不用了。',
  agree_merge: '合到一起以后，这个心愿就不再单独等人帮；也想要的邻居会知道。',
  become_matter: '提成一件事以后，由社区来办；也想要的邻居和大家说的话都跟着过去。',
  become_topic: '提成议题以后，和邻居一起谈怎么办；也想要的每一户都跟着过去，算附议。',
}

export const SHEET_WORDS = {
  send: '好了，说出去',
  thanksSend: WISH_ACT_LABELS.confirm,
  offerSend: WISH_ACT_LABELS.offer,
  noteOptional: '不写也行',
  asWhom: '用什么名义',
  asNickname: (name: string) => `我的称呼：${name}`,
  asNicknameText: '对方和邻居看得到',
  asResident: '一位邻居',
  asResidentText: '邻居不知道是谁；对方点头以后看得到电话',
  asOrganisationText: '由组织认下；您离开了，组织再换个人',
  photoAfter: '帮好的样子',
  photoThanks: '拍张照',
  day: '最晚哪天',
  mergeTarget: '合到哪里',
  mergeNew: '提成一件事',
  mergeNewText: '由社区来办',
  mergeTopic: '提成议题',
  mergeTopicText: '和邻居一起谈，也想要的每一户算附议',
  mergeBy: (name: string) => `${name}说的`,
  mergeNone: '现在没有能合的心愿',
  mergeFailed: '没打开别的心愿',
  mergeMissing: '请选合到哪里',
  service: '是哪一类事',
  reasonMissing: messageOf('REASON_REQUIRED'),
}

interface Ask {
  ask: string
  hint: string
  placeholder: string
}

const OPTIONAL = SHEET_WORDS.noteOptional

/** The question the words of an act answer. */
export const NOTE_ASKS: Partial<Record<WishPersonAct, Ask>> = {
  offer: { ask: '想跟对方说什么', hint: OPTIONAL, placeholder: '比如：我周末都在家，梯子可以送过去' },
  deliver: { ask: '帮了什么', hint: OPTIONAL, placeholder: '比如：挂号教会了，还写了张步骤' },
  confirm: { ask: '想说句谢谢吗', hint: OPTIONAL, placeholder: '比如：谢谢小周，换了个垫圈就好了' },
  not_yet: { ask: '还差什么', hint: OPTIONAL, placeholder: '比如：约了周六再来一次' },
  hand_back: { ask: '想说一声为什么吗', hint: OPTIONAL, placeholder: '比如：这阵子要出差，抱歉' },
  release: { ask: '想说一声为什么吗', hint: OPTIONAL, placeholder: '比如：时间总碰不上，谢谢您' },
  ask_merge: { ask: '为什么', hint: '说心愿的人会看到', placeholder: '比如：好几户都想学，合起来办一次课' },
}
