import { sql, type Selectable } from 'kysely'
import type { Item, Round } from '#core/rounds'
import { listOrganisationsOf } from '#server/organisations/index'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type ItemRow = Selectable<Tables['action_items']>
export type ItemStepRow = Selectable<Tables['item_steps']>
type ItemKey = Pick<ItemRow, 'community_id' | 'item_id'>

const one = (db: Reader, communityId: string, itemId: string) =>
  db
    .selectFrom('action_items')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('item_id', '=', itemId)

/** One item of a community. */
export function findItem(db: Reader, communityId: string, itemId: string): Promise<ItemRow | undefined> {
  return one(db, communityId, itemId).executeTakeFirst()
}

/** The same, its row locked until the transaction ends: steps come one after the other. */
export function lockItem(tx: Transaction, communityId: string, itemId: string): Promise<ItemRow | undefined> {
  return one(tx, communityId, itemId).forUpdate().executeTakeFirst()
}

/** Saves what a step changes, with the next revision. Answers the row as it is then. */
export async function saveItem(tx: Transaction, row: ItemRow, changes: Partial<ItemRow>): Promise<ItemRow> {
  const next = { ...changes, revision: row.revision + 1 }
  await setItem(tx, row, next)
  return { ...row, ...next }
}

/** Saves what is no step of it: the revision stays. */
export async function setItem(tx: Transaction, row: ItemKey, columns: Partial<ItemRow>): Promise<void> {
  await tx
    .updateTable('action_items')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('item_id', '=', row.item_id)
    .execute()
}

/** Ids of the organisations in force that the asker is in, where one of the items asks an organisation at all. */
export async function organisationsAsked(
  db: Reader,
  communityId: string,
  personId: string,
  rows: readonly Pick<ItemRow, 'organisation_id'>[],
): Promise<ReadonlySet<string>> {
  if (rows.every(({ organisation_id }) => organisation_id === null)) return new Set()
  const own = await listOrganisationsOf(db, communityId, personId)
  return new Set(own.map(({ organisationId }) => organisationId))
}

/** The item as the rules see it, for one asker. */
export function itemOf(row: ItemRow, round: Round, organisations: ReadonlySet<string>): Item {
  return {
    round,
    authorId: row.author_id,
    state: row.state,
    wordsState: row.words_state,
    ownerKind: row.owner_kind,
    ownerId: row.owner_id,
    inOrganisation: row.organisation_id !== null && organisations.has(row.organisation_id),
    isProject: row.is_project,
  }
}

/** One of them. One query at most. */
export async function itemFor(db: Reader, personId: string, row: ItemRow, round: Round): Promise<Item> {
  return itemOf(row, round, await organisationsAsked(db, row.community_id, personId, [row]))
}

/** Everything that happened to an item, first to last. */
export function listItemSteps(db: Reader, { community_id, item_id }: ItemKey): Promise<ItemStepRow[]> {
  return db
    .selectFrom('item_steps')
    .selectAll()
    .where('community_id', '=', community_id)
    .where('item_id', '=', item_id)
    .orderBy('seq')
    .execute()
}

/** Adds one step at the item's present revision. */
export async function saveItemStep(
  tx: Transaction,
  row: ItemRow,
  step: Pick<ItemStepRow, 'step_id' | 'act' | 'at' | 'person_id' | 'by_name' | 'note' | 'words_state'>,
): Promise<void> {
  await tx
    .insertInto('item_steps')
    .values({ community_id: row.community_id, item_id: row.item_id, seq: row.revision, ...step })
    .execute()
}

/** Whether a round's topic may be named by its items. */
export async function isTopicOf(
  tx: Transaction,
  { community_id, round_id }: Pick<ItemRow, 'community_id' | 'round_id'>,
  topicId: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from topics where community_id = ${community_id}
    and topic_id = ${topicId} and round_id = ${round_id}`.execute(tx)
  return rows.length > 0
}

/** Several items of a community, in no order. */
export function listItemsById(
  db: Reader,
  communityId: string,
  itemIds: readonly string[],
): Promise<ItemRow[]> {
  return db
    .selectFrom('action_items')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`item_id = any (${[...itemIds]}::uuid[])`)
    .execute()
}
