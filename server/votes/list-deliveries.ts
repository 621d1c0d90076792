import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { decideSeeDeliveries, votePolicy, type DeliveryList } from '#core/votes'
import { enforce } from '#core/permissions'
import type { PhotoReader } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { deliveryOf, findDelivery, listVotersToReach } from './delivery-repository'
import { presentDeliveries } from './present-deliveries'
import { readable } from './read-vote'
import { findVote, voteOf } from './repository'
import { standingOf, votersMetIn } from './standing'

const positionCursor = z.tuple([z.string().check(z.regex(/^\d{1,9}$/))])

/** 送达: the roll in its order, with what was proved; or only whom the ballot did not reach yet. Empty where silence doesn't count. */
export async function listDeliveries(
  context: Context,
  { voteId, list, cursor }: { voteId: string; list: DeliveryList; cursor?: string | undefined },
) {
  const { row, vote, met } = await readable(context, voteId)
  const after = decodeCursor(cursor, positionCursor)?.[0]
  // Where silence doesn't count nothing is delivered: a list with nobody on it, as of proxies where none are taken.
  if (votePolicy.see_deliveries(context.actor, vote) && !vote.countsSilence)
    return { items: [], nextCursor: null }
  enforce(decideSeeDeliveries(context.actor, vote))
  const voters = await listVotersToReach(context.db, row, {
    missing: list === 'missing',
    after: after === undefined ? undefined : Number(after),
    limit: PAGE_SIZE + 1,
  })
  const page = toPage(
    voters,
    PAGE_SIZE,
    (one): [string] => [String(one.position)],
    (one) => one,
  )
  return {
    ...page,
    items: await presentDeliveries(context.db, context, { vote, own: met.own, row }, page.items),
  }
}

/** Photos of a signature are for who records or checks them, and for who votes for that voter. */
export const deliveryPhotoReader: PhotoReader = async ({ db, actor, region }, deliveryId) => {
  const found = await findDelivery(db, region.regionId, deliveryId)
  const row = found && (await findVote(db, region.regionId, found.vote_id))
  if (!found || !row) return false
  const met = await votersMetIn(db, actor, row)
  const vote = voteOf(row, await standingOf(db, actor, row, met))
  if (!votePolicy.follow(actor, vote)) return false
  return votePolicy.see_deliveries(actor, vote) || deliveryOf(found, met.own).isOwn
}
