import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { TestServer } from './test-server'

interface InRound {
  communityId: string
  roundId: string
}

/** Statements put to the neighbours in a round. Answers their ids, oldest first. */
export async function manyStatements(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  { communityId, roundId }: InRound,
  count: number,
  more: Partial<Insertable<Tables['statements']>> & { author_id: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['statements']> => ({
    community_id: communityId,
    statement_id: newId(),
    round_id: roundId,
    text: '走道留够一米二',
    words_state: 'shown',
    created_at: clock.now,
    ...more,
  }))
  await db.insertInto('statements').values(rows).execute()
  return rows.map((row) => row.statement_id)
}
