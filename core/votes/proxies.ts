import { allOf, anyOf, ALLOWED, not, refused, type Actor, type Decision, type Rule } from '../permissions'
import { votePolicy } from './policy'
import type { Vote } from './vote'
import type { VoteState } from './workflow'

/** How many on the roll one proxy may vote for: one unless set otherwise (domain.md 7), at most so many ○; 0: none. */
export const PRINCIPALS_PER_PROXY = 1
export const PRINCIPALS_PER_PROXY_AT_MOST = 3
/** Photos of the written authority (domain.md 7: written, photographed). ○ */
export const PROXY_PHOTOS_AT_MOST = 3
/** Characters of a name as the authority writes it. */
export const PROXY_NAME_LENGTH = 30

/** 委托. `ended`: by what happened elsewhere, as the proxy moving away or the roll being made anew. */
export const PROXY_STATES = ['asked', 'accepted', 'refused', 'withdrawn', 'revoked', 'ended'] as const
export type ProxyState = (typeof PROXY_STATES)[number]

/** States in which a proxy stands in the way of another one for the same voter. */
export const LIVE_PROXY_STATES = ['asked', 'accepted'] as const satisfies readonly ProxyState[]

export const isLiveProxy = (state: ProxyState): boolean =>
  (LIVE_PROXY_STATES as readonly ProxyState[]).includes(state)

interface Transition {
  from: readonly ProxyState[]
  to: ProxyState
}

/** One row per act: this table is the whole workflow of a proxy. There is no way to hand it on (domain.md 7). */
export const PROXY_ACTS = {
  accept: { from: ['asked'], to: 'accepted' }, // 核对过了
  refuse: { from: ['asked'], to: 'refused' }, // 不算数
  withdraw: { from: ['asked'], to: 'withdrawn' }, // 不代了
  revoke: { from: ['asked', 'accepted'], to: 'revoked' }, // 收回委托
} as const satisfies Record<string, Transition>
export type ProxyAct = keyof typeof PROXY_ACTS
export const PROXY_ACT_NAMES = Object.keys(PROXY_ACTS) as [ProxyAct, ...ProxyAct[]]

/** A proxy as the rules see it, for one asker. */
export interface Proxy {
  state: ProxyState
  agentId: string
  /** The asker votes for the one who gave it. */
  isPrincipal: boolean
}

/** What an asker has to do with a proxy. */
export type ProxyParty = 'agent' | 'principal' | 'official'

interface Met {
  vote: Vote
  proxy: Proxy
}

const isAgent: Rule<Met> = (actor, { proxy }) => actor.personId === proxy.agentId
const isPrincipal: Rule<Met> = (_actor, { proxy }) => proxy.isPrincipal
const isAccepted: Rule<Met> = (_actor, { proxy }) => proxy.state === 'accepted'
/** Who decides about the roll, and never about a proxy of their own. */
const isOfficial: Rule<Met> = allOf<Met>(not(isAgent), (actor, { vote }) =>
  votePolicy.decide_proxy(actor, vote),
)

/** 委托权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const proxyPolicy: Record<ProxyAct, Rule<Met>> = {
  accept: isOfficial,
  refuse: isOfficial,
  withdraw: isAgent,
  /** The principal whenever they like; who takes it back from the proxy, and the official before whom the principal stands, once it was accepted. */
  revoke: anyOf<Met>(isPrincipal, allOf<Met>(isAccepted, anyOf<Met>(isAgent, isOfficial))),
}

/** As what somebody may know of a proxy; undefined: not at all. */
export function proxyPartyOf(actor: Actor, vote: Vote, proxy: Proxy): ProxyParty | undefined {
  if (isAgent(actor, { vote, proxy })) return 'agent'
  if (proxy.isPrincipal) return 'principal'
  return isOfficial(actor, { vote, proxy }) ? 'official' : undefined
}

/** Before the notice and after voting nobody files a proxy or acts on one. */
export const isProxyOver = (state: VoteState): boolean => state !== 'notice' && state !== 'open'

/** From the notice until the close by the clock. */
const isProxyTime = (vote: Vote, now: Date): boolean => !isProxyOver(vote.state) && now < vote.closesAt

/** Permission first: who has nothing to do with it doesn't learn that there is one. */
export function decideProxyAct(
  actor: Actor,
  { vote, proxy }: Met,
  { act, reason }: { act: ProxyAct; reason?: string | undefined },
  now: Date,
): Decision {
  const party = votePolicy.follow(actor, vote) ? proxyPartyOf(actor, vote, proxy) : undefined
  if (!party) return refused('NOT_FOUND')
  if (!proxyPolicy[act](actor, { vote, proxy })) return refused('NOT_ALLOWED')
  const from: readonly ProxyState[] = PROXY_ACTS[act].from
  if (!from.includes(proxy.state)) return refused('STATE_CHANGED')
  if (!isProxyTime(vote, now)) return refused('VOTE_PROXY_NOT_NOW')
  return !reason && asksReason(act, party) ? refused('REASON_REQUIRED', 'reason') : ALLOWED
}

/** An official says why it does not hold, or why it is taken back; principal and proxy need no reason. */
export const asksReason = (act: ProxyAct, party: ProxyParty): boolean =>
  act === 'refuse' || (act === 'revoke' && party === 'official')

/** The buttons a page offers. The server asks `decideProxyAct` again. */
export function proxyActsFor(actor: Actor, met: Met, now: Date): ProxyAct[] {
  return PROXY_ACT_NAMES.filter((act) => decideProxyAct(actor, met, { act, reason: 'any' }, now).allowed)
}

/**
 * 代别人投: an adult who lives in the community or is on the roll, where the vote takes proxies, from notice to close. Who
 * doesn't follow the vote names one on its roll, which only who follows it can tell them.
 */
export function decideFileProxy(actor: Actor, vote: Vote, principalsPerProxy: number, now: Date): Decision {
  const may = votePolicy.file_proxy(actor, vote)
  if (!may && !votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!may) return refused('VOTE_PROXY_NOT_MEMBER')
  if (principalsPerProxy === 0) return refused('VOTE_PROXY_NONE')
  return isProxyTime(vote, now) ? ALLOWED : refused('VOTE_PROXY_NOT_NOW')
}

/** 书面委托要拍照: no proxy without a photo of the authority (domain.md 7). */
export function decideProxyPhotos(count: number): Decision {
  return count > 0 && count <= PROXY_PHOTOS_AT_MOST ? ALLOWED : refused('VOTE_PROXY_PHOTOS', 'photoIds')
}

/** What else stands against one more proxy. `live`: asked for or accepted, in this vote. */
export interface ProxyCounts {
  /** Of this agent. */
  ofAgent: number
  /** Of this voter. */
  ofVoter: number
  /** The agent votes for this voter anyway. */
  isOwn: boolean
}

/** 一户一份委托，一人代不超过几户. Asked under a lock, so that two at once can't both be the last. */
export function decideOneMoreProxy(
  { ofAgent, ofVoter, isOwn }: ProxyCounts,
  principalsPerProxy: number,
): Decision {
  if (isOwn) return refused('VOTE_PROXY_OWN', 'voterId')
  if (ofVoter > 0) return refused('VOTE_PROXY_TAKEN', 'voterId')
  return ofAgent >= principalsPerProxy ? refused('VOTE_PROXY_FULL') : ALLOWED
}
