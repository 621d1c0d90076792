import type { ProxyState } from '#core/votes'
import type { Instant, InstantOrNull } from './columns'

interface VoteProxies {
  community_id: string
  vote_id: string
  proxy_id: string
  /** The one on the roll that is voted for, and its name there. */
  voter_id: string
  voter_name: string
  /** As the written authority has them. */
  principal_name: string
  agent_id: string
  agent_name: string
  state: ProxyState
  asked_at: Instant
  /** Accepted, refused, withdrawn, taken back or ended: the last of it. */
  decided_at: InstantOrNull
  decided_by: string | null
  /** Of an official; null: the principal, the proxy, or what happened elsewhere. */
  decided_name: string | null
  reason: string | null
}

/** Tables of proxies. */
export interface VoteProxyTables {
  vote_proxies: VoteProxies
}
