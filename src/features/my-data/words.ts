/** Every sentence of one's own data, and of closing the account. What goes and what stays is core's. */
export const MY_DATA = {
  title: '我的数据',
  failed: '没打开您的数据',
  copyTitle: '拿一份我的数据',
  copyText:
    '这里存着的、关于您的全部内容：写过的话、报过的事、照片、住处、手机号、谁看过您的电话。是一个压缩文件，电脑上点开就能看。',
  ask: '做一份',
  askBusy: '正在记下…',
  askAgain: '再做一份新的',
  making: '正在做，做好了在消息里告诉您。可以先离开这里。',
  ready: (size: string, until: string) => `做好了，${size}，存到 ${until}`,
  download: '下载',
  downloadBusy: '正在下载…',
  downloaded: '下载好了。手机打不开压缩文件，发到聊天里，再在电脑上打开。',
  share: '发到微信聊天里',
  copy: '复制地址，用电脑打开',
  copyBusy: '正在准备地址…',
  copied: (minutes: number) => `地址复制好了，${minutes} 分钟内有效`,
  notCopied: '没复制上，请再点一次',
  private: '里面有您的手机号和住处，请不要发给别人。',
  homes: '我的家',
  homesText: '搬走了，在这里说一声',
  sessions: '登录的设备',
  contactReadings: '谁看过我的电话',
  consents: '我的同意',
  close: '注销账号',
  closeText: '先看看什么会没有，什么会留下',
}

export const CLOSE = {
  title: '注销账号',
  failed: '没打开这一页',
  what: (days: number) => `说了注销，等 ${days} 天才真的注销。这期间重新登录，就是不注销了。`,
  goes: '会没有的',
  stays: '会留下的，和为什么',
  words: '您对邻居说过的话',
  wordsMissing: '请先选一个',
  type: '真要注销，请写上「注销」',
  typed: '注销',
  typeMissing: '请写上「注销」两个字',
  submit: (days: number) => `${days} 天后注销`,
  busy: '正在记下…',
  question: '要注销账号吗？',
  questionText: (days: number) => `别的设备现在就退出。${days} 天里重新登录，就是不注销了；过了就找不回来。`,
  yes: '注销',
  no: '先不注销',
  done: '记下了',
  pending: (day: string) => `您的账号 ${day} 注销`,
  pendingText: '改主意了，点下面的「不注销了」，或重新登录一次。',
  keep: '不注销了',
  keepBusy: '正在改回来…',
  kept: '不注销了，都还在',
  officesTitle: '您还担着职务',
  officesText:
    '交回职务以后才能注销，不然找您办事的人会没人管。您是唯一担着这个职务的人的话，先请社区找到接手的人。',
  toOffices: '去交回职务',
}

const MB = 1024 * 1024

/** 1.5 MB, as one reads it: never less than 0.1. */
export function sizeInWords(bytes: number): string {
  return `约 ${Math.max(0.1, bytes / MB).toFixed(1)} MB`
}
