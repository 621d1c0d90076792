import { newId, type Database } from '#server/platform/db/index'
import type { ImportState, Sheet } from '#core/imports'

export interface NewImport {
  communityId: string
  personId: string | null
  state?: ImportState
  sheets?: Sheet[]
  at: Date
}

/** An import that was uploaded; answers its id. Another one that was being written makes room. */
export async function anImport(
  db: Database,
  { communityId, personId, state = 'ready', sheets = ['roll'], at }: NewImport,
): Promise<string> {
  const importId = newId()
  await db
    .updateTable('imports')
    .set({ state: 'expired' })
    .where('community_id', '=', communityId)
    .where('state', '=', 'applying')
    .execute()
  await db
    .insertInto('imports')
    .values({
      community_id: communityId,
      import_id: importId,
      person_id: personId,
      by_name: '王敏',
      role: 'community_staff',
      sheets,
      format: 'xlsx',
      state,
      file_kept: true,
      created_at: at,
    })
    .execute()
  return importId
}

/** Things that are wrong with an import; answers their positions as they are listed. */
export async function problemsOf(
  db: Database,
  key: { communityId: string; importId: string },
  positions: readonly number[],
): Promise<string[]> {
  const row = (position: number) => ({
    community_id: key.communityId,
    import_id: key.importId,
    position,
    sheet: '户',
    row_number: position + 1,
    column_heading: '门牌号',
    words: '这里不能空着',
  })
  await db.insertInto('import_problems').values(positions.map(row)).execute()
  return positions.map(String)
}
