import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { hasDesk, matterPolicy, type MatterView } from '#core/matters'
import { belongsHere } from '#core/places'
import { countCases } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { countDesk, listDesk, type DeskQuery } from './desk-repository'
import { mattersMetBy } from './joiners'
import { presentItem, readView } from './present-matter'
import { findMatter, listAtPlace, listByReporter, matterOf, type MatterRow } from './repository'

const LIMIT = PAGE_SIZE + 1

/** One page of the rows the caller may open, as they may see them: of another grid's, staff would find nothing. */
export function pageOfRows({ actor, region, now }: Context, rows: readonly MatterRow[]) {
  const at = now()
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.matter_id],
    (row) => row,
  )
  const readable = page.items.filter((row) => matterPolicy.read(actor, matterOf(row)))
  return { ...page, items: readable.map((row) => presentItem(row, region, actor, at)) }
}

/** What the caller reported, newest first: one query. */
export async function listMyMatters(context: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)?.[0]
  const { db, actor, region } = context
  return pageOfRows(
    context,
    await listByReporter(db, region.regionId, actor.personId, { after, limit: LIMIT }),
  )
}

/** What happens at a place and below it; without a place, in the whole community. */
export async function listFeed(context: Context, { placeId, cursor }: { placeId?: string; cursor?: string }) {
  const { db, actor, region } = context
  if (!belongsHere(actor)) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, idCursor)?.[0]
  return pageOfRows(
    context,
    await listAtPlace(db, region.regionId, placeId ?? region.regionId, { after, limit: LIMIT }),
  )
}

/** A matter with its timeline; what the caller may not know of is not found. */
export async function readMatter(context: Context, matterId: string): Promise<MatterView> {
  const { db, actor, region } = context
  const row = await findMatter(db, region.regionId, matterId)
  const matter = row && (await mattersMetBy(db, actor, region.regionId, [row])).get(matterId)
  if (!row || !matter || !matterPolicy.read(actor, matter)) throw new DomainError('NOT_FOUND')
  return readView(db, context, row)
}

/** One list of the desk; the first page of the whole list brings the counts of all. */
export async function readDesk(context: Context, { cursor, ...query }: DeskQuery & { cursor?: string }) {
  const { db, actor, region, now } = context
  if (!hasDesk(actor)) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, idCursor)?.[0]
  const reading = { actor, communityId: region.regionId, now: now() }
  const rows = await listDesk(db, reading, query, { after, limit: LIMIT })
  return {
    ...pageOfRows(context, rows),
    counts: after ? null : await countDesk(db, reading),
    moderation: after ? null : await countCases(context),
  }
}
