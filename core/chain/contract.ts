import { z } from 'zod/mini'
import { id } from '../contract'

/** What the chain from the first wish to the last rating leads through (domain.md 6), and what a thread may be about. */
export const CHAIN_KINDS = ['wish', 'matter', 'notice', 'round', 'topic', 'session', 'item', 'vote'] as const
export type ChainKind = (typeof CHAIN_KINDS)[number]

const chainLink = z.object({
  kind: z.enum(CHAIN_KINDS),
  id,
  title: z.string(),
  /** Of a session: its round, under which it is read. */
  roundId: z.optional(id),
})
export type ChainLink = z.output<typeof chainLink>

/** 从哪里来、后来怎样: only what its reader may read; the rest isn't there for them. */
const chainView = z.object({
  /** What it came from, the farthest first. */
  from: z.array(chainLink),
  /** What became of it, the nearest first. */
  to: z.array(chainLink),
})
export type ChainView = z.output<typeof chainView>

/** In answers to reading. Acts leave it out: a page goes on showing what it knows. */
export const chainOfView = z.optional(chainView)
