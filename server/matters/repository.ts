import type { Selectable } from 'kysely'
import type { Matter } from '#core/matters'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StoredMatter = Selectable<Tables['matters']>
export type StoredEvent = Selectable<Tables['matter_events']>

/** A matter with the names a page needs: its grid's and what its reporter is called. */
export type MatterRow = StoredMatter & { grid_name: string | null; nickname: string | null }

const withNames = (db: Reader) =>
  db
    .selectFrom('matters')
    .leftJoin('places as grid', (join) =>
      join
        .onRef('grid.community_id', '=', 'matters.community_id')
        .onRef('grid.place_id', '=', 'matters.grid_id'),
    )
    .innerJoin('people', 'people.person_id', 'matters.reporter_id')
    .selectAll('matters')
    .select(['grid.name as grid_name', 'people.nickname'])

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

/** One matter, its row locked until the transaction ends. */
export function lockMatter(
  tx: Transaction,
  communityId: string,
  matterId: string,
): Promise<MatterRow | undefined> {
  return withNames(tx)
    .where('matters.community_id', '=', communityId)
    .where('matters.matter_id', '=', matterId)
    .forUpdate('matters')
    .executeTakeFirst()
}

/** The matter as the rules see it. */
export function matterOf(row: StoredMatter): Matter {
  return {
    state: row.state,
    level: row.level,
    gridId: row.grid_id,
    communityId: row.community_id,
    reporterId: row.reporter_id,
    lead: row.lead_kind && row.lead_place_id ? { kind: row.lead_kind, placeId: row.lead_place_id } : null,
    handlerIds: row.handler_ids,
    outcome: row.outcome,
    resolvedAt: row.resolved_at,
    answered: row.answered,
    jurisdiction: row.jurisdiction,
  }
}

/** Everything that happened to a matter, first to last. */
export function listEvents(db: Reader, communityId: string, matterId: string): Promise<StoredEvent[]> {
  return db
    .selectFrom('matter_events')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('matter_id', '=', matterId)
    .orderBy('seq')
    .execute()
}

/** Adds one step to the timeline. */
export async function saveEvent(tx: Transaction, event: StoredEvent): Promise<void> {
  await tx.insertInto('matter_events').values(event).execute()
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
    .orderBy('matters.matter_id', 'desc')
    .limit(limit)
    .execute()
}

/** Matters at a place or below it, newest first. Index: the key of matter_places. */
export function listAtPlace(
  db: Reader,
  communityId: string,
  placeId: string,
  { after, limit }: Slice,
): Promise<MatterRow[]> {
  let query = withNames(db)
    .innerJoin('matter_places as at', (join) =>
      join
        .onRef('at.community_id', '=', 'matters.community_id')
        .onRef('at.matter_id', '=', 'matters.matter_id'),
    )
    .where('matters.community_id', '=', communityId)
    .where('at.community_id', '=', communityId)
    .where('at.place_id', '=', placeId)
  if (after) query = query.where('at.matter_id', '<', after)
  return query.orderBy('at.matter_id', 'desc').limit(limit).execute()
}
