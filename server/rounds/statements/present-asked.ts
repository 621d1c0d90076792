import { randomInt } from 'node:crypto'
import {
  decideStatements,
  decideWithdrawStatement,
  nextStatement,
  type AskedView,
  type Round,
  type StatementView,
  type Stance,
} from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { listStatementsToAsk, statementOf, type StatementToAsk } from './repository'
import type { Answers } from './sealed-answers'

/** A statement as one reader meets it. */
export function presentStatement(
  { actor, round }: { actor: Context['actor']; round: Round },
  row: StatementToAsk,
  said: Stance | undefined,
): StatementView {
  const mine = row.author_id === actor.personId
  return {
    statementId: row.statement_id,
    text: row.text,
    topicId: row.topic_id,
    mine,
    wordsState: mine ? row.words_state : null,
    said: said ?? null,
    may: { withdraw: decideWithdrawStatement(actor, round, statementOf(row)).allowed },
  }
}

const CHANCES = 2 ** 32

/** The next statement for somebody who said so much already. One query. */
export async function presentAsked(
  db: Database | Transaction,
  { actor, region }: Pick<Context, 'actor' | 'region'>,
  { roundId, round, answers }: { roundId: string; round: Round; answers: Answers },
): Promise<AskedView> {
  const all = await listStatementsToAsk(db, region.regionId, roundId)
  const others = all.filter((row) => row.author_id !== actor.personId)
  const left = others.filter((row) => answers[row.statement_id] === undefined)
  const next = nextStatement(
    left.map((row) => ({ statementId: row.statement_id, answers: row.answers, row })),
    randomInt(CHANCES) / CHANCES,
  )
  return {
    statement: next ? presentStatement({ actor, round }, next.row, undefined) : null,
    answered: others.length - left.length,
    of: others.length,
    may: { answer: decideStatements(actor, round).allowed },
  }
}
