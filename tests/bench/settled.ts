import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'

const MOST_SECONDS = 120

/** Waits until the worker has done what was written so far: else it does so while something else is measured. Throws after two minutes. */
export async function settled(db: Database): Promise<void> {
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select 1 from audit_entries where seq is null)
        or exists (select 1 from graphile_worker.jobs where run_at <= now() - interval '5 seconds') as busy`.execute(
      db,
    )
    if (!rows[0]?.busy) return
    await wait(1000)
  }
  throw new Error(`After ${MOST_SECONDS} s jobs or entries to seal still wait`)
}
