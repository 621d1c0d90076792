import { ALLOWED, allOf, anyOf, refused, type Actor, type Decision, type Rule } from '../../permissions'
import { roundPolicy } from '../policy'
import type { RoundState } from '../workflow'
import { isSessionOver, type DiscussionSession, type SessionNote, type SessionState } from './session'

/** What anyone may press on a session. */
export const SESSION_ACTS = ['join', 'leave', 'host', 'unhost', 'cancel'] as const
export type SessionAct = (typeof SESSION_ACTS)[number]

/** What may be done with a session besides: move it on the board, write in it, show its code to who stands there. */
type SessionRight = 'change' | 'write' | 'show_code'

/** 场次 are opened, joined and written in while the round discusses; before and after they can only be read. */
export const isDiscussing = (state: RoundState): boolean => state === 'discussion'

const takesPart: Rule<DiscussionSession> = (actor, { round }) => roundPolicy.take_part(actor, round)
const convenes: Rule<DiscussionSession> = (actor, { round }) => roundPolicy.convene(actor, round)
const observes: Rule<DiscussionSession> = (actor, { round }) => roundPolicy.observe(actor, round)
const joined: Rule<DiscussionSession> = (_actor, { joined: isIn }) => isIn
const hosts: Rule<DiscussionSession> = (actor, { hostId }) => actor.personId === hostId
/** As long as they take part. */
const isHostThere = allOf<DiscussionSession>(hosts, anyOf<DiscussionSession>(takesPart, convenes))
const isHosted: Rule<DiscussionSession> = (_actor, { hostId }) => hostId !== null
const isIn = anyOf<DiscussionSession>(takesPart, convenes)

/** 场次的权限. One sentence per act. */
const policy: Record<SessionAct | SessionRight, Rule<DiscussionSession>> = {
  /** 哪场有意思去哪场 (the law of two feet): who takes part, and who convenes. */
  join: isIn,
  leave: joined,
  /** Anyone may host a session that nobody hosts. */
  host: isIn,
  unhost: allOf<DiscussionSession>(isHosted, anyOf<DiscussionSession>(hosts, convenes)),
  cancel: convenes,
  change: convenes,
  /** Staff answer as themselves (domain.md 6). */
  write: anyOf<DiscussionSession>(isIn, observes),
  show_code: anyOf<DiscussionSession>(isHostThere, convenes),
}

/** Permission first: a stranger learns nothing, not even that there is such a session. */
export function decideSession(
  actor: Actor,
  session: DiscussionSession,
  what: SessionAct | SessionRight,
): Decision {
  if (!roundPolicy.read(actor, session.round)) return refused('NOT_FOUND')
  if (!isDiscussing(session.round.state) || session.state === 'cancelled') return refused('STATE_CHANGED')
  if (!policy[what](actor, session)) return refused('NOT_ALLOWED')
  if (what === 'host' && session.hostId !== null && session.hostId !== actor.personId)
    return refused('SESSION_HOSTED')
  return what === 'cancel' && session.notes > 0 ? refused('SESSION_HAS_NOTES') : ALLOWED
}

/** The buttons a page offers: nothing that is so already. The server asks `decideSession` again. */
export function sessionActsFor(actor: Actor, session: DiscussionSession): SessionAct[] {
  const isSo: Partial<Record<SessionAct, boolean>> = {
    join: session.joined,
    host: session.hostId !== null,
  }
  return SESSION_ACTS.filter((act) => !isSo[act] && decideSession(actor, session, act).allowed)
}

/** A session as a screen has it. */
interface OfferedSession {
  state: SessionState
  startsAt: string
  acts: readonly SessionAct[]
  may: { change: boolean }
}

/**
 * What of that is still offered at this moment: a session that is over can be called off, where nobody wrote in it, and nothing
 * else; one that was called off never took place. The server refuses none of it: a session may last longer than is thought, and who stands there scans its code.
 */
export function sessionOffersAt(
  { state, startsAt, acts, may }: OfferedSession,
  now: Date,
): { over: boolean; acts: readonly SessionAct[]; change: boolean } {
  if (state === 'cancelled' || !isSessionOver(startsAt, now)) return { over: false, acts, change: may.change }
  return { over: true, acts: acts.filter((act) => act === 'cancel'), change: false }
}

/** 改: by who wrote it. */
export function decideEditNote(actor: Actor, session: DiscussionSession, note: SessionNote): Decision {
  const writing = decideSession(actor, session, 'write')
  if (!writing.allowed) return writing
  if (actor.personId !== note.authorId) return refused('NOT_ALLOWED')
  return note.struck ? refused('STATE_CHANGED') : ALLOWED
}

/** 划掉: by who wrote it, who hosts, and who convenes; the words stay on record. */
export function decideStrikeNote(actor: Actor, session: DiscussionSession, note: SessionNote): Decision {
  const writing = decideSession(actor, session, 'write')
  if (!writing.allowed) return writing
  if (actor.personId !== note.authorId && !hosts(actor, session) && !convenes(actor, session))
    return refused('NOT_ALLOWED')
  return note.struck ? refused('STATE_CHANGED') : ALLOWED
}
