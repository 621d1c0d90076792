import { z } from 'zod/mini'
import { id, instant } from '../contract'
import { PROXY_ACT_NAMES, PROXY_STATES } from './proxies'

/** A proxy as one reader meets it: who votes for whom, where it stands. Nothing of what was chosen. */
export const proxyNote = z.object({
  proxyId: id,
  /** The one on the roll that is voted for. */
  voter: z.object({ voterId: id, name: z.string() }),
  /** As the authority writes them. */
  principalName: z.string(),
  agentName: z.string(),
  state: z.enum(PROXY_STATES),
  /** As what the reader meets it. */
  party: z.enum(['agent', 'principal', 'official']),
  /** Whether a ballot of the proxy stands; null: not told to an official before the end. */
  voted: z.nullable(z.boolean()),
  askedAt: instant,
  /** Who accepted, refused or took it back in an office. */
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  reason: z.nullable(z.string()),
  acts: z.array(z.enum(PROXY_ACT_NAMES)),
})
export type ProxyNote = z.output<typeof proxyNote>
