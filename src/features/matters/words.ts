import type { DeskList, PersonAct } from '#core/matters'

/** What the pages about matters say; labels of states, acts and lists come from core. */
export const DETAIL_WORDS = {
  title: '事情进展',
  notOpened: '没打开这件事',
  where: '现在在',
  since: '从',
  until: '最晚',
  next: '接下来',
  reported: (day: string, mine: boolean) => `${mine ? '您' : ''}${day}报的`,
  seen: '邻居只看到是哪一类事和进展',
  wordsHidden: '报的人写的话，只有社区和办事的人能看到。',
  askReporter: '这件事，解决了吗？',
  askVerifier: '您去看过了吗？好了没有？',
  sending: '正在办…',
  stale: (message: string) => `${message}，这一页已经换成最新的了。`,
}

/** What is said once an act is done. */
export const DONE_WORDS: Record<PersonAct, string> = {
  acknowledge: '接下了，报的人看得到',
  decline: '说明发给报的人了',
  assign: '已经请他们去办',
  start: '好的，报的人知道您去办了',
  resolve: '结果写好了，请报的人看一眼',
  confirm: '好的，谢谢您告诉我们',
  dispute: '知道了，接着办',
  verify_passed: '记下了，这件事结束了',
  verify_failed: '记下了，接着办',
}

export const SHEET_WORDS = {
  teamTitle: '请谁去办',
  teamNearest: '最近，推荐',
  teamNone: '这里还没有可以请的队伍',
  teamNoneText: '请先让社区把网格员或物业登记上。',
  teamFailed: '没打开可以请的队伍',
  teamAsk: (name: string) => `请${name}来办`,
  outcomeAsk: '办得怎么样',
  outcomeMissing: '请选一下办得怎么样',
  noteAsk: '办了什么',
  noteHint: '大家都看得到',
  notePlaceholder: '比如：灯头换了两个，试过能亮',
  send: '写好了',
  sendReason: '发出去',
}

/** The question a reason answers. */
export const REASON_ASKS: Partial<Record<PersonAct, { ask: string; hint: string; placeholder: string }>> = {
  decline: {
    ask: '为什么，该找谁',
    hint: '报的人会看到',
    placeholder: '比如：划车位要业主一起决定，请先和业委会说',
  },
  dispute: { ask: '哪里还没好', hint: '办事的人会看到', placeholder: '比如：白天亮，晚上又不亮了' },
  verify_failed: { ask: '看到了什么', hint: '大家都看得到', placeholder: '比如：三楼的还不亮' },
}

export const MINE_WORDS = {
  title: '我报的事',
  empty: '您还没报过事',
  emptyText: '灯不亮、门坏了、楼道堆了东西，都可以说，谁在办、办到哪儿了，这里看得到。',
  report: '报一件',
  pick: '选一件看看',
  pickText: '点左边的一件，进展就在这里。',
  failed: '没打开您报的事',
}

export const WIDE_WORDS = {
  back: '返回',
  move: '上下换一件',
  open: '打开',
}

export const DESK_WORDS = {
  title: '工作台',
  home: '回首页',
  order: '等得久的在前',
  count: (label: string, count: string) => `${label} ${count}`,
  heading: (label: string, count: string) => `${label} ${count} 件`,
  lists: '看哪些',
  failed: '没打开工作台',
  pick: '选一件看看',
  pickText: '点左边的一件，或按 J、K 上下换，回车打开。',
  noDesk: '这里没有您的工作台',
  noDeskText: '有了职务，才有工作台。职务不对的话，请找社区说一声。',
}

/** What a row invites to, and what an empty list means. */
export const DESK_LIST_WORDS: Record<DeskList, { go: string; empty: string; emptyText: string }> = {
  unassigned: { go: '看看', empty: '都有人接了', emptyText: '有新的事报上来，会在这里，也会发消息给您。' },
  mine: { go: '去办', empty: '您手上没有事', emptyText: '请您这边办的事，会在这里。' },
  to_verify: { go: '去核实', empty: '没有等核实的', emptyText: '别人办完的事，您去看过以后在这里说一声。' },
}

export const REPORT_WORDS = {
  title: '报事',
  what: '什么事',
  whatPlaceholder: '比如：三楼的灯不亮',
  titleMissing: '请写一句话，说说是什么事',
  sortedBy: '按您写的，',
  sorted: (service: string) => `归到「${service}」`,
  change: '换一个',
  serviceSheet: '是哪一类事',
  more: '多说两句',
  moreHint: '不写也行',
  morePlaceholder: '从什么时候开始的？影响到谁？',
  where: '在哪儿',
  wherePick: '选一下在哪儿',
  whereMissing: '请选一下在哪儿',
  whereChange: '换地方',
  whereByCode: '您扫的码就在这儿',
  whereSheet: '换到哪儿',
  floors: '几楼',
  floorChoices: ['1 楼', '2 楼', '3 楼', '4 楼', '5 楼', '6 楼', '楼顶', '楼外'],
  floor: '再具体一点',
  floorHint: '不写也行',
  floorPlaceholder: '比如：3–4 楼之间、电梯口',
  seen: '您写的字和称呼，只有社区和办事的人看得到；邻居看到是哪一类事、办到哪儿了。',
  send: '报给社区',
  sendAfterCall: '打过了，也报给社区',
  sending: '正在报…',
  theCommunity: '当地社区',
  goesTo: (community: string) => `会送到${community}`,
  goesToAside: '，没网也不会丢',
  done: '报上去了，有人接了会告诉您',
  danger: '听着像有危险，请先打电话',
  dangerText: '先到安全的地方再打。闻到燃气味：不开灯、不点火，开窗，到楼下再打。',
  unsentOffline: '没连上网，还没报出去',
  unsent: '还没报出去',
  kept: '您写的字都存在手机里，不用重写。',
  again: '再试一次',
  edit: '改一改',
  later: '先回首页，字都留着',
  cannot: '先告诉我们是哪儿',
  cannotText: '站在那里扫一下门口的码，或绑定您的家，就能报了。',
  bind: '绑定我的家',
  scan: '扫门口的码',
  typeCode: '输入门口的码',
  failed: '没打开报事',
}
