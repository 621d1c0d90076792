import { NOTICE_TEXT_LENGTH, PIN_DAYS, PIN_SLOTS } from '#core/notices'
import type { WordsState } from '#core/moderation'

/** Every sentence of notices. */
export const NOTICE_LIST = {
  title: '通知',
  failed: '没打开通知',
  notRefreshed: '没刷新成，下面还是刚才的。',
  here: '给我的',
  mine: '我发的',
  lists: '看哪些通知',
  pinned: '置顶',
  others: '最近',
  empty: '还没有通知',
  emptyText: '停水停电、开会、活动，社区和楼栋长会发在这里。',
  emptyMine: '您还没发过通知',
  emptyMineText: '停水停电、开会、活动，发一条，住在那里的人都收得到。',
  publish: '发通知',
}

export const NOTICE_DETAIL = {
  openApp: '想说两句、看照片，请点下面的「前往小程序」。',
  title: '通知',
  failed: '没打开这条通知',
  to: (place: string) => `发给${place}`,
  counts: (readers: number, told: number) => `已读 ${readers} 人 / ${told} 人`,
  countsNote: '只看得到人数，看不到是谁。',
  telling: '正在告诉大家',
  withdrawn: '通知撤回了',
  pinnedUntil: (day: string) => `置顶到${day}`,
  toBePinned: (day: string) => `住户看得到、又有空位的话，置顶到${day}`,
  pin: '置顶',
  unpin: '不再置顶',
  withdraw: '撤回通知',
  withdrawDone: '撤回了',
  pinDone: '置顶了',
  unpinDone: '不再置顶了',
  photo: '通知里的照片',
  withdrawTitle: '撤回这条通知',
  reason: '为什么撤回',
  reasonHint: '大家都看得到',
  reasonPlaceholder: '如：停水改到下周四',
  pinTitle: '置顶几天',
  pinNote: `一个地方最多置顶 ${PIN_SLOTS.length} 条，最长 ${PIN_DAYS} 天。`,
  sending: '正在办…',
}

/** What the author and moderators are told of a notice that residents don't see. */
export const NOTICE_STATES: Record<WordsState, string | null> = {
  shown: null,
  waiting: '等社区看过以后，住户才看得到',
  hidden: '社区收起来了，住户看不到',
  staff_only: '住户还看不到：请先验证手机号，并同意让邻居看到您写的话',
}

export const PUBLISH = {
  label: (title: string) => `通知：${title}`,
  open: '谁都可以看',
  openText: '打开后，可以转到朋友圈，没登录的人也看得到字；照片和姓名看不到。',
  title: '发通知',
  to: '发给谁看',
  toHint: '住在那里的人都收得到',
  smaller: '选小一点的地方',
  choosePlace: '发给哪里',
  what: '标题',
  whatPlaceholder: '如：周四 9:00 到 11:30 停水',
  text: '内容',
  textPlaceholder: '时间、地点、要大家做什么',
  textHint: `${NOTICE_TEXT_LENGTH} 字以内`,
  pin: '置顶',
  pinText: '在首页和通知的最上面',
  days: '置顶几天',
  send: '发出去',
  sending: '正在发…',
  sent: '发出去了',
  missingTitle: '请写个标题',
  missingText: '请写上要通知什么',
  note: '发出去以后不能改；写错了可以撤回，再发一条。',
  cannot: '您在这里不能发通知',
  cannotText: '楼栋长、业委会、居委会和社区工作人员可以发。',
  home: '回首页',
  failed: '没打开',
}

/** 3 天: a choice of days on top. */
export const daysInWords = (days: number): string => `${days} 天`
