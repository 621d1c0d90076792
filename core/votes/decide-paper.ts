import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { votePolicy } from './policy'
import type { Vote } from './vote'

/** Permission first, then whether there is any paper in it. */
function mayOnPaper(
  actor: Actor,
  vote: Vote,
  right: 'receive_envelopes' | 'key_envelopes' | 'replace_teller',
): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy[right](actor, vote)) return refused('NOT_ALLOWED')
  return vote.onPaper ? ALLOWED : refused('VOTE_NOT_ON_PAPER')
}

/** 看收到的信封: from the opening on. */
export function decideSeeEnvelopes(actor: Actor, vote: Vote): Decision {
  const may = mayOnPaper(actor, vote, 'receive_envelopes')
  if (!may.allowed) return may
  return vote.state === 'draft' || vote.state === 'notice' ? refused('VOTE_NOT_OPEN') : ALLOWED
}

/** 收信封, and giving back what was taken by mistake: while it is open by the clock as well as by its state. */
export function decideReceive(actor: Actor, vote: Vote, now: Date): Decision {
  const may = decideSeeEnvelopes(actor, vote)
  if (!may.allowed) return may
  return vote.state === 'open' && now < vote.closesAt ? ALLOWED : refused('VOTE_OVER')
}

/** 退回去: only by who took it. */
export function decideReturn(
  actor: Actor,
  vote: Vote,
  { receivedById }: { receivedById: string },
  now: Date,
): Decision {
  const may = decideReceive(actor, vote, now)
  if (!may.allowed) return may
  return receivedById === actor.personId ? ALLOWED : refused('VOTE_ENVELOPE_NOT_YOURS')
}

/** 拆封录入: the tellers, while it is counted. */
export function decideCounting(actor: Actor, vote: Vote): Decision {
  const may = mayOnPaper(actor, vote, 'key_envelopes')
  if (!may.allowed) return may
  return vote.state === 'counting' ? ALLOWED : refused('VOTE_NOT_COUNTING')
}

/** 换计票人: from the notice until it is counted. */
export function decideReplaceTeller(actor: Actor, vote: Vote): Decision {
  const may = mayOnPaper(actor, vote, 'replace_teller')
  if (!may.allowed) return may
  return ['notice', 'open', 'counting'].includes(vote.state) ? ALLOWED : refused('STATE_CHANGED')
}
