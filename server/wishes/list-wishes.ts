import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import {
  canMergeInto,
  mayBrowseWishes,
  placesToMergeInto,
  readsCommunityWishes,
  wishOfficePlaces,
  wishPolicy,
  type Wish,
  type WishItem,
  type WishKind,
  type WishList,
  type WishPart,
} from '#core/wishes'
import { DomainError } from '#core/errors'
import { listOrganisationsOf } from '#server/organisations/index'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import {
  countOffers,
  countWishes,
  listWishesHelped,
  listWishesSaid,
  listWishRows,
  type Audience,
} from './list-repository'
import { originOf } from './origins'
import { presentItem } from './present-wish'
import { findWish, type WishRow } from './repository'
import { wishesMetBy, wishMetBy } from './standing'

const momentCursor = z.tuple([z.iso.datetime(), z.uuid()])
const LIMIT = PAGE_SIZE + 1

export interface ListWishes {
  list: WishList
  /** What was said to this place or inside it, as far as it reaches the asker; left out: everything that does. */
  placeId?: string | undefined
  kind?: WishKind | undefined
  /** Only those into which this wish may be merged. */
  mergeOf?: string | undefined
  cursor?: string | undefined
}

/** One list of the neighbours' wishes; the first page brings the counts of all. */
export async function listWishes(context: Context, asked: ListWishes) {
  const { list, placeId, kind, mergeOf, cursor } = asked
  const { db, actor, region } = context
  if (mergeOf) return listTargets(context, mergeOf, asked)
  const organisations = await listOrganisationsOf(db, region.regionId, actor.personId)
  if (!mayBrowseWishes(actor, region.regionId, organisations.length > 0)) throw new DomainError('NOT_ALLOWED')
  const audience = audienceOf(context, organisations.length > 0, await saidToPlace(context, placeId))
  const after = decodeCursor(cursor, momentCursor)
  const rows = await listWishRows(db, audience, { list, kind }, { after, limit: LIMIT })
  return {
    ...(await pageOfWishes(context, rows, byMoment(list))),
    counts: after ? null : await countWishes(db, audience),
    lately: after || list !== 'waiting' || kind ? null : await listLately(context, audience),
  }
}

const byMoment =
  (list: WishList) =>
  (row: WishRow): [string, string] => [
    (list === 'waiting' ? (row.stands_until as Date) : row.changed_at).toISOString(),
    row.wish_id,
  ]

/** What the author may be asked to let their wish go into: said as far or further, and readable for who asks. */
async function listTargets(context: Context, mergeOf: string, { list, kind, cursor }: ListWishes) {
  const { db, actor, region } = context
  const row = await findWish(db, region.regionId, mergeOf)
  const wish = row && (await wishMetBy(db, actor, row))
  if (!wish || !wishPolicy.read(actor, wish)) throw new DomainError('NOT_FOUND')
  if (!wishPolicy.ask_merge(actor, wish)) throw new DomainError('NOT_ALLOWED')
  const audience = {
    communityId: region.regionId,
    scopePlaceIds: placesToMergeInto(wish),
    officePlaceIds: [],
  }
  const after = decodeCursor(cursor, momentCursor)
  const rows = await listWishRows(db, audience, { list, kind }, { after, limit: LIMIT })
  const mayTake = (id: string, other: Wish) => id !== mergeOf && canMergeInto(wish, other).allowed
  return {
    ...(await pageOfWishes(context, rows, byMoment(list), mayTake)),
    counts: null,
    lately: null,
  }
}

/** So many that came true stand below those that wait. */
const LATELY = 2

async function listLately(context: Context, audience: Audience): Promise<WishItem[]> {
  const which = { list: 'fulfilled' as const, kind: undefined }
  const rows = await listWishRows(context.db, audience, which, { after: undefined, limit: LATELY })
  return (await pageOfWishes(context, rows, byId)).items
}

/** Nobody says a wish to a staircase or a home: whoever asks there looks at their building. */
async function saidToPlace(
  { db, region }: Context,
  placeId: string | undefined,
): Promise<string | undefined> {
  if (!placeId || placeId === region.regionId) return placeId
  return (await originOf(db, region, placeId))?.place.placeId ?? placeId
}

/**
 * Places to which something was said that reaches the asker where they live, and those they answer for. Of a place one
 * looks at: what reaches it, so also what was said to its estate and to the whole community.
 */
function audienceOf(
  { actor, region }: Context,
  inOrganisation: boolean,
  placeId: string | undefined,
): Audience {
  const communityId = region.regionId
  const lived = actor.homes.flatMap(({ path }) => (!placeId || path.includes(placeId) ? path : []))
  const whole = !placeId || placeId === communityId
  const asHelper = whole && readsCommunityWishes(actor, communityId, inOrganisation) ? [communityId] : []
  const held = wishOfficePlaces(actor)
  const holdsAll = held.some((id) => region.path.includes(id))
  return {
    communityId,
    scopePlaceIds: [...new Set([...lived, ...asHelper])],
    // Who answers for the whole community looks at the place asked for; others at theirs.
    officePlaceIds: placeId && holdsAll ? [placeId] : whole ? held : held.filter((id) => id === placeId),
  }
}

/** What the asker said, or helps with, newest first. */
export async function listMyWishes(context: Context, { part, cursor }: { part: WishPart; cursor?: string }) {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const slice = { after, limit: LIMIT }
  if (part === 'said')
    return pageOfWishes(context, await listWishesSaid(db, region.regionId, actor.personId, slice), byId)
  const organisations = await listOrganisationsOf(db, region.regionId, actor.personId)
  const helper = {
    personId: actor.personId,
    organisationIds: organisations.map(({ organisationId }) => organisationId),
  }
  return pageOfWishes(context, await listWishesHelped(db, region.regionId, helper, slice), byId)
}

const byId = (row: WishRow): [string] => [row.wish_id]

/** A page of rows as their asker may see them: what each has to do with them, first photos, offers. Four queries. */
async function pageOfWishes(
  context: Context,
  rows: readonly WishRow[],
  keyOf: (row: WishRow) => readonly string[],
  fits: (wishId: string, wish: Wish) => boolean = () => true,
): Promise<{ items: WishItem[]; nextCursor: string | null }> {
  const { db, actor, region, photoKey, now } = context
  const page = toPage(rows, PAGE_SIZE, keyOf, (row) => row)
  const met = await wishesMetBy(db, actor, region.regionId, page.items)
  const readable = page.items.filter((row) => {
    const wish = met.get(row.wish_id)
    return wish !== undefined && wishPolicy.read(actor, wish) && fits(row.wish_id, wish)
  })
  const subjects = readable.map(({ wish_id: id }) => ({ kind: 'wish' as const, id }))
  const photos = subjects.length > 0 ? await listPhotosOf(db, region.regionId, subjects) : []
  const mine = readable.filter((row) => row.author_id === actor.personId && row.state === 'published')
  const offers = await countOffers(
    db,
    region.regionId,
    mine.map(({ wish_id: id }) => id),
  )
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  return {
    ...page,
    items: readable.flatMap((row) => {
      const wish = met.get(row.wish_id)
      if (!wish) return []
      const first = photos.find((photo) => photo.subject.id === row.wish_id && photo.seq === 0)
      const thumbUrl = first ? (presentPhotos([first], viewing)[0]?.thumbUrl ?? null) : null
      return [presentItem(row, wish, actor, { thumbUrl, offersWaiting: offers.get(row.wish_id) ?? 0 })]
    }),
  }
}
