import { dateInWords } from '../calendar'
import { bylawTitleInWords } from './bylaw-words'
import type { DecidingCount } from './deciding'
import { DELIVERY_CONTEST_DAYS, type DeliveryAct } from './deliveries'
import type { DeliveryHow } from './delivery-ways'
import type { BylawInForce, DeliveryNote } from './silence-view'

/** How it reached them, as a choice of the form. */
export const DELIVERY_HOW_LABELS: Record<DeliveryHow, string> = {
  handed: '当面签收',
  posted: '邮寄',
  acknowledged: '本人确认收到',
}

/** What a button says. */
export const DELIVERY_ACT_LABELS: Record<DeliveryAct, string> = {
  contest: '我没有收到',
  take_back: '登记错了，收回',
}

/** Why a proof ended. */
export const DELIVERY_ENDED_WORDS = {
  contested: '本人说没有收到',
  roll: '名册改了，不在名册上了',
  revised: '表决收回去改了，要重新送',
  withdrawn: '表决不办了',
} as const

/** 7月3日（周五）邮寄，单号 XA123: when and how it reached one. */
export function deliveryInWords({ how, at, number }: Pick<DeliveryNote, 'how' | 'at' | 'number'>): string {
  const words = `${dateInWords(at)}${DELIVERY_HOW_LABELS[how]}`
  return number === null ? words : `${words}，单号 ${number}`
}

/** What a voter may add who says that nothing came. */
export const CONTEST_ASKED = '再说两句怎么回事'

/** 本人说没有收到：我这周不在家: what who records and who decides about the roll read. */
export const contestedInWords = (words: string | null): string =>
  words === null ? DELIVERY_ENDED_WORDS.contested : `${DELIVERY_ENDED_WORDS.contested}：${words}`

/** 送到 12/48. */
export const deliveredInWords = ({ delivered, of }: { delivered: number; of: number }): string =>
  `${delivered}/${of}`

/** The choice of the form, and what everybody reads before voting. */
export const silenceInWords = (bylaw: Pick<BylawInForce, 'title'>): string =>
  `没交票的，按${bylawTitleInWords(bylaw.title)}算到票多的一边`

/** What it demands. */
export const SILENCE_DEMANDS = [
  '选票要一位一位送到，登记凭证：当面签收的照片，邮寄的单号，或本人在手机上确认收到。',
  '没有送到的，没交票就不算。',
  `开始投票前 ${DELIVERY_CONTEST_DAYS} 天起，别人不能再登记送达，留给没收到的人说一声；本人确认收到，到开始投票为止。`,
  '两个结果都公布：只算交了票的，和算上没交票的。算上没交票的那个算数。',
] as const

/** What a voter is told before voting. */
export const silenceWarning = (bylaw: Pick<BylawInForce, 'title'>): string =>
  `选票送到了、到截止没交票的，按${bylawTitleInWords(bylaw.title)}算到票多的一边。不想这样，就请交一票，弃权也行。`

/** Over each of two results: which one decides, and why. */
export function decidingInWords(
  shown: DecidingCount,
  decidedBy: DecidingCount,
  bylaw: Pick<BylawInForce, 'title'> | undefined,
): string {
  if (shown !== decidedBy)
    return shown === 'raw'
      ? '只算交了票的。列出来对照，不以它为准。'
      : '没有备案的规约，列出来对照，不以它为准。'
  if (shown === 'raw') return '只算交了票的，以它为准。'
  return `以它为准：${bylaw ? `${bylawTitleInWords(bylaw.title)}备过案` : '规约备过案'}，选票送到了没交票的，算到票多的一边。`
}
