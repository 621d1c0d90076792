import { comingDayInWords, timeInWords, TODAY } from '../../calendar'
import type { SessionAct } from './policy'

/** 线上, instead of a place. */
export const ONLINE = '线上'

/** What a button says. */
export const SESSION_ACT_LABELS: Record<SessionAct, string> = {
  join: '我参加',
  leave: '不参加了',
  host: '我来主持',
  unhost: '换人主持',
  cancel: '不开这场',
}

/** 换到这场: joining while one is in another session at the same time. */
export const MOVE_HERE = '换到这场'
/** 我到了: joining by the code that hangs there. */
export const ARRIVED = '我到了'

const EVENING_FROM = 18

/** 今晚 19:30, 周六 10:00: when a slot begins. */
export function slotInWords(startsAt: string, now: Date): string {
  const time = timeInWords(startsAt)
  const day = comingDayInWords(startsAt, now)
  const isEvening = Number(time.split(':')[0]) >= EVENING_FROM
  return `${day === TODAY && isEvening ? '今晚' : day} ${time}`
}

interface Facts {
  where: string | null
  hostName: string | null
  people: number
}

/** 楼前 · 老吴主持 · 6 人. */
export function sessionFactsInWords({ where, hostName, people }: Facts): string {
  return [
    where ?? ONLINE,
    hostName === null ? '等人来主持' : `${hostName}主持`,
    ...(people > 0 ? [`${people} 人`] : []),
  ].join(' · ')
}

/** 今晚 19:30 开始，已写 12 条. */
export function notesInWords({ startsAt, notes }: { startsAt: string; notes: number }, now: Date): string {
  const began = new Date(startsAt) <= now
  const when = slotInWords(startsAt, now)
  const starts = began ? `${when} 开始的` : `${when} 开始`
  return notes === 0 ? `${starts}，还没人写` : `${starts}，已写 ${notes} 条`
}
