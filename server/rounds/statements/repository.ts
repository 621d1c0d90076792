import { sql, type Selectable } from 'kysely'
import type { Statement } from '#core/rounds'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StatementRow = Selectable<Tables['statements']>
/** A statement as it may be asked: without when it was said. */
export type StatementToAsk = Pick<
  StatementRow,
  'statement_id' | 'topic_id' | 'author_id' | 'text' | 'words_state' | 'withdrawn_at' | 'answers'
>

/** One statement of a community. */
export function findStatement(
  db: Reader,
  communityId: string,
  statementId: string,
): Promise<StatementRow | undefined> {
  return db
    .selectFrom('statements')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('statement_id', '=', statementId)
    .executeTakeFirst()
}

/** All of a round that neighbours may be asked: at most as many as a round takes. */
export function listStatementsToAsk(
  db: Reader,
  communityId: string,
  roundId: string,
): Promise<StatementToAsk[]> {
  return db
    .selectFrom('statements')
    .select(['statement_id', 'topic_id', 'author_id', 'text', 'words_state', 'withdrawn_at', 'answers'])
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .where('words_state', '=', 'shown')
    .where('withdrawn_at', 'is', null)
    .orderBy('statement_id')
    .execute()
}

/** One page of them, first to last, with the asker's own that neighbours don't see. */
export function listStatementRows(
  db: Reader,
  { communityId, roundId, personId }: { communityId: string; roundId: string; personId: string },
  { after, limit }: { after: string | undefined; limit: number },
): Promise<StatementToAsk[]> {
  return db
    .selectFrom('statements')
    .select(['statement_id', 'topic_id', 'author_id', 'text', 'words_state', 'withdrawn_at', 'answers'])
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .where('withdrawn_at', 'is', null)
    .where(({ or, eb }) => or([eb('words_state', '=', 'shown'), eb('author_id', '=', personId)]))
    .$if(after !== undefined, (query) => query.where('statement_id', '>', after ?? ''))
    .orderBy('statement_id')
    .limit(limit)
    .execute()
}

/** How many there are in a round, and how many of them are this person's. */
export async function countStatements(
  db: Reader,
  { communityId, roundId, personId }: { communityId: string; roundId: string; personId: string },
): Promise<{ all: number; own: number }> {
  const { rows } = await sql<{ of_all: string; own: string }>`
    select count(*) as of_all, count(*) filter (where author_id = ${personId}) as own from statements
    where community_id = ${communityId} and round_id = ${roundId}`.execute(db)
  return { all: Number(rows[0]?.of_all ?? 0), own: Number(rows[0]?.own ?? 0) }
}

/** Takes a statement back, once. Answers whether it was there to be taken back. */
export async function withdrawStatementRow(
  tx: Transaction,
  { community_id, statement_id }: Pick<StatementRow, 'community_id' | 'statement_id'>,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('statements')
    .set({ withdrawn_at: at })
    .where('community_id', '=', community_id)
    .where('statement_id', '=', statement_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** One more answered it. Last in its transaction, for many answer the same one at once. */
export async function countAnswer(tx: Transaction, communityId: string, statementId: string): Promise<void> {
  await tx
    .updateTable('statements')
    .set(({ eb }) => ({ answers: eb('answers', '+', 1) }))
    .where('community_id', '=', communityId)
    .where('statement_id', '=', statementId)
    .execute()
}

/** The statement as the rules see it. */
export const statementOf = (
  row: Pick<StatementRow, 'author_id' | 'words_state' | 'withdrawn_at'>,
): Statement => ({
  authorId: row.author_id,
  wordsState: row.words_state,
  withdrawn: row.withdrawn_at !== null,
})
