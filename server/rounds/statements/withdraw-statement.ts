import { decideWithdrawStatement } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { dropCases, lockCases } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { actInRound } from '../in-round'
import { recordRound } from '../on-record'
import { findStatement, statementOf, withdrawStatementRow } from './repository'

interface WithdrawStatement {
  roundId: string
  statementId: string
}

/**
 * 不说了. Nobody is asked it any more, no answer to it counts, and a picture that held it leaves it out; the record says that somebody took
 * one back, not which. Throws NOT_FOUND, NOT_ALLOWED, STATEMENTS_NOT_NOW.
 */
export function withdrawStatement(
  asked: Context,
  { roundId, statementId }: WithdrawStatement,
): Promise<{ done: true }> {
  return actInRound(asked, { roundId, right: 'take_part' }, async ({ context, tx, row, round, at }) => {
    const { actor } = context
    const target = { kind: 'statement', id: statementId } as const
    await lockCases(tx, row.community_id, target)
    const statement = await findStatement(tx, row.community_id, statementId)
    if (statement?.round_id !== roundId) throw new DomainError('NOT_FOUND')
    enforce(decideWithdrawStatement(actor, round, statementOf(statement)))
    // It was taken back at this moment.
    if (!(await withdrawStatementRow(tx, statement, at))) throw new DomainError('NOT_FOUND')
    await dropCases(tx, row.community_id, target)
    await recordRound(tx, row, { act: 'withdraw_statement', at, personId: actor.personId })
    return { done: true }
  })
}
