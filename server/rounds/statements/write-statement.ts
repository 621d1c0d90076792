import {
  decideStatements,
  STATEMENTS_AT_MOST,
  STATEMENTS_EACH_AT_MOST,
  type StatementView,
} from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { actInRound, type InRound } from '../in-round'
import { recordRound } from '../on-record'
import { presentStatement } from './present-asked'
import { countStatements } from './repository'
import { participantKey, saveAnswer } from './sealed-answers'

export interface WriteStatement {
  roundId: string
  text: string
  topicId?: string | undefined
}

/** What a statement needs besides its context: seals that its author agrees, checks the words. */
export type StatementParts = Pick<ServerParts, 'contactBox' | 'contentCheck'>

/** 补一句: put to the others once the check lets them read it. Whoever says it agrees with it. Throws STATEMENTS_FULL. */
export function writeStatement(
  asked: Context,
  input: WriteStatement,
  parts: StatementParts,
): Promise<StatementView> {
  return actInRound(asked, { roundId: input.roundId, right: 'take_part' }, async (doing) => {
    const { context, tx, row, round, at } = doing
    const { personId } = context.actor
    enforce(decideStatements(context.actor, round))
    if (input.topicId) await enforceTopic(tx, row.community_id, input.roundId, input.topicId)
    const statementId = newId()
    const inRound = { communityId: row.community_id, roundId: input.roundId }
    const key = participantKey(parts.contactBox, { ...inRound, personId })
    // Their answers are locked from here on: who sends many at once is counted one after the other.
    await saveAnswer(tx, { box: parts.contactBox, round: inRound, key }, { statementId, stance: 'agree' })
    const { all, own } = await countStatements(tx, { ...inRound, personId })
    if (own >= STATEMENTS_EACH_AT_MOST || all >= STATEMENTS_AT_MOST) throw new DomainError('STATEMENTS_FULL')
    const values = await saveNew(doing, { statementId, input, parts })
    await recordRound(tx, row, { act: 'write_statement', at, personId })
    return presentStatement({ actor: context.actor, round }, values, 'agree')
  })
}

async function enforceTopic(
  tx: Transaction,
  communityId: string,
  roundId: string,
  topicId: string,
): Promise<void> {
  const topic = await tx
    .selectFrom('topics')
    .select('topic_id')
    .where('community_id', '=', communityId)
    .where('topic_id', '=', topicId)
    .where('round_id', '=', roundId)
    .where('state', '=', 'open')
    .where('words_state', '=', 'shown')
    .executeTakeFirst()
  if (!topic) throw new DomainError('NOT_FOUND', 'topicId')
}

async function saveNew(
  { context, tx, row, at }: InRound,
  { statementId, input, parts }: { statementId: string; input: WriteStatement; parts: StatementParts },
) {
  const words_state = await showWords(
    tx,
    {
      communityId: row.community_id,
      target: { kind: 'statement', id: statementId },
      authorId: context.actor.personId,
      text: input.text,
      about: row.question,
      subject: { kind: 'round', id: row.round_id },
      at,
    },
    parts,
  )
  const values = {
    community_id: row.community_id,
    statement_id: statementId,
    round_id: row.round_id,
    topic_id: input.topicId ?? null,
    author_id: context.actor.personId,
    text: input.text,
    words_state,
    withdrawn_at: null,
    answers: 1,
    created_at: at,
  }
  await tx.insertInto('statements').values(values).execute()
  return values
}
