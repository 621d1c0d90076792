import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { resultObjectionsEndAt, rollObjectionsEndAt } from './periods'
import { votePolicy } from './policy'
import type { ObjectionAbout, VoidGround, Vote } from './vote'
import { VOTE_PERSON_ACTS, voteTransition, type VoteClockAct, type VotePersonAct } from './workflow'

const unless = (bad: boolean, code: Parameters<typeof refused>[0]): Decision =>
  bad ? refused(code) : ALLOWED

/** What the table of states alone doesn't say. */
const CONDITIONS: Partial<Record<VotePersonAct, (vote: Vote, now: Date) => Decision>> = {
  certify: (vote, now) => {
    if (vote.voidAskedById) return refused('VOTE_VOID_ASKED')
    if (vote.upheldResult > 0) return refused('VOTE_OBJECTION_UPHELD')
    const over = vote.closedAt !== null && now >= resultObjectionsEndAt(vote, vote.closedAt)
    return unless(!over || vote.undecidedResult > 0, 'VOTE_OBJECTIONS_RUN')
  },
  ask_void: ({ voidAskedById }) => unless(voidAskedById !== null, 'VOTE_VOID_ASKED'),
  refuse_void: ({ voidAskedById }) => unless(voidAskedById === null, 'STATE_CHANGED'),
  agree_void: ({ voidAskedById }) => unless(voidAskedById === null, 'STATE_CHANGED'),
}

/** Permission first: a stranger learns nothing about the state. */
export function decideVoteAct(actor: Actor, vote: Vote, act: VotePersonAct, now: Date): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy[act](actor, vote)) return refused('NOT_ALLOWED')
  if (!voteTransition(act).from.includes(vote.state)) return refused('STATE_CHANGED')
  return CONDITIONS[act]?.(vote, now) ?? ALLOWED
}

/** The buttons a page offers. The server asks `decideVoteAct` again. */
export function voteActsFor(actor: Actor, vote: Vote, now: Date): VotePersonAct[] {
  return VOTE_PERSON_ACTS.filter((act) => decideVoteAct(actor, vote, act, now).allowed)
}

/** A result is voided on an upheld objection, or on an order from outside (domain.md 7). */
export function decideVoidGround(vote: Vote, ground: VoidGround | undefined): Decision {
  if (!ground) return refused('VOTE_VOID_GROUND', 'ground')
  return unless(ground === 'objection' && vote.upheldResult === 0, 'VOTE_VOID_GROUND')
}

/** 改草稿: its convener, before notice. */
export function decideChange(actor: Actor, vote: Vote): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy.change(actor, vote)) return refused('NOT_ALLOWED')
  return unless(vote.state !== 'draft', 'VOTE_FROZEN')
}

/** 投票: who votes for one on the roll, while it is open by the clock as well as by its state. */
export function decideCast(actor: Actor, vote: Vote, now: Date): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy.cast(actor, vote)) return refused('VOTE_NOT_ON_ROLL')
  return decideTime(vote, now)
}

/** 收回我的票: who cast it, while it is open, even if they have left since. */
export function decideCede(actor: Actor, vote: Vote, now: Date): Decision {
  if (!votePolicy.read(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy.cede(actor, vote)) return refused('VOTE_NOT_ON_ROLL')
  return decideTime(vote, now)
}

function decideTime(vote: Vote, now: Date): Decision {
  if (vote.state === 'notice' || vote.state === 'draft') return refused('VOTE_NOT_OPEN')
  return unless(vote.state !== 'open' || now >= vote.closesAt, 'VOTE_OVER')
}

/** 提异议: to the roll in its days of notice, to the result in its own. */
export function decideObject(actor: Actor, vote: Vote, about: ObjectionAbout, now: Date): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!votePolicy[about === 'roll' ? 'object_roll' : 'object_result'](actor, vote))
    return refused('NOT_ALLOWED')
  return unless(objectionsEndAt(vote, about, now) === null, 'VOTE_OBJECTION_LATE')
}

/** Until when something may be objected to; null: it can't be now, or no longer. */
export function objectionsEndAt(vote: Vote, about: ObjectionAbout, now: Date): Date | null {
  const end = about === 'result' ? resultObjectionsEnd(vote) : rollObjectionsEnd(vote)
  return end && now < end ? end : null
}

const resultObjectionsEnd = (vote: Vote): Date | null =>
  vote.state === 'closed' && vote.closedAt ? resultObjectionsEndAt(vote, vote.closedAt) : null

const rollObjectionsEnd = ({ state, noticeAt, opensAt }: Vote): Date | null =>
  state === 'notice' && noticeAt ? rollObjectionsEndAt(noticeAt, opensAt) : null

/** 答复异议: never its author, never the convener. */
export function decideAnswer(
  actor: Actor,
  vote: Vote,
  { about, authorId, decided }: { about: ObjectionAbout; authorId: string; decided: boolean },
): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  const mayDecide = votePolicy[about === 'roll' ? 'decide_roll' : 'decide_result'](actor, vote)
  if (!mayDecide || actor.personId === authorId) return refused('NOT_ALLOWED')
  const running = about === 'roll' ? vote.state === 'notice' : vote.state === 'closed'
  return unless(decided || !running, 'STATE_CHANGED')
}

/** When the clock does it; null: there is nothing for it to do now. */
export function voteClockDueAt(vote: Vote, act: VoteClockAct): Date | null {
  if (!voteTransition(act).from.includes(vote.state)) return null
  if (act === 'open') return vote.undecidedRoll > 0 ? null : vote.opensAt
  return vote.closesAt
}
