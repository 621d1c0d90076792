/** On which page, by which button, and what it is called. */
export type Layer = [page: string, opener: string | RegExp, name: string | RegExp]

/** What lies over the pages of rounds, for who lives there and for who convenes. */
export const ROUND_LAYERS: Record<string, Layer[]> = {
  阿梅: [
    ['round', '提议题', '提议题'],
    ['roundInDiscussion', '补一句我的想法', '补一句我的想法'],
    ['roundInAction', '我来办一件事', '我来办一件事'],
    ['session', /^改一改/, '改这一条'],
    ['session', /^划掉/, '划掉这一条？'],
    ['roundOpinions', /^改一改/, '改成'],
    ['board', '提一个议题', /议题/],
  ],
  陈阿姨: [
    ['round', '还可以', '还可以做什么'],
    ['round', /^请他合到一起/, '请他合到一起'],
    ['roundInDiscussion', /^写下谈出了什么/, '晾衣服和停自行车，怎么分开'],
    ['sessionBoard', '加一场', '加一场'],
    ['sessionBoard', /^挪一挪/, '挪到什么时候、哪里'],
    ['roundInAction', '记下一件要办的事', '记下一件要办的事'],
    ['roundItem', '说说进展', '说说进展'],
    ['roundItem', '还可以', '还可以做什么'],
    ['roundItem', '记一笔', '记一笔'],
    ['roundItem', /^记错了，冲掉/, '冲掉这一笔'],
    ['conveneRound', /^哪一天/, '哪一天'],
  ],
}
