import { dateInWords } from '../calendar'
import { lastDayToContact, lastDayToDeliver } from './periods'
import type { WishState } from './workflow'

/** Where a wish stands, as a page tells it. Instants as ISO text. */
export interface WishProgress {
  state: WishState
  mine: boolean
  helping: boolean
  organisationHelps: boolean
  helperName: string | null
  claimedAt: string | null
  contactedAt: string | null
  askedAgainAt: string | null
  /** Its helper left the organisation, which has until then to send another; null to who needn't know. */
  replaceUntil: string | null
  standsUntil: string | null
  offers: number
}

/** 等人来帮: the state in a few words, to its reader. */
export function wishStateInWords({
  state,
  askedAgainAt,
  helperName,
  mine = false,
  helping = false,
  replaceUntil,
}: Pick<WishProgress, 'state' | 'askedAgainAt' | 'helperName' | 'replaceUntil'> &
  Partial<Pick<WishProgress, 'mine' | 'helping'>>): string {
  const helper = helping ? '您' : (helperName ?? '一位邻居')
  const words: Record<WishState, string> = {
    submitted: '社区先看一眼，再给邻居看',
    published: '等人来帮',
    claimed: replaceUntil ? `${helper}在换人` : `${helper}在帮`,
    delivered: askedAgainAt
      ? '说是帮好了，还没等到回话'
      : `${helper}说帮好了，${mine ? '等您' : '等对方'}说一声`,
    fulfilled: '圆了',
    declined: '没有给邻居看',
    withdrawn: '说的人撤回了',
    expired: '到期了，先收起来了',
    merged: '合到别处了',
  }
  return words[state]
}

/** 最晚: until when the present step lasts; null where there is no such day. */
export function wishUntilInWords(wish: WishProgress): string | null {
  const { state, claimedAt, contactedAt, standsUntil, replaceUntil } = wish
  if (state === 'published' && standsUntil) return lastDayBefore(standsUntil)
  if (state === 'claimed' && replaceUntil) return `${lastDayBefore(replaceUntil)}换好人`
  if (state !== 'claimed' || !claimedAt) return null
  const last = contactedAt ? lastDayToDeliver(new Date(claimedAt)) : lastDayToContact(new Date(claimedAt))
  return `${dateInWords(last)}前${contactedAt ? '帮好' : '联系'}`
}

/** A period ends as its last day does. */
function lastDayBefore(end: string): string {
  return dateInWords(new Date(new Date(end).getTime() - 1))
}

/** What comes next, said to the reader. */
export function wishNextInWords(wish: WishProgress): string | null {
  const { state, mine, offers } = wish
  if (state === 'published' && mine)
    return offers > 0 ? '有人愿意帮，您点头以后，才互相看得到电话' : '有人愿意帮，会马上告诉您'
  if (state === 'published') return '有人愿意帮，由说心愿的人点头，才互相看得到电话'
  if (state === 'claimed') return nextOfClaim(wish)
  if (state === 'delivered') return mine ? '帮到了没有，请您说一声' : '等说心愿的人说一声'
  if (state === 'expired' && mine) return '还想要的话，点一下就再挂出来'
  if (state === 'submitted' && mine) return '一般当天就看；看过会告诉您'
  return null
}

function nextOfClaim({ mine, helping, organisationHelps, contactedAt, replaceUntil }: WishProgress): string {
  if (mine) return replaceUntil ? '组织另请一位来联系您；没有人来，就再挂出来等人帮' : '帮忙的人会联系您'
  if (helping) return contactedAt ? '帮好以后，请点「帮好了」' : '请先联系，联系上了点一下「联系上了」'
  if (organisationHelps)
    return replaceUntil
      ? '来帮的人离开了，请组织里换个人接着帮'
      : '您那边有人在帮，帮好以后由说心愿的人说一声'
  return '帮好以后，由说心愿的人说一声'
}

/** 到 5 户，可以…: what seconds lead to. */
export function secondsInWords(seconds: number, needed: number): string {
  if (seconds >= needed) return '够多邻居想要了，可以提成一件事，请社区来办'
  return `再有 ${needed - seconds} 户，就可以提成一件事，请社区来办`
}

/** Why money has no place here, said to who asks for it. */
export const NO_MONEY =
  '心愿里不谈钱：不借、不捐、不转账，免得有人上当。生活有困难，可以在「报事」里选「困难救助」，只有专人看得到'
