import { sql, type Selectable } from 'kysely'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type ObjectionRow = Selectable<Tables['round_objections']>

const one = (db: Reader, communityId: string, objectionId: string) =>
  db
    .selectFrom('round_objections')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('objection_id', '=', objectionId)

/** One objection of a community. */
export function findObjection(
  db: Reader,
  communityId: string,
  objectionId: string,
): Promise<ObjectionRow | undefined> {
  return one(db, communityId, objectionId).executeTakeFirst()
}

/** The same, its row locked until the transaction ends. */
export function lockObjection(
  tx: Transaction,
  communityId: string,
  objectionId: string,
): Promise<ObjectionRow | undefined> {
  return one(tx, communityId, objectionId).forUpdate().executeTakeFirst()
}

/** Saves what changes of an objection. */
export async function setObjection(
  tx: Transaction,
  row: Pick<ObjectionRow, 'community_id' | 'objection_id'>,
  columns: Partial<ObjectionRow>,
): Promise<void> {
  await tx
    .updateTable('round_objections')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('objection_id', '=', row.objection_id)
    .execute()
}

/** Of somebody's homes those for which somebody objected already. */
export async function homesThatObjected(
  tx: Transaction,
  { community_id, round_id }: Pick<ObjectionRow, 'community_id' | 'round_id'>,
  homeIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('round_objections')
    .select('home_id')
    .where('community_id', '=', community_id)
    .where('round_id', '=', round_id)
    .where(sql<boolean>`home_id = any (${[...homeIds]}::uuid[])`)
    .execute()
  return rows.map(({ home_id }) => home_id)
}
