import { ALLOWED, refused, type Actor, type Decision } from '../../permissions'
import type { WordsState } from '../../moderation'
import { decideInRound } from '../decide'
import type { Round } from '../round'
import type { RoundState } from '../workflow'

/** A statement is one thought: whoever agrees agrees with all of it. ○ */
export const STATEMENT_LENGTH = 80
/** More than these nobody answers. ○ */
export const STATEMENTS_AT_MOST = 200
/** What one person may put to the others in one round. ○ */
export const STATEMENTS_EACH_AT_MOST = 10

/** A statement as the rules see it, for one asker. */
export interface Statement {
  authorId: string
  wordsState: WordsState
  /** 不说了. */
  withdrawn: boolean
}

/** 说一句、答一句: by who takes part, while the round is being discussed. */
export function decideStatements(actor: Actor, round: Round): Decision {
  const decision = decideInRound(actor, round, 'take_part')
  if (!decision.allowed) return decision
  return isStatementsPhase(round.state) ? ALLOWED : refused('STATEMENTS_NOT_NOW')
}

/** Whether statements are put to neighbours now. */
export const isStatementsPhase = (state: RoundState): boolean => state === 'discussion'

/** What neighbours don't see nobody is asked; who wrote it sees it still, and has said what they think. */
export function decideAnswer(actor: Actor, round: Round, statement: Statement): Decision {
  const decision = decideStatements(actor, round)
  if (!decision.allowed) return decision
  if (statement.authorId === actor.personId) return refused('STATEMENT_OWN')
  return isAsked(statement) ? ALLOWED : refused('NOT_FOUND')
}

/** 不说了: by who said it, while the round is being discussed. Answers to it count no more; one's number of statements stays. */
export function decideWithdrawStatement(actor: Actor, round: Round, statement: Statement): Decision {
  const decision = decideStatements(actor, round)
  if (!decision.allowed) return decision
  if (!isStatementReadable(actor.personId, statement)) return refused('NOT_FOUND')
  return statement.authorId === actor.personId ? ALLOWED : refused('NOT_ALLOWED')
}

/** Whether it is put to neighbours. */
export const isAsked = ({ wordsState, withdrawn }: Pick<Statement, 'wordsState' | 'withdrawn'>): boolean =>
  wordsState === 'shown' && !withdrawn
/** Its author sees it too while neighbours don't; what was withdrawn nobody does. */
export const isStatementReadable = (personId: string, statement: Statement): boolean =>
  isAsked(statement) || (statement.authorId === personId && !statement.withdrawn)
