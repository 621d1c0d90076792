/** What a notice says in a list. */
export const NOTICE_CARD = {
  kind: '通知',
  pinned: '置顶',
  fresh: '新',
  withdrawn: '撤回了',
}
