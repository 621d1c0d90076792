import { sql, type RawBuilder, type Selectable } from 'kysely'
import { NOT_ON_RECORD, type Bylaw } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** Bylaws as they are stored; `adopted_on` as YYYY-MM-DD. */
export interface BylawRow extends Omit<Selectable<Tables['bylaws']>, 'adopted_on'> {
  adopted_on: string
}

/** The row as the rules see it; `committees`: places in which an owners' committee is in office now. */
export function bylawOf(row: BylawRow, committees: readonly string[]): Bylaw {
  return {
    state: row.state,
    recordedById: row.recorded_by,
    jurisdiction: row.jurisdiction,
    hasCommittee: row.jurisdiction.some((placeId) => committees.includes(placeId)),
  }
}

const read = (communityId: string, which: RawBuilder<unknown>) => sql<BylawRow>`
  select community_id, bylaw_id, place_id, place_name, jurisdiction, title, clause, adopted_on::text as adopted_on, state,
    recorded_by, recorded_name, recorded_at, decided_by, decided_name, decided_at, ended_by, ended_name, ended_at, reason
  from bylaws where community_id = ${communityId} and ${which}`

/** Bylaws of a community by their id. */
export async function findBylaw(
  db: Reader,
  communityId: string,
  bylawId: string,
): Promise<BylawRow | undefined> {
  const { rows } = await read(communityId, sql`bylaw_id = ${bylawId}`).execute(db)
  return rows[0]
}

/** The same, locked: of two who act on them one comes after the other. */
export async function lockBylaw(
  tx: Transaction,
  communityId: string,
  bylawId: string,
): Promise<BylawRow | undefined> {
  const { rows } = await read(communityId, sql`bylaw_id = ${bylawId} for update`).execute(tx)
  return rows[0]
}

interface Listing {
  communityId: string
  personId: string
  /** Reads all that counts, counted or may come to. */
  readsRecord: boolean
  /** The places of their offices. */
  officePlaces: readonly string[]
  after: string | undefined
  limit: number
}

/** One page of those that somebody may read (`bylawPolicy.read`), the newest first. */
export async function listBylawsAfter(
  db: Reader,
  { communityId, personId, readsRecord, officePlaces, after, limit }: Listing,
): Promise<BylawRow[]> {
  const older = after ? sql`and bylaw_id < ${after}` : sql``
  const onRecord = readsRecord ? sql`state <> all (${[...NOT_ON_RECORD]}::text[]) or` : sql``
  const { rows } = await read(
    communityId,
    sql`(${onRecord} recorded_by = ${personId} or jurisdiction && ${[...officePlaces]}::uuid[]) ${older}
      order by bylaw_id desc limit ${limit}`,
  ).execute(db)
  return rows
}
