import { SESSION_ACT_LABELS, type SessionAct } from '#core/rounds'

/** What is said of the sessions of a discussion. */
export const SESSIONS = {
  title: '来哪一场',
  titleOver: '谈过的各场',
  topics: (count: number) => `${count} 个议题`,
  moveNote: '换场随时可以',
  over: '开过了',
  seeNotes: '看记录',
  joined: '已参加',
  empty: '场次还没排，排好了会告诉您',
  emptyOver: '那时没有开场次',
  emptyConvene: '把议题排成一场一场：什么时候、在哪儿谈',
  arrange: '排场次',
  notOpened: '没打开各个场次',
  mine: '去我这场，一起写记录',
  sending: '正在发',
  unknownTopic: '一个收起来的议题',
  of: (act: string, title: string) => `${act}：${title}`,
}

/** What is said once a button of a session was pressed. */
export const SESSION_DONE: Record<SessionAct, string> = {
  join: '好的，到时候见',
  leave: '好的，不参加这场了',
  host: '好的，这场由您主持',
  unhost: '好的，等人来主持',
  cancel: '这场不开了，参加的人会收到消息',
}

/** What is asked first, where others are told of it. */
export const SESSION_ASKED: Partial<Record<SessionAct, string>> = {
  host: '大家会看到您的称呼。您可以亮出这场的码，也可以划掉写错的记录。',
  cancel: '参加的人会收到消息，他们可以换一场。',
}

/** What the page of one session says. */
export const SESSION_WORDS = {
  title: '一起写记录',
  notOpened: '没打开这一场',
  cancelled: '这一场不开了',
  arrivedHere: '您到了',
  seeTopic: '看看这个议题',
  seeRound: '看看整个讨论',
  showCode: '亮出这场的码',
  codeTitle: '这场的码',
  codeText: '到场的人用手机扫一下，点「我到了」就参加了',
  codeName: '这一场的二维码',
  codeFailed: '码没有打开，请再试一次',
  loading: '正在打开',
  notes: '记录',
  notesCount: (count: number) => `${count} 条`,
  noNotes: '还没人写。想到什么、听到什么，一句一句写下来',
  noNotesOver: '这一场没有记录',
  write: '写一句',
  writeHint: '几个人可以一起写，谁的都不会丢',
  writePlaceholder: '比如：放在南边，冬天有太阳',
  add: '写上去',
  missing: '请先写一句',
  label: (text: string) => `记录：${text}`,
  edit: '改一改',
  editTitle: '改这一条',
  editNote: '原来写的留着，大家都能看到改过什么',
  save: '改好了',
  strike: '划掉',
  strikeTitle: '划掉这一条？',
  strikeText: '划掉的还看得到，也看得到是谁划掉的。',
  struckBy: (name: string) => `${name}划掉了`,
  edited: '改过',
  before: '看看原来写的',
  hideBefore: '收起原来写的',
  waiting: '社区看过以后，大家才看得到',
  hidden: '这一条社区收起来了',
  done: '写上去了',
  behind: '刚才没有连上，正在接着看',
  ofNote: (act: string, text: string) => `${act}：${text}`,
  as: '署名',
}

/** Printing the minutes. */
export const MINUTES_WORDS = {
  make: '打印记录',
  makeAll: '打印各场的记录',
  open: '打开记录',
  busy: '正在做',
  failed: '没打开，请再点一次',
}

/** The board of places and times, for who convenes. */
export const BOARD = {
  title: '排场次',
  intro: '同一个地方、同一个时间只排一场；线上可以同时好几场。',
  wideHint: '可以拖着卡片换时间和地点，也可以点「挪一挪」',
  add: '加一场',
  move: '挪一挪',
  moveTitle: '挪到什么时候、哪里',
  addTitle: '加一场',
  save: '排好了',
  topic: '谈哪个议题',
  topicMissing: '请选一个议题',
  noTopics: '先要有议题，才好排场次',
  day: '哪天',
  time: '几点',
  timePlaceholder: '19:30',
  timeHint: '24 小时，比如 19:30',
  timeWrong: '请写成 19:30 这样',
  where: '在哪里',
  wherePlaceholder: '比如：楼前、活动室',
  online: '在线上谈',
  host: SESSION_ACT_LABELS.host,
  hostText: '不选，就等一位邻居来主持',
  notYours: '场次由召集人来排',
  saved: '排好了',
  empty: '还没有排。先加一场，再看还缺什么',
}
