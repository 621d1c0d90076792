import { z } from 'zod/mini'
import { dayInWords, timeInWords, TODAY } from '../calendar'
import { id, instant } from '../contract'
import { BINDINGS } from './bulletin-format'
import { ELECTORATES } from './vote'

/** What of a vote waits for its reader. */
export const toCast = {
  /** Of those on the roll that the reader votes for, by right or by an accepted proxy: how many have not voted. */
  toCast: z.int(),
  /** The names of those among them for whom it is by proxy. */
  byProxyFor: z.array(z.string()),
}

/** A vote that waits for the reader, on the first page. */
export const voteToCast = z.object({
  voteId: id,
  title: z.string(),
  closesAt: instant,
  electorate: z.enum(ELECTORATES),
  binding: z.enum(BINDINGS),
  ...toCast,
})
export type VoteToCast = z.output<typeof voteToCast>

type ToCast = Pick<VoteToCast, 'toCast' | 'byProxyFor'>

/** 替 3号楼 501: for whom what waits is to be cast; undefined: the reader’s own is among it, and comes first. */
export function castForInWords({ toCast: count, byProxyFor }: ToCast): string | undefined {
  return count > 0 && count === byProxyFor.length ? `替 ${byProxyFor.join('、')}` : undefined
}

/** 今晚 20:00 前投票, or 前替 3号楼 501 投票: what waits. Voting ends in the evening (`CLOSING_HOUR`). */
export function castByInWords(vote: ToCast & Pick<VoteToCast, 'closesAt'>, now: Date): string {
  const day = dayInWords(vote.closesAt, now)
  const forWhom = castForInWords(vote)
  return `${day === TODAY ? '今晚' : day} ${timeInWords(vote.closesAt)} 前${forWhom ? `${forWhom} ` : ''}投票`
}

/** 您还没投, 您还没替 3号楼 501 投, 您还有 2 票没投; undefined: nothing waits. */
export function toCastInWords(vote: ToCast): string | undefined {
  if (vote.toCast === 0) return undefined
  const forWhom = castForInWords(vote)
  if (forWhom) return `您还没${forWhom} 投`
  return vote.toCast === 1 ? '您还没投' : `您还有 ${vote.toCast} 票没投`
}
