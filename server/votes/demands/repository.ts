import type { Selectable } from 'kysely'
import type { Actor } from '#core/permissions'
import { DEMAND_UNNAMED, type Demand } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { ownsNearby } from '../standing'
import { listCommittees } from '../vote-place'

type Reader = Database | Transaction
export type DemandRow = Selectable<Tables['owners_demands']>

/** One demand of a community. */
export function findDemand(
  db: Reader,
  communityId: string,
  demandId: string,
): Promise<DemandRow | undefined> {
  return db
    .selectFrom('owners_demands')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('demand_id', '=', demandId)
    .executeTakeFirst()
}

/** The same, its row locked until the transaction ends: nobody signs meanwhile, and it is met once. */
export function lockDemand(
  tx: Transaction,
  communityId: string,
  demandId: string,
): Promise<DemandRow | undefined> {
  return tx
    .selectFrom('owners_demands')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('demand_id', '=', demandId)
    .forUpdate()
    .executeTakeFirst()
}

/** Saves what a step changes, with the next revision. Answers the row as it is then. */
export async function saveDemand(
  tx: Transaction,
  row: DemandRow,
  changes: Partial<DemandRow>,
): Promise<DemandRow> {
  const next = { ...changes, revision: row.revision + 1 }
  await tx
    .updateTable('owners_demands')
    .set(next)
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', row.demand_id)
    .execute()
  return { ...row, ...next }
}

/** Everything of it that its author wrote. */
export const demandWords = ({ title, text }: Pick<DemandRow, 'title' | 'text'>): string => `${title}\n${text}`

/** What a message calls it: by its title for its author, and for others as long as its words are shown. */
export const demandTitleFor = (row: DemandRow, readerId: string): string =>
  row.words_state === 'shown' || row.author_id === readerId ? row.title : DEMAND_UNNAMED

/** The demand as the rules see it, for one asker. Three queries at most. */
export async function demandFor(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'homes'>,
  row: DemandRow,
  now: Date,
): Promise<Demand> {
  const signature = await db
    .selectFrom('demand_signatures')
    .select('signature_id')
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', row.demand_id)
    .where('person_id', '=', actor.personId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const committees = await listCommittees(db, row.jurisdiction, now)
  return {
    placeId: row.place_id,
    kind: row.place_kind,
    jurisdiction: row.jurisdiction,
    hasCommittee: committees.length > 0,
    committeeSilent: row.silent_at !== null,
    state: row.state,
    authorId: row.author_id,
    wordsState: row.words_state,
    endsAt: row.ends_at,
    metAt: row.met_at,
    waitsSince: row.waits_since,
    signed: signature !== undefined,
    ownsHere: actor.homes.length === 0 && (await ownsNearby(db, actor, row.community_id)),
  }
}
