import type { Kysely } from 'kysely'
import { allowKinds } from '../constraints'
import { beginMigration } from '../place-table'

/** A wish may go into a topic, too (domain.md 4). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  for (const column of ['proposal_kind', 'merged_kind'])
    await allowKinds(db, 'wishes', column, ['wish', 'matter', 'topic'])
}
