import { sql, type Selectable } from 'kysely'
import type { Wish, WishStanding } from '#core/wishes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StoredWish = Selectable<Tables['wishes']>
/** A wish with what its author is called. */
export type WishRow = StoredWish & { nickname: string | null }

const withAuthor = (db: Reader) =>
  db
    .selectFrom('wishes')
    .leftJoin('people', 'people.person_id', 'wishes.author_id')
    .selectAll('wishes')
    .select('people.nickname')

/** One wish of a community. */
export function findWish(db: Reader, communityId: string, wishId: string): Promise<WishRow | undefined> {
  return withAuthor(db)
    .where('wishes.community_id', '=', communityId)
    .where('wishes.wish_id', '=', wishId)
    .executeTakeFirst()
}

/** Several of them, in no order. */
export function listWishesById(
  db: Reader,
  communityId: string,
  wishIds: readonly string[],
): Promise<WishRow[]> {
  return withAuthor(db)
    .where('wishes.community_id', '=', communityId)
    .where(sql<boolean>`wishes.wish_id = any (${[...wishIds]}::uuid[])`)
    .execute()
}

/** Several, their rows locked until the transaction ends, always in the order of their ids. */
export function lockWishes(
  tx: Transaction,
  communityId: string,
  wishIds: readonly string[],
): Promise<WishRow[]> {
  return withAuthor(tx)
    .where('wishes.community_id', '=', communityId)
    .where(sql<boolean>`wishes.wish_id = any (${[...wishIds]}::uuid[])`)
    .orderBy('wishes.wish_id')
    .forUpdate('wishes')
    .execute()
}

/** One wish, its row locked until the transaction ends. */
export async function lockWish(
  tx: Transaction,
  communityId: string,
  wishId: string,
): Promise<WishRow | undefined> {
  return (await lockWishes(tx, communityId, [wishId]))[0]
}

/** The wish as the rules see it, for one asker. */
export function wishOf(row: StoredWish, standing: WishStanding): Wish {
  return {
    communityId: row.community_id,
    jurisdiction: row.jurisdiction,
    authorId: row.author_id,
    placeId: row.place_id,
    forOther: row.consent_way !== null,
    state: row.state,
    wordsState: row.words_state,
    scope: row.scope,
    scopePlaceId: row.scope_place_id,
    helper: row.helper_id && { personId: row.helper_id, organisationId: row.helper_organisation_id },
    wantedBy: row.wanted_by,
    publishedAt: row.published_at,
    standsUntil: row.stands_until,
    claimedAt: row.claimed_at,
    contactedAt: row.contacted_at,
    deliveredAt: row.delivered_at,
    askedAgainAt: row.asked_again_at,
    memberLeftAt: row.member_left_at,
    seconds: row.seconds,
    secondsNeeded: row.seconds_needed,
    proposal: row.proposal_kind &&
      row.proposal_by && { kind: row.proposal_kind, id: row.proposal_id, byId: row.proposal_by },
    standing,
  } as Wish
}

const has = <Key extends keyof Wish>(
  changes: Partial<Wish>,
  key: Key,
): changes is Partial<Wish> & Pick<Wish, Key> => Object.prototype.hasOwnProperty.call(changes, key)

/** Columns of what the rules changed; what they left alone is left out. */
export function columnsOf(changes: Partial<Wish>): Partial<StoredWish> {
  return {
    ...(has(changes, 'state') && { state: changes.state }),
    ...(has(changes, 'helper') && {
      helper_id: changes.helper?.personId ?? null,
      helper_organisation_id: changes.helper?.organisationId ?? null,
      ...(changes.helper ? {} : { helper_name: null }),
    }),
    ...(has(changes, 'wantedBy') && { wanted_by: changes.wantedBy }),
    ...(has(changes, 'publishedAt') && { published_at: changes.publishedAt }),
    ...(has(changes, 'standsUntil') && { stands_until: changes.standsUntil }),
    ...(has(changes, 'claimedAt') && { claimed_at: changes.claimedAt }),
    ...(has(changes, 'contactedAt') && { contacted_at: changes.contactedAt }),
    ...(has(changes, 'deliveredAt') && { delivered_at: changes.deliveredAt }),
    ...(has(changes, 'askedAgainAt') && { asked_again_at: changes.askedAgainAt }),
    ...(has(changes, 'memberLeftAt') && { member_left_at: changes.memberLeftAt }),
    ...(has(changes, 'proposal') &&
      changes.proposal === null && {
        proposal_kind: null,
        proposal_id: null,
        proposal_by: null,
        proposal_by_name: null,
        proposal_reason: null,
      }),
  }
}

/** Saves what an act changes, with the next revision. */
export async function saveWish(
  tx: Transaction,
  row: WishRow,
  changes: Partial<StoredWish>,
): Promise<WishRow> {
  const next = { ...changes, revision: row.revision + 1 }
  await setWish(tx, row, next)
  return { ...row, ...next }
}

/** Saves what is no step of the wish: the revision stays, so that nobody's act is refused for it. */
export async function setWish(
  tx: Transaction,
  row: Pick<StoredWish, 'community_id' | 'wish_id'>,
  columns: Partial<StoredWish>,
): Promise<void> {
  await tx
    .updateTable('wishes')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('wish_id', '=', row.wish_id)
    .execute()
}
