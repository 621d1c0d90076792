import { z } from 'zod/mini'
import { endpoint, id } from '../contract'
import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { votePolicy } from './policy'
import type { Vote } from './vote'
import { hasResult, isOpen } from './workflow'

/** What is printed of a vote: its result, who has not voted, blank ballots. */
export const VOTE_PRINTS = ['result', 'missing', 'ballots'] as const
export type VotePrint = (typeof VOTE_PRINTS)[number]

/** How many voters there may be for one file: a list is long, ballots take longer to draw than a phone waits. */
export const VOTE_PRINT_AT_MOST: Record<VotePrint, number> = {
  result: Number.POSITIVE_INFINITY,
  missing: 10_000,
  ballots: 2_000,
}

export const printVoteEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/votes/:voteId/prints',
  summary: '打印：结果，还没投的，或空白的纸质选票',
  params: z.object({ communityId: id, voteId: id }),
  body: z.object({ print: z.enum(VOTE_PRINTS) }),
  response: z.object({
    /** Address on this server; it needs no session and soon is worth nothing. */
    url: z.string(),
  }),
})

/**
 * 打印: the result by who may read it, once there is one; who has not voted while it is open, and then ballots too: before, an
 * objection may still change the roll and with it their numbers.
 */
export function decidePrint(actor: Actor, vote: Vote, print: VotePrint, now: Date): Decision {
  if (print === 'result') {
    if (!votePolicy.read(actor, vote)) return refused('NOT_FOUND')
    return hasResult(vote.state) ? ALLOWED : refused('VOTE_NOT_COUNTED')
  }
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  const right = print === 'missing' ? 'see_missing' : 'print_ballots'
  if (!votePolicy[right](actor, vote)) return refused('NOT_ALLOWED')
  if (print === 'ballots' && !vote.onPaper) return refused('VOTE_NOT_ON_PAPER')
  return isOpen(vote.state) && (print === 'missing' || now < vote.closesAt)
    ? ALLOWED
    : refused('STATE_CHANGED')
}
