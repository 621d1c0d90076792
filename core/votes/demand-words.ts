import { dateOf, dayInWords } from '../calendar'
import { signersNeeded, type DemandAct, type DemandState } from './demands'
import { daysBetween } from './periods'

/** What a button says. */
export const DEMAND_ACT_LABELS: Record<DemandAct, string> = {
  sign: '我签名',
  take_back: '收回签名',
  withdraw: '撤回，不要求了',
  answer: '写一句答复',
}

/** Where the threshold comes from, in small type. */
export const DEMAND_SOURCE =
  '《业主大会和业主委员会指导规则》第二十一条：百分之二十以上的业主提议，要召集表决'

/** What one has to know before signing. */
export const DEMAND_SIGNING_WORDS =
  '签名够了以后，召集表决的人看得到是哪一套房签的，好核对；邻居只看得到一共几位，看不到是谁。'

/** What a message calls a demand whose words neighbours don’t see. */
export const DEMAND_UNNAMED = '一份联名要求'

/** How neighbours sign a demand: by its place, never by name. */
export const ownerName = (placeName: string): string => `${placeName}的一位业主`

interface Standing {
  state: DemandState
  endsAt: string
  metAt: string | null
  /** Since the vote that it led to is void. */
  waitsSince: string | null
}

/** Whole days in Shanghai since the signatures were enough, or the vote became void. */
function demandWaitedDays(since: string, now: Date): number {
  return daysBetween(dateOf(new Date(since)), dateOf(now))
}

/** Where a demand stands, in a line. */
export function demandStateInWords({ state, endsAt, metAt, waitsSince }: Standing, now: Date): string {
  if (state === 'met' && waitsSince !== null) {
    const days = demandWaitedDays(waitsSince, now)
    return days === 0 ? '表决作废了，今天起重新等着召集' : `表决作废了，重新等了 ${days} 天`
  }
  if (state === 'met' && metAt !== null) {
    const days = demandWaitedDays(metAt, now)
    return days === 0 ? '签名够了，今天起等着召集' : `签名够了，已经等了 ${days} 天`
  }
  return state === 'open' ? `正在收签名，到${dayInWords(endsAt, now)}为止` : DEMAND_STATE_WORDS[state]
}

/** Where a demand stands, without its days. */
export const DEMAND_STATE_WORDS: Record<DemandState, string> = {
  open: '正在收签名',
  met: '签名够了，等着召集',
  convened: '已经召集表决',
  expired: '到日子没有够',
  withdrawn: '写的人撤回了',
}

/** 已有 3 位业主签名，要 5 位（共 24 位）. */
export function signedInWords({
  personsSigned,
  personsOf,
}: {
  personsSigned: number
  personsOf: number
}): string {
  return `已有 ${personsSigned} 位业主签名，要 ${signersNeeded(personsOf)} 位（一共 ${personsOf} 位）`
}
