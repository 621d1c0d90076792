/** What the inbox says around its messages, which core words. */
export const INBOX_WORDS = {
  title: '消息',
  failed: '没打开消息',
  notRefreshed: '没刷新成，下面还是刚才的。',
  earlier: '更早',
  readAll: '全部看过',
  empty: '还没有消息',
  emptyText: '您报的事有了进展，会在这里告诉您。',
  home: '回首页',
  elsewhere: (community: string) => `${community}有新消息`,
  elsewhereText: '点一下，换到那个社区看',
  several: (when: string, count: number) => `${when} · 有 ${count} 条新的`,
  choices: '消息设置',
  choicesText: '哪些马上告诉我，哪些每天一次',
  notMarked: '没能标成看过，等会儿再试。',
}
