import { BOARD_NAME, TOPIC_KIND } from '#core/rounds'

/** What is said about topics. */
export const TOPIC_WORDS = {
  title: TOPIC_KIND,
  notOpened: '没打开这个议题',
  report: '举报这个议题',
  heading: '想谈什么',
  over: '谈了哪些',
  count: (count: number) => `${count} 个议题`,
  notLoaded: '议题没有载出来',
  none: '还没有人提议题',
  noneText: '想谈什么，先提一个，您家就算第一户',
  noneOver: '没有议题',
  propose: '提议题',
  proposing: '正在提',
  proposed: '提好了，您家算第一户',
  proposedWaiting: '提好了，社区看过再给邻居看',
  what: '想谈什么',
  whatHint: '一句话',
  whatPlaceholder: '比如：楼前加两张长椅',
  why: '为什么想谈',
  whyHint: '不写也行',
  named: '写上我的称呼',
  unnamed: '不写就是「楼里的一位住户」',
  missing: '请写一句想谈什么',
  seconded: '您家也想谈',
  secondDone: '好，您家算一户',
  takenBack: '好，您家不算了',
  sending: '正在发',
  by: (name: string) => `${name}提的`,
  secondFor: (title: string) => `我家也想谈：${title}`,
  mergedInto: (title: string) => (title ? `合到「${title}」里了` : '合到另一条里了'),
  seeTarget: '去看合到的那一条',
  tookIn: '合进来的议题',
  asks: (name: string, title: string) => `${name}想请您把这一条合到「${title}」里`,
  asked: (title: string) => `问过提的人，能不能合到「${title}」里，等他回话`,
  because: (reason: string) => `理由：${reason}`,
  onBoard: '还在有话大家说里，等邻居说想谈',
  hidden: '这段话现在邻居看不到',
  declined: (name: string) => `${name}说这次不谈`,
  outcome: '谈的结果',
  stale: (message: string) => `${message}，下面是现在的样子`,
}

/** What an act on a topic leads to, said before it is done. */
export const TOPIC_CONSEQUENCES = {
  withdraw: '撤回以后，说过想谈的邻居会知道。',
  ask_merge: '提的人答应了才合；合了以后，想谈的每一户都跟过去，各算一次。',
  agree_merge: '合了以后，想谈的每一户都跟过去，各算一次；这一页还留着，写明合到哪里。',
  refuse_merge: '还是各谈各的，问的人会知道。',
}

/** What is said once it is done. */
export const TOPIC_DONE = {
  withdraw: '撤回了',
  ask_merge: '问过了，等提的人回话',
  agree_merge: '好，合到一处了',
  refuse_merge: '好，还是分开',
}

export const MERGE_WORDS = {
  into: '合到哪一条里',
  reason: '为什么合到一起',
  reasonHint: '提的人会看到',
  reasonPlaceholder: '比如：说的是同一块空地',
  missingInto: '请选一条',
  noOther: '没有别的议题可以合',
}

/** What the board of a place says. */
export const BOARD_WORDS = {
  title: BOARD_NAME,
  failed: '没打开有话大家说',
  where: '看哪里的',
  lists: '看哪一些',
  none: { open: '还没有人提议题', over: '还没有谈过的议题' },
  noneText: {
    open: '想和邻居谈什么，先提一个，您家就算第一户',
    over: '谈过的、说明了为什么不谈的，都会留在这里',
  },
  unbound: '先绑定您的家',
  unboundText: '绑定以后，您那栋楼、您那个小区的议题都在这里。',
  bind: '绑定我的家',
  declined: (name: string) => `${name}说这次不谈`,
  seeRound: '看谈得怎么样了',
  declineAsk: '为什么不谈',
  declineHint: '大家都看得到',
  declinePlaceholder: '比如：物业月底就来装，不用再谈',
  declineNote: '说过想谈的每一户都会收到您的说明。',
  declinedDone: '说明了，想谈的邻居会收到',
  conveneAsk: '要谈的问题',
  conveneHint: '用大家听得懂的话问',
  conveneNote: '这里的每一户都算在内。先开起来，什么时候谈、在哪儿谈，下一步再定。说过想谈的邻居会收到消息。',
  convened: '开起来了，接着定时间、请邻居',
  missing: '请写一句要谈的问题',
  sending: '正在发',
}
