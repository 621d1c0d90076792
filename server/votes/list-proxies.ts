import { PAGE_SIZE } from '#core/contract'
import { proxyPartyOf, votePolicy, type ProxyList } from '#core/votes'
import { DomainError } from '#core/errors'
import type { PhotoReader } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { presentProxies } from './present-proxies'
import { findProxy, listProxiesAfter, proxyOf } from './proxy-repository'
import { findVote, voteOf } from './repository'
import { standingOf, votersMetIn } from './standing'

/** 委托: all of a vote for who checks them, else those that the asker has, or that others have for them. */
export async function listProxies(
  context: Context,
  { voteId, list, cursor }: { voteId: string; list: ProxyList; cursor?: string | undefined },
) {
  const { db, actor, region } = context
  const row = await findVote(db, region.regionId, voteId)
  if (!row) throw new DomainError('NOT_FOUND')
  const met = await votersMetIn(db, actor, row)
  const { own } = met
  const vote = voteOf(row, await standingOf(db, actor, row, met))
  if (!votePolicy.follow(actor, vote)) throw new DomainError('NOT_FOUND')
  const rows = await listProxiesAfter(db, row, {
    met: votePolicy.decide_proxy(actor, vote) ? null : { personId: actor.personId, own },
    waiting: list === 'waiting',
    after: decodeCursor(cursor, idCursor)?.[0],
    limit: PAGE_SIZE + 1,
  })
  const page = toPage(
    rows,
    PAGE_SIZE,
    (one) => [one.proxy_id],
    (one) => one,
  )
  return { ...page, items: await presentProxies(db, context, { vote, own }, page.items) }
}

/** Photos of a written authority are for those who may know of the proxy, as long as they may read the vote. */
export const proxyPhotoReader: PhotoReader = async ({ db, actor, region }, proxyId) => {
  const found = await findProxy(db, region.regionId, proxyId)
  const row = found && (await findVote(db, region.regionId, found.vote_id))
  if (!found || !row) return false
  const met = await votersMetIn(db, actor, row)
  const { own } = met
  const vote = voteOf(row, await standingOf(db, actor, row, met))
  return votePolicy.follow(actor, vote) && proxyPartyOf(actor, vote, proxyOf(found, own)) !== undefined
}
