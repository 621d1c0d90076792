import { asksReason, type ProxyAct, type ProxyParty, type ProxyState } from './proxies'
import type { Electorate } from './vote'

/** 户, 位: what one on the roll is counted as. */
const COUNTED_AS: Record<Electorate, string> = { homes: '户', owners: '位', residents: '位' }

/** How many a proxy may vote for, as a choice of the form and as a line of the vote. */
export function principalsInWords(electorate: Electorate, principalsPerProxy: number): string {
  if (principalsPerProxy === 0) return '不接受委托，都由本人投'
  return `可以委托别人代投，每人最多代 ${principalsPerProxy} ${COUNTED_AS[electorate]}`
}

/** What a button says. */
export const PROXY_ACT_LABELS: Record<ProxyAct, string> = {
  accept: '核对无误',
  refuse: '不算数',
  withdraw: '不代了',
  revoke: '收回委托',
}

/** Where a proxy stands, in a few words. `isOver`: voting has ended. */
export function proxyStateInWords(state: ProxyState, isOver: boolean): string {
  if (isOver && state === 'asked') return '截止前没有核对，没用上'
  return PROXY_STATE_WORDS[state]
}

const PROXY_STATE_WORDS: Record<ProxyState, string> = {
  asked: '等社区核对',
  accepted: '核对过了，可以代投',
  refused: '核对没通过',
  withdrawn: '受托人不代了',
  revoked: '委托已经收回',
  ended: '不再有效',
}

/** What became of the ballot of a proxy: whether there is one, never what it chose. */
export function proxyVotedInWords(voted: boolean, party: ProxyParty): string {
  if (party === 'agent') return voted ? '您已经代投了；本人自己投了，以本人的为准' : '您还没有代投'
  if (party === 'principal') return voted ? '已经替您投了；您自己投了，以您的为准' : '还没有替您投'
  return voted ? '代投了' : '没有代投'
}

/** Why a proxy ended by itself. */
export const PROXY_ENDED_WORDS = {
  left: '受托人不住在这里了',
  roll: '名册改了，这一户要重新委托',
  revised: '表决收回去改了，要重新委托',
} as const

/** What the form asks along with an act; null: nothing. */
export function proxyReasonAsked(act: ProxyAct, party: ProxyParty): string | null {
  if (!asksReason(act, party)) return null
  return act === 'refuse' ? '委托书哪里不对' : '为什么收回'
}
