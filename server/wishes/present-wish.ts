import {
  isStepForAll,
  isTogether,
  replacementEndsAt,
  wishActsFor,
  wishPolicy,
  decideReadContact,
  decideSecond,
  type MergeKind,
  type Wish,
  type WishItem,
  type WishView,
} from '#core/wishes'
import { maskPhone } from '#core/people'
import type { Actor } from '#core/permissions'
import { listOrganisationsOf } from '#server/organisations/index'
import { openPhone, readPhoneOf } from '#server/people/index'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { topicForWish } from '#server/rounds/index'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { listWishEvents, type StoredWishEvent } from './events'
import { authorName } from './names'
import { listOffersToAnswer, type StoredOffer } from './offers'
import { findWish, type WishRow } from './repository'
import { wishMetBy } from './standing'

type Reader = Database | Transaction
type Viewing = Pick<Context, 'actor' | 'now' | 'photoKey'>

/** What a list and a page both say of a wish. */
export function presentFacts(row: WishRow, wish: Wish, actor: Actor) {
  return {
    wishId: row.wish_id,
    title: row.title,
    kind: row.kind,
    byName: authorName(row),
    forOther: row.consent_way !== null,
    state: row.state,
    wantedBy: row.wanted_by,
    whenSuits: row.when_suits,
    standsUntil: row.stands_until?.toISOString() ?? null,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    seconds: row.seconds,
    secondsNeeded: row.seconds_needed,
    helperName: row.helper_name,
    mine: row.author_id === actor.personId,
    helping: row.helper_id === actor.personId && row.member_left_at === null,
    organisationHelps: wish.standing.ofHelper,
    replaceUntil: replaceUntil(row, wish, actor),
  }
}

/** For who waits for another of the organisation, and who of it may go. After 帮好了 nobody is waited for. */
function replaceUntil(row: WishRow, { standing }: Wish, { personId }: Actor): string | null {
  if (row.state !== 'claimed' || !row.member_left_at) return null
  return standing.ofHelper || row.author_id === personId
    ? replacementEndsAt(row.member_left_at).toISOString()
    : null
}

/** What a list adds: the first photo, the thanks, and what waits for its author. */
export function presentItem(
  row: WishRow,
  wish: Wish,
  actor: Actor,
  { thumbUrl, offersWaiting }: Pick<WishItem, 'thumbUrl' | 'offersWaiting'>,
): WishItem {
  return { ...presentFacts(row, wish, actor), thanks: row.thanks, thumbUrl, offersWaiting }
}

/** A wish as its reader finds it, with the acts open to them. Eight queries at most. */
export async function presentWish(
  db: Reader,
  context: Viewing,
  box: ContactBox,
  row: WishRow,
): Promise<WishView> {
  const { actor, photoKey, now } = context
  const wish = await wishMetBy(db, actor, row)
  const events = await listWishEvents(db, row.community_id, row.wish_id)
  const photos = await listPhotosOf(db, row.community_id, [{ kind: 'wish', id: row.wish_id }])
  const offers = row.state === 'published' ? await listOffersToAnswer(db, row) : []
  const consented = wishPolicy.read_consent(actor, wish)
  const acts = wishActsFor(actor, wish)
  const seen = events.filter((event) => seesStep(event, row, wish, actor))
  const unseen = new Set(events.filter((event) => !seesWords(event, row, wish, actor)).map(({ seq }) => seq))
  return {
    ...presentFacts(row, wish, actor),
    ...presentStanding(row, wish),
    wordsState: consented ? row.words_state : null,
    declinedReason: consented ? row.declined_reason : null,
    offers: wishPolicy.read_offers(actor, wish) ? offers.map(presentOffer) : [],
    offersWaiting: offers.length,
    maySecond: decideSecond(actor, wish, true).allowed,
    mayTakeBackSecond: decideSecond(actor, wish, false).allowed,
    contactMasked: await maskedContact(db, box, row, wish, actor),
    mayReadContact: decideReadContact(actor, wish, now()).allowed,
    consent:
      consented && row.consent_way
        ? { name: row.other_name && box.open(row.other_name, `wish of ${row.wish_id}`), way: row.consent_way }
        : null,
    proposal:
      row.author_id === actor.personId || row.proposal_by === actor.personId
        ? await presentProposal(db, row, actor)
        : null,
    photos: presentPhotos(
      photos.filter(({ seq }) => !unseen.has(seq)),
      { photoKey, viewerId: actor.personId, now: now() },
    ),
    timeline: seen.map((event) => presentEvent(event, row, wish, actor)),
    mayOfferFor: acts.includes('offer') && wish.standing.inOrganisation ? await listMine(db, row, actor) : [],
    acts,
  }
}

/** The organisations of who reads. */
async function listMine(db: Reader, row: WishRow, { personId }: Actor): Promise<WishView['mayOfferFor']> {
  const organisations = await listOrganisationsOf(db, row.community_id, personId)
  return organisations.map(({ organisationId, name }) => ({ organisationId, name }))
}

function presentStanding(row: WishRow, wish: Wish) {
  return {
    communityId: row.community_id,
    text: row.text,
    where: row.meet_at,
    scope: row.scope,
    scopeName: row.scope_name,
    placeName: row.place_name,
    shownAs: row.shown_as,
    publishedAt: row.published_at?.toISOString() ?? null,
    claimedAt: row.claimed_at?.toISOString() ?? null,
    contactedAt: row.contacted_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    askedAgainAt: row.asked_again_at?.toISOString() ?? null,
    offered: wish.standing.offered,
    seconded: wish.standing.seconded,
    mergedInto: row.merged_kind && row.merged_id ? { kind: row.merged_kind, id: row.merged_id } : null,
    revision: row.revision,
  }
}

function presentOffer(offer: StoredOffer): WishView['offers'][number] {
  return {
    offerId: offer.offer_id,
    name: offer.name,
    note: offer.note,
    offeredAt: offer.offered_at.toISOString(),
    lapsesAt: offer.lapses_at.toISOString(),
  }
}

/** Steps between two people are for those two. */
function seesStep(event: StoredWishEvent, row: WishRow, _wish: Wish, { personId }: Actor): boolean {
  return isStepForAll(event.act) || personId === row.author_id || personId === event.person_id
}

/** What came with a step: for everybody where it may be shown, else for author, helper and who wrote it. */
function seesWords(event: StoredWishEvent, row: WishRow, wish: Wish, actor: Actor): boolean {
  if (!seesStep(event, row, wish, actor)) return false
  if (event.words_shown || event.person_id === actor.personId || row.author_id === actor.personId) return true
  return isOfHelpersTime(event, row, actor) || wishPolicy.read_staff_notes(actor, wish)
}

/** The reader helps, and it was said since they do. */
function isOfHelpersTime(event: StoredWishEvent, row: WishRow, { personId }: Actor): boolean {
  if (row.helper_id !== personId || row.member_left_at || !row.claimed_at) return false
  return event.at >= row.claimed_at
}

function presentEvent(
  event: StoredWishEvent,
  row: WishRow,
  wish: Wish,
  actor: Actor,
): WishView['timeline'][number] {
  return {
    seq: event.seq,
    act: event.act,
    at: event.at.toISOString(),
    byName: event.by_name,
    mine: event.person_id === actor.personId,
    helperName: event.helper_name,
    note: seesWords(event, row, wish, actor) ? event.note : null,
  }
}

/** The other's phone, masked: for author and helper, while they have to do with each other and once it came true. */
async function maskedContact(
  db: Reader,
  box: ContactBox,
  row: WishRow,
  { state }: Wish,
  { personId }: Actor,
): Promise<string | null> {
  if (!row.helper_id || row.member_left_at || !(isTogether(state) || state === 'fulfilled')) return null
  if (personId !== row.author_id && personId !== row.helper_id) return null
  if (personId === row.helper_id && row.other_phone)
    return maskPhone(openPhone(box, row.other_phone, row.wish_id))
  const phone = await readPhoneOf(db, box, personId === row.author_id ? row.helper_id : row.author_id)
  return phone ? maskPhone(phone) : null
}

async function presentProposal(db: Reader, row: WishRow, actor: Actor): Promise<WishView['proposal']> {
  if (!row.proposal_kind) return null
  if (row.proposal_kind === 'topic' && row.proposal_id) {
    const topic = await topicForWish(db, actor, row.community_id, row.proposal_id)
    return proposalIn(row, row.proposal_kind, topic?.title ?? null)
  }
  const target =
    row.proposal_kind === 'wish' && row.proposal_id
      ? await findWish(db, row.community_id, row.proposal_id)
      : undefined
  const readable = target && wishPolicy.read(actor, await wishMetBy(db, actor, target))
  return proposalIn(row, row.proposal_kind, readable ? target.title : null)
}

const proposalIn = (row: WishRow, kind: MergeKind, title: string | null): WishView['proposal'] => ({
  kind,
  id: row.proposal_id,
  title,
  byName: row.proposal_by_name ?? '',
  reason: row.proposal_reason ?? '',
})
