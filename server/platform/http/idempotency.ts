import { sql } from 'kysely'
import { DomainError } from '#core/errors'
import { digestOf, seal, unseal } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Keys are UUIDs made by the caller: 122 random bits, enough to seal the answer with (docs/adr/0005). */
export function isIdempotencyKey(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}

/** One write as its caller names it. */
export interface WriteAttempt {
  key: string
  /** Whose key it is: a person, or `anyone` before sign-in. */
  owner: string
  /** Method, path and body: the same key for something else is refused. */
  request: string
  now: Date
}

/**
 * Runs `work` exactly once per key, in one transaction with the key itself: either all of it happened and the answer
 * is kept, or none. A second call with the key waits for the first, then gets its answer. Only a hash of the key is
 * stored and the answer is sealed with the key, so the table tells nobody anything.
 */
export async function runOnce<Answer>(
  db: Database,
  attempt: WriteAttempt,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const keyHash = digestOf(attempt.owner, attempt.key)
  // With the key, which is nowhere stored: else a phone number in the request could be found by trying them all.
  const requestHash = digestOf(attempt.key, attempt.request)
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ made: number }>`
      insert into idempotency_keys (key_hash, request_hash, created_at)
      values (${keyHash}, ${requestHash}, ${attempt.now})
      on conflict (key_hash) do nothing returning 1 as made`.execute(tx)
    if (rows.length === 0) return replay<Answer>(tx, keyHash, requestHash, attempt.key)
    const answer = await work(tx)
    await tx
      .updateTable('idempotency_keys')
      .set({ answer: seal(JSON.stringify(answer), attempt.key) })
      .where('key_hash', '=', keyHash)
      .execute()
    return answer
  })
}

async function replay<Answer>(
  tx: Transaction,
  keyHash: Buffer,
  requestHash: Buffer,
  key: string,
): Promise<Answer> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  if (!row?.answer || !row.request_hash.equals(requestHash)) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return JSON.parse(unseal(row.answer, key)) as Answer
}
