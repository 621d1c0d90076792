import { ALLOWED, refused, type Decision } from '../permissions'

/**
 * 注销 waits so many days: whoever signs in again meanwhile keeps the account. Well under the fifteen working days that
 * app stores and regulators ask for. ○
 */
export const CLOSING_DAYS = 7

/** What stands where the name of somebody who closed their account stood. Nobody may take it as a nickname. */
export const CLOSED_NAME = '已注销的住户'

/** What happens to what one said to neighbours: it stays without the name, or goes. */
export const WORDS_CHOICES = ['keep', 'delete'] as const
export type WordsChoice = (typeof WORDS_CHOICES)[number]

const DAY_MS = 86_400_000

/** When an account that is closed now really goes. */
export function closingDueAt(now: Date): Date {
  return new Date(now.getTime() + CLOSING_DAYS * DAY_MS)
}

/** 注销: never while an office is held, so that nobody's duty is left lying; it is given back first. */
export function canClose({ offices }: { offices: number }): Decision {
  return offices > 0 ? refused('OFFICE_HELD') : ALLOWED
}

interface Consequence {
  what: string
  why: string
}

/** What goes when an account is closed, as the page says it before. */
export const CLOSING_GOES: readonly Consequence[] = [
  { what: '登录、称呼和手机号', why: '别人再也找不到您，用同一个微信再来就是一个新人。' },
  { what: '绑定的住处', why: '和您自己搬走一样：家里人会知道您不在这一户了。' },
  { what: '消息、消息设置、不看谁的话、我的同意', why: '只跟您有关，一起删掉。' },
  { what: '传了没用上的照片、没下载的数据', why: '没有别人看过，一起删掉。' },
  { what: '谁做的、为什么的记录', why: '您作为住户办过的事，记录里不再留您的名字和写的原因。' },
]

/** What stays and why. */
export const CLOSING_STAYS: readonly Consequence[] = [
  {
    what: '您报过的事',
    why: `办过的事要查得到，所以留着，写的是「${CLOSED_NAME}」。还在办的：有邻居也遇到，就由最早的那位接着；没有，就撤回。`,
  },
  { what: '邻居还要看的话', why: `由您选：名字换成「${CLOSED_NAME}」留着，或者全部删掉。` },
  { what: '担任职务时办的事', why: '公家的事是谁办的，以后也要查得到；其中的名字是职务上的称呼。' },
  { what: '举报过谁的话', why: '社区当时为什么那样定，要查得到；不写是谁举报的。' },
  { what: '登录的网络地址', why: '网络安全法要求留六个月，加密单独存着，到期自动删掉。' },
]

/** What is asked about one's own words. */
export const WORDS_CHOICE_LABELS: Record<WordsChoice, { title: string; text: string }> = {
  keep: { title: '话留着，不留名字', text: `邻居接着说过的，前后还看得懂；写的是「${CLOSED_NAME}」` },
  delete: { title: '我说过的话也都删掉', text: '删了找不回来；邻居看过的地方会留一句「已删掉」' },
}
