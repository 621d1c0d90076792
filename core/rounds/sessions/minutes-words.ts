import { fullDate, timeInWords } from '../../calendar'

/** What the printed minutes say, besides the notes themselves. */
export const MINUTES = {
  heading: '讨论记录',
  convener: (name: string) => `${name}召集`,
  printed: (moment: string) => `${moment} 打印`,
  when: (startsAt: string) => `${fullDate(startsAt)} ${timeInWords(startsAt)}`,
  signed: (name: string, at: string) => `${name}，${timeInWords(at)}`,
  nothing: '这一场还没有记录。',
  noSessions: '还没有开场次。',
  struck: (count: number) => `另有 ${count} 条划掉了，手机上看得到是谁划掉的。`,
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
  fileName: (question: string) => `讨论记录-${question}.pdf`,
} as const
