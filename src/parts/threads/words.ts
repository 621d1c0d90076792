import { A_RESIDENT, type SubjectKind } from '#core/threads'

/** What the thread of a thing says, and its sheets; labels of states and concerns come from core. */
export const THREAD = {
  title: '大家说',
  count: (count: number) => `${count} 条`,
  countMore: (count: number) => `${count} 条以上`,
  failed: '没打开大家说的话',
  empty: '还没有人说话。有什么情况、看法，可以在这里说。',
  say: '说两句…',
  deleted: '这里有一句话，写的人删掉了',
  hidden: '这里有一句话，社区收起来了',
  note: '内部备注，住户看不到',
  official: '工作人员',
  to: (names: readonly string[]) => `对${names.join('、')}说`,
  thanks: '谢谢',
  thanksCount: (count: number) => `谢谢 ${count}`,
  takeBack: '收回谢谢',
  reply: '回复',
  more: '更多',
  ofWhom: (act: string, name: string) => `${act}，${name}的话`,
}

export const SAY = {
  title: '说两句',
  replyTitle: (name: string) => `回复${name}`,
  ask: '您想说什么',
  label: (text: string) => `说两句：${text}`,
  hint: '最多五百字',
  placeholders: {
    matter: '比如：我家这层也不亮',
    wish: '比如：我妈也想学，能不能一起教',
    notice: '比如：大概几点能来水',
    vote: '比如：车位能不能画在门外',
  } satisfies Record<SubjectKind, string>,
  missing: '请写一句话再发',
  as: '怎么称呼您',
  resident: A_RESIDENT,
  photos: '配张照片',
  remind: (who: string) => `提醒${who}`,
  signs: (name: string) => `会写上您的名字和职务：${name}`,
  noteSwitch: '仅内部备注',
  noteSwitchText: '打开后，只有社区和办事的人看得到',
  noteOn: '这是内部备注，住户看不到。',
  send: '发出去',
  sendNote: '记下内部备注',
  sending: '正在发…',
  done: '说好了',
  noted: '备注记下了',
  seen: (note: string) => `发出去了。${note}`,
}

export const MENU = {
  title: '这句话',
  report: '举报这句话',
  block: '不再看这个人的话',
  delete: '删掉这句话',
  deleteAsk: '删掉这句话？',
  deleteText: '大家会看到这里有一句删掉的话，看不到写了什么。删了不能恢复。',
  deleteYes: '删掉',
  deleteNo: '留着',
  deleted: '删掉了',
  blockAsk: '不再看这个人的话？',
  blockText: '这个人说的话您都看不到了，对方不会知道。在「我的」里可以改回来。',
  blockYes: '不看了',
  blockNo: '先不',
  blocked: '好的，以后看不到这个人的话了',
}

export const REPORT = {
  link: '举报这段话',
  title: '举报',
  ask: '哪里不合适',
  askMissing: '请选一个原因',
  note: '再说两句',
  noteHint: '不写也行',
  notePlaceholder: '比如：写了我家的电话',
  quiet: '谁举报的，写的人不会知道。社区会有人来看。',
  send: '举报',
  sending: '正在发…',
  done: '收到了，社区会有人来看',
}

export const LOCK = {
  on: (name: string) => `${name}：先不让接着说了`,
  lock: '先不让接着说',
  unlock: '可以接着说了',
  label: '为什么',
  placeholder: '比如：修好了，先说到这里',
  hint: '大家都看得到',
  sending: '正在办…',
  locked: '好的，先不让接着说了',
  unlocked: '好的，大家可以接着说了',
}
