import { decideAnswer, type AskedView, type Stance } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { actInRound } from '../in-round'
import { recordRound } from '../on-record'
import { presentAsked } from './present-asked'
import { countAnswer, findStatement, statementOf } from './repository'
import { participantKey, saveAnswer } from './sealed-answers'

export interface AnswerStatement {
  roundId: string
  statementId: string
  stance: Stance
}

/**
 * 同意、不同意、跳过; the last counts. What was said is sealed before it is stored: the record says that somebody answered in the round,
 * not what, and not to which statement. Answers what is asked next.
 */
export function answerStatement(
  asked: Context,
  { roundId, statementId, stance }: AnswerStatement,
  box: ContactBox,
): Promise<AskedView> {
  return actInRound(asked, { roundId, right: 'take_part' }, async ({ context, tx, row, round, at }) => {
    const { actor } = context
    const statement = await findStatement(tx, row.community_id, statementId)
    if (statement?.round_id !== roundId) throw new DomainError('NOT_FOUND')
    enforce(decideAnswer(actor, round, statementOf(statement)))
    const inRound = { communityId: row.community_id, roundId }
    const key = participantKey(box, { ...inRound, personId: actor.personId })
    const { answers, isNew } = await saveAnswer(tx, { box, round: inRound, key }, { statementId, stance })
    await recordRound(tx, row, { act: 'answer', at, personId: actor.personId })
    const next = await presentAsked(tx, context, { roundId, round, answers })
    if (isNew) await countAnswer(tx, row.community_id, statementId)
    return next
  })
}
