import { ROUND_KIND } from '#core/rounds'

/** What the page of a round says. */
export const ROUND_WORDS = {
  title: ROUND_KIND,
  notOpened: '没打开这一轮',
  convenes: (name: string, place: string) => `${name}召集 · ${place}`,
  stale: (message: string) => `${message}，下面是现在的样子`,
  code: '请谁接着召集',
  codeHint: '住在这里的，或在这里任职的；编号在对方的「我的」里',
  codeMissing: '请写上对方的编号',
  sending: '正在发',
  moreActs: '还可以',
  invited: (when: string) => `${when} 请过邻居了`,
  inviteAgain: '再请一次邻居',
  moreActsTitle: '还可以做什么',
  gate: {
    onward: { unmet: '走到下一步，还要', met: '都齐了，可以往下走' },
    toEnd: { unmet: '结束这一轮，还要', met: '都齐了，可以结束了' },
  },
  met: '好了',
  unmet: '还没好',
  report: '举报这轮讨论',
  standing: '这一轮的经过',
  when: '什么时候',
  where: '在哪儿',
  notSet: '还没定',
  scope: '哪些人家',
  follows: '接着上一轮谈',
  followedBy: '没谈完的，接着在谈',
  hidden: '这段话现在邻居看不到',
  seePhase: (phase: string) => `看看${phase}`,
  notYet: (phase: string) => `还没到${phase}这一步`,
}
