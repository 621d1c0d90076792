import type { DemandAct } from '#core/votes'

/** What the list of demands says. */
export const DEMANDS_WORDS = {
  title: '业主联名要求',
  failed: '没打开联名要求',
  kind: '联名要求',
  about: '一件事要业主一起定，可是没有人召集：五分之一的业主签了名，该召集的就要召集。',
  empty: '还没有联名要求',
  emptyText: '一件事要业主一起定，可是没有人召集，您可以写下来请大家签名。五位业主里有一位签名，就够了。',
  write: '写一份',
}

/** What the page of one demand says. */
export const DEMAND_WORDS = {
  title: '联名要求',
  failed: '没打开这份联名要求',
  signed: '您签了名',
  signedMeter: (signed: number, needed: number) => `签名的业主：${signed} 位，要到 ${needed} 位`,
  byName: (name: string) => `${name}写的`,
  seeVote: '看看这次表决',
  seeVoid: '看看作废的那次表决',
  whyHidden: '看看为什么，请人再看看',
  convene: '召集表决',
  conveneNote: '签名够了，要由您这边召集。召集的内容已经替您写进草稿，您再补上日子和要定的事。',
  answered: '答复',
  answeredBy: (name: string, when: string) => `${name}，${when}`,
  answerNote: '答复只是说明，签名还算数，照样等着召集。',
  done: '好了',
  sending: '正在办…',
  ask: '为什么不召集，或什么时候召集',
  askMissing: '请写一句，让签名的业主明白',
  answer: '答复',
  cancel: '先不答复',
  signers: '签名的是这些房子',
  signersNote: '给您核对用，请不要外传。共有的几位业主只算一位。',
  signersFailed: '没打开签名的房子',
  signersEmpty: '没有签名',
}

/** What is asked before it is done. */
export const ASKED_FIRST: Record<Exclude<DemandAct, 'answer'>, string> = {
  sign: '',
  take_back: '签名够数以前，随时可以再签。',
  withdraw: '撤回以后，大家的签名就都不算了。',
}

/** What the form says. */
export const NEW_DEMAND = {
  title: '写联名要求',
  failed: '没打开',
  about: '写下要请业主一起定的事。写的时候，您自己就签上了名。',
  where: '请哪里的业主一起定',
  what: '要表决什么',
  whatHint: '一句话',
  why: '为什么，想怎么办',
  note: '社区里的人都看得到写的话，署「哪里的一位业主」，不写名字。不要写电话和别人的名字。',
  send: '写好了，签上名',
  sending: '正在写…',
  done: '写好了，您也签上了名',
  cannot: '没有您能写的地方',
  cannotText: '住处绑定为业主，或业主登记里的手机是您的，才能写。',
  bind: '去看看我的住处',
  missing: {
    placeId: '请选一个地方',
    title: '请写一句要表决什么',
    text: '请写几句为什么，好让邻居明白',
  },
}
