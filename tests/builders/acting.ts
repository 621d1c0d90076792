import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findCallerIn } from '#server/platform/http/caller'

/** What signs the addresses of photos in tests. */
export const TEST_PHOTO_KEY = Buffer.alloc(32, 7)

/** The context in which a person acts in a region: the power a signed-in caller has there at that moment. */
export async function acting(db: Database, personId: string, regionId: string, now: Date): Promise<Context> {
  const scope = await findCallerIn(db, { personId, sessionId: personId }, regionId, now)
  if (!scope) throw new Error(`There is no region ${regionId}`)
  return {
    db,
    now: () => now,
    ...scope,
    photoKey: TEST_PHOTO_KEY,
    transact: (work) => db.transaction().execute(work),
  }
}

/** `done`, or the code of the refusal; anything else is thrown. */
export type Ending = 'done' | DomainError['code']

/**
 * Does several things at the very same moment: `hold` takes what they all need, so that each of them stands in the
 * queue before the first goes on. Answers how each ended.
 */
export async function atOnce(
  db: Database,
  hold: (tx: Transaction) => Promise<unknown>,
  works: (() => Promise<unknown>)[],
): Promise<Ending[]> {
  let running: Promise<PromiseSettledResult<unknown>[]> | undefined
  await db.transaction().execute(async (tx) => {
    await hold(tx)
    running = Promise.allSettled(works.map((work) => work()))
    await queueOf(db, works.length)
  })
  return ((await running) ?? []).map(endingOf)
}

async function queueOf(db: Database, length: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; await sleep(5)) {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length >= length) return
    if (Date.now() > deadline) throw new Error(`Only ${rows.length} of ${length} wait for one another`)
  }
}

function endingOf(result: PromiseSettledResult<unknown>): Ending {
  if (result.status === 'fulfilled') return 'done'
  if (result.reason instanceof DomainError) return result.reason.code
  throw result.reason
}

/** Sorted, so that it doesn't matter who came first. */
export function sorted(endings: readonly Ending[]): Ending[] {
  return [...endings].sort()
}
