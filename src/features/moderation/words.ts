import type { CaseSource, HiddenItem } from '#core/moderation'

/** What the pages about words that are looked at, hidden or not listened to say; labels come from core. */
export const QUEUE = {
  title: '看看合不合适',
  failed: '没打开等着看的话',
  order: '等得久的在前',
  empty: '没有等着看的话',
  emptyText: '有人举报，或有话拿不准能不能给邻居看，会在这里，也会发消息给您。',
  notMine: '这里不归您看',
  notMineText: '社区工作人员才能看这些话。职务不对的话，请找社区说一声。',
  home: '回首页',
  pick: '选一段看看',
  pickText: '点左边的一段，原话和大家怎么说都在这里。',
  standsAt: (about: string) => `写在「${about}」`,
  reports: (count: number) => `${count} 人举报`,
  look: '看看',
  lookAt: (about: string) => `看看，写在「${about}」的话`,
  gone: '写的人自己删掉了',
}

export const SOURCE_WORDS: Record<CaseSource, string> = {
  check: '拿不准，等人看',
  report: '有人举报',
  appeal: '写的人请再看看',
}

export const CASE = {
  failed: '没打开这段话',
  original: '原话',
  why: '可能有问题的地方',
  said: '举报的人说',
  report: (concern: string, note: string | null) => (note ? `${concern}：${note}` : concern),
  hidden: '上次收起来的原因',
  appeal: '写的人说',
  open: '看看写在哪儿',
  decided: '已经有人看过了',
  sameModerator: '这段话是您收起来的，请另一位工作人员来看。',
  reasonLabel: '为什么',
  reasonHint: '写的人看得到',
  reasonPlaceholder: '比如：写了别人家的电话，请去掉再发',
  sending: '正在办…',
  done: '好的，记下了',
  stale: (message: string) => `${message}，这一页已经换成最新的了。`,
}

export const HIDDEN = {
  title: '被收起来的话',
  failed: '没打开被收起来的话',
  empty: '您的话都没有被收起来',
  emptyText: '您写的话如果被社区收起来了，这里看得到为什么，也可以请另一位工作人员再看看。',
  reason: '原因',
  hiddenAt: '什么时候',
  since: (day: string) => `${day}，邻居看不到`,
  until: (day: string) => `最晚${day}`,
  appeal: '请人再看看',
  appealLabel: '您想说什么',
  appealHint: '不写也行，另一位工作人员会看',
  appealPlaceholder: '比如：这是我自己家的电话',
  sending: '正在发…',
  done: '好的，会请另一位工作人员看',
  open: '看看写在哪儿',
  refusedReason: '再看的人说',
}

export const APPEAL_WORDS: Record<HiddenItem['appeal'], string> = {
  open: '可以请另一位工作人员再看看',
  waiting: '已经请另一位工作人员在看了',
  refused: '另一位工作人员也看过了，还是收起来',
  over: '可以请人再看的日子过了',
}

export const BLOCKS = {
  title: '不看谁的话',
  failed: '没打开这一页',
  empty: '大家的话您都看得到',
  emptyText: '谁说的话您不想看，可以在那句话的「更多」里选不再看。',
  since: (day: string) => `${day}起不看`,
  unblock: '又看这个人的话',
  unblockOf: (name: string) => `又看${name}的话`,
  done: '好的，又能看到了',
}
