import { sql, type Selectable } from 'kysely'
import { matterKindOf, type Matter, type Team, type TeamKind } from '#core/matters'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StoredMatter = Selectable<Tables['matters']>

/** A matter with the names a page needs: its grid's and what its reporter is called. */
export type MatterRow = StoredMatter & {
  grid_name: string | null
  nickname: string | null
  /** From when on its grid is no more; read with one matter, not with the desk's lists. */
  grid_ends_at?: Date | null
}

const withNames = (db: Reader) =>
  db
    .selectFrom('matters')
    .leftJoin('places as grid', (join) =>
      join
        .onRef('grid.community_id', '=', 'matters.community_id')
        .onRef('grid.place_id', '=', 'matters.grid_id'),
    )
    .leftJoin('people', 'people.person_id', 'matters.reporter_id')
    .selectAll('matters')
    .select(['grid.name as grid_name', 'grid.ends_at as grid_ends_at', 'people.nickname'])

/** One matter of a community. */
export function findMatter(
  db: Reader,
  communityId: string,
  matterId: string,
): Promise<MatterRow | undefined> {
  return withNames(db)
    .where('matters.community_id', '=', communityId)
    .where('matters.matter_id', '=', matterId)
    .executeTakeFirst()
}

/** Several matters of a community, their rows locked until the transaction ends, always in the order of their ids. */
export function lockMatters(
  tx: Transaction,
  communityId: string,
  matterIds: readonly string[],
): Promise<MatterRow[]> {
  return withNames(tx)
    .where('matters.community_id', '=', communityId)
    .where(sql<boolean>`matters.matter_id = any (${[...matterIds]}::uuid[])`)
    .orderBy('matters.matter_id')
    .forUpdate('matters')
    .execute()
}

/** One matter, its row locked until the transaction ends. */
export async function lockMatter(
  tx: Transaction,
  communityId: string,
  matterId: string,
): Promise<MatterRow | undefined> {
  return (await lockMatters(tx, communityId, [matterId]))[0]
}

const teamOf = (kind: TeamKind | null, placeId: string | null): Team | null =>
  kind && placeId ? { kind, placeId } : null

/** The matter as the rules see it; `joinerIds` where they matter (one matter, not a list). */
export function matterOf(row: StoredMatter, joinerIds: readonly string[] = []): Matter {
  return {
    kind: matterKindOf(row.service_code),
    visibility: row.visibility,
    channel: row.channel,
    state: row.state,
    level: row.level,
    firstLevel: row.first_level,
    gridId: row.grid_id,
    communityId: row.community_id,
    reporterId: row.reporter_id,
    authorId: row.author_id,
    recorderId: row.recorder_id,
    wordsState: row.words_state,
    lead: teamOf(row.lead_kind, row.lead_place_id),
    supports: row.supports,
    assigneeIds: row.assignee_ids,
    complained: teamOf(row.complained_kind, row.complained_place_id),
    handlerIds: row.handler_ids,
    joinerIds: [...joinerIds],
    disputerIds: row.disputer_ids,
    outcome: row.outcome,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    changedAt: row.changed_at,
    answered: row.answered,
    reviewed: row.reviewed,
    sentDown: row.sent_down,
    returns: row.returns,
    designated: row.designated,
    arbitration: row.arbitration,
    deferrals: row.deferrals,
    reopenings: row.reopenings,
    reviewAt: row.review_at,
    askedReviewAt: row.asked_review_at,
    mergedInto: row.merged_into,
    mergedAt: row.merged_at,
    reinspectAt: row.reinspect_at,
    jurisdiction: row.jurisdiction,
  }
}

/** Saves what an act changes, with the next revision. */
export async function saveChanges(
  tx: Transaction,
  row: MatterRow,
  changes: Partial<StoredMatter>,
): Promise<MatterRow> {
  const next = { ...changes, revision: row.revision + 1 }
  const { supports, ...columns } = next
  await tx
    .updateTable('matters')
    .set({ ...columns, ...(supports ? { supports: JSON.stringify(supports) } : {}) })
    .where('community_id', '=', row.community_id)
    .where('matter_id', '=', row.matter_id)
    .execute()
  return { ...row, ...next }
}

/** Where a list goes on, and how many rows it takes. */
export interface Slice {
  after: string | undefined
  limit: number
}

/** What someone reported, newest first. Index: matters_of_reporter. */
export function listByReporter(
  db: Reader,
  communityId: string,
  personId: string,
  { after, limit }: Slice,
): Promise<MatterRow[]> {
  let query = withNames(db)
    .where('matters.community_id', '=', communityId)
    .where('matters.reporter_id', '=', personId)
  if (after) query = query.where('matters.matter_id', '<', after)
  return query.orderBy('matters.matter_id', 'desc').limit(limit).execute()
}

/** What waits for the reporter's word, newest first. Index: matters_of_reporter. */
export function listAwaitingAnswer(
  db: Reader,
  communityId: string,
  personId: string,
  limit: number,
): Promise<MatterRow[]> {
  return withNames(db)
    .where('matters.community_id', '=', communityId)
    .where('matters.reporter_id', '=', personId)
    .where('matters.state', '=', 'resolved')
    .where('matters.answered', '=', false)
    .orderBy('matters.matter_id', 'desc')
    .limit(limit)
    .execute()
}

/** Public matters at a place or below it, newest first. */
const atPlace = (db: Reader, communityId: string, placeId: string) =>
  withNames(db)
    .innerJoin('matter_places as at', (join) =>
      join
        .onRef('at.community_id', '=', 'matters.community_id')
        .onRef('at.matter_id', '=', 'matters.matter_id'),
    )
    .where('matters.community_id', '=', communityId)
    .where('at.community_id', '=', communityId)
    .where('at.place_id', '=', placeId)

/** One page of them. Index: the key of matter_places. */
export function listAtPlace(
  db: Reader,
  communityId: string,
  placeId: string,
  { after, limit }: Slice,
): Promise<MatterRow[]> {
  let query = atPlace(db, communityId, placeId)
  if (after) query = query.where('at.matter_id', '<', after)
  return query.orderBy('at.matter_id', 'desc').limit(limit).execute()
}

/** The states of what still asks something of somebody, as the index matters_open names them. */
const IS_OPEN = sql<boolean>`matters.state in
  ('submitted', 'acknowledged', 'assigned', 'in_progress', 'deferred', 'resolved')`

/**
 * Those that are open and not merged into another, without the one named. Index: matters_open, and the key of
 * matter_places; what is over, however much, is not read.
 */
export function listOpenAtPlace(
  db: Reader,
  communityId: string,
  placeId: string,
  { except, limit }: { except?: string; limit: number },
): Promise<MatterRow[]> {
  let query = atPlace(db, communityId, placeId).where(IS_OPEN)
  if (except) query = query.where('matters.matter_id', '<>', except)
  return query.orderBy('matters.matter_id', 'desc').limit(limit).execute()
}
