import { sql, type Selectable } from 'kysely'
import { OFFERS_AT_MOST, offerLapsesAt } from '#core/wishes'
import { DomainError } from '#core/errors'
import { enqueue } from '#server/platform/jobs/index'
import { newId, type Database, type Tables, type Transaction } from '#server/platform/db/index'
import type { OfferState } from '#server/platform/db/schema/wishes'
import type { StoredWish } from './repository'

export type StoredOffer = Selectable<Tables['wish_offers']>
type OfWish = Pick<StoredWish, 'community_id' | 'wish_id'>

/** Offers that wait for the author's word, first to last; at most OFFERS_AT_MOST. */
export function listWaitingOffers(db: Database | Transaction, wish: OfWish): Promise<StoredOffer[]> {
  return waiting(db, wish).execute()
}

const waiting = (db: Database | Transaction, wish: OfWish) =>
  db
    .selectFrom('wish_offers')
    .selectAll()
    .where('community_id', '=', wish.community_id)
    .where('wish_id', '=', wish.wish_id)
    .where('state', '=', 'waiting')
    .orderBy('offer_id')
    .limit(OFFERS_AT_MOST)

/** Who can be reached: somebody without a phone can't be asked to help, so their offer isn't there until they have one. */
export const HAS_PHONE = sql<boolean>`exists (select 1 from phones where phones.person_id = wish_offers.person_id)`

/** Offers that the author may answer with a yes, first to last. */
export async function listOffersToAnswer(db: Database | Transaction, wish: OfWish): Promise<StoredOffer[]> {
  return waiting(db, wish).where(HAS_PHONE).execute()
}

export interface NewOffer {
  personId: string
  organisationId: string | null
  shownName: string | null
  name: string
  note: string | null
  now: Date
}

/** Adds an offer to a locked wish, with the job that lets it lapse. Throws WISH_OFFERS_FULL. */
export async function saveOffer(tx: Transaction, wish: OfWish, offer: NewOffer): Promise<void> {
  if ((await listWaitingOffers(tx, wish)).length >= OFFERS_AT_MOST) throw new DomainError('WISH_OFFERS_FULL')
  const offerId = newId()
  const lapsesAt = offerLapsesAt(offer.now)
  await tx
    .insertInto('wish_offers')
    .values({
      community_id: wish.community_id,
      wish_id: wish.wish_id,
      offer_id: offerId,
      person_id: offer.personId,
      organisation_id: offer.organisationId,
      shown_name: offer.shownName,
      name: offer.name,
      note: offer.note,
      offered_at: offer.now,
      lapses_at: lapsesAt,
      state: 'waiting',
    })
    .execute()
  await enqueue(
    tx,
    'wish_offer_lapses',
    { communityId: wish.community_id, wishId: wish.wish_id, offerId },
    { runAt: lapsesAt, key: `wish_offer_lapses:${offerId}` },
  )
}

/** One waiting offer of a locked wish; undefined when it waits no more. */
export function findWaitingOffer(
  tx: Transaction,
  wish: OfWish,
  by: { offerId: string } | { personId: string },
): Promise<StoredOffer | undefined> {
  const query = tx
    .selectFrom('wish_offers')
    .selectAll()
    .where('community_id', '=', wish.community_id)
    .where('wish_id', '=', wish.wish_id)
    .where('state', '=', 'waiting')
  return (
    'offerId' in by ? query.where('offer_id', '=', by.offerId) : query.where('person_id', '=', by.personId)
  ).executeTakeFirst()
}

/** Brings one offer into another state. */
export async function setOffer(
  tx: Transaction,
  { community_id, wish_id, offer_id }: Pick<StoredOffer, 'community_id' | 'wish_id' | 'offer_id'>,
  state: OfferState,
): Promise<void> {
  await tx
    .updateTable('wish_offers')
    .set({ state })
    .where('community_id', '=', community_id)
    .where('wish_id', '=', wish_id)
    .where('offer_id', '=', offer_id)
    .execute()
}

/** Ends every offer in one state; answers whose they were. */
export async function endOffers(
  tx: Transaction,
  wish: OfWish,
  from: OfferState,
  to: OfferState,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    update wish_offers set state = ${to} where community_id = ${wish.community_id}
      and wish_id = ${wish.wish_id} and state = ${from} returning person_id`.execute(tx)
  return rows.map((row) => row.person_id)
}
