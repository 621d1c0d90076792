import type { BallotVoidReason } from './joint'
import type { EnvelopeState } from './paper'

/** What the code on a printed ballot begins with. */
const BALLOT_MARK = 'LINLI-BALLOT'

/** LINLI-BALLOT <voteId> <number>: what the code on a printed ballot says. */
export const ballotCode = (voteId: string, number: number): string => `${BALLOT_MARK} ${voteId} ${number}`

/** Of what a number of an envelope is made; nine digits at most. */
const NUMBER = /^[1-9]\d{0,8}$/

/** The number on an envelope as it was typed; undefined: it is none. */
export function envelopeNumberIn(typed: string): number | undefined {
  const text = typed.trim()
  return NUMBER.test(text) ? Number(text) : undefined
}

/** What a scanned code says: the number of a ballot of this vote, that it is of another vote, or that it is none at all. */
export function readBallotCode(text: string, voteId: string): number | 'other_vote' | 'no_ballot' {
  const [mark, ofVote, typed, ...more] = text.trim().split(/\s+/)
  const number = envelopeNumberIn(typed ?? '')
  if (mark !== BALLOT_MARK || number === undefined || more.length > 0) return 'no_ballot'
  return ofVote === voteId ? number : 'other_vote'
}

/** Where an envelope stands, in words. */
export const ENVELOPE_STATE_LABELS: Record<EnvelopeState, string> = {
  received: '收到了，还没拆',
  keyed_once: '一位录好了，等另一位',
  third: '两位录的不一样，等后备计票人',
  settled: '录好了',
  unopened: '已在手机上投过，信封不拆',
}

/** 废票, why. */
export const BALLOT_VOID_LABELS: Record<BallotVoidReason, string> = {
  blank: '什么也没填',
  unreadable: '看不清选了什么',
  marked: '涂改过，或写了别的字',
  too_many: '选得比规定的多',
  differ: '三位计票人看的都不一样',
}

/** 废票：看不清选了什么: of one ballot. */
export const voidBallotInWords = (reason: BallotVoidReason): string => `废票：${BALLOT_VOID_LABELS[reason]}`

/** 废票 n 张，不算参加: said beside the result, since the envelope was counted as having come in. */
export function voidBallotsInWords(count: number): string | null {
  return count === 0 ? null : `纸质票里有废票 ${count} 张，不算参加`
}

/** 还剩 n 个. */
export const envelopesLeftInWords = (left: number): string =>
  left === 0 ? '都录好了' : `还剩 ${left} 个信封要录`
