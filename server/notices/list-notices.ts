import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { noticePolicy, type NoticeItem, type NoticeView } from '#core/notices'
import { isOffice } from '#core/permissions'
import { belongsHere } from '#core/places'
import { findPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { presentNotice, presentNoticeItem } from './present-notice'
import {
  findNotice,
  listFresh,
  listNoticesAt,
  listNoticesOf,
  listPinned,
  noticeOf,
  type NoticeForReader,
} from './repository'

export interface ListNotices {
  placeId?: string | undefined
  mine?: 'true' | undefined
  cursor?: string | undefined
}

/**
 * Notices of a place and of all it lies in: what concerns who lives there. Without a place: of the caller's home, else
 * of the community. Those on top come with the first page.
 */
export async function listNotices(context: Context, { placeId, mine, cursor }: ListNotices) {
  const { db, actor, region } = context
  if (!belongsHere(actor) && !actor.roles.some(isOffice)) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, idCursor)?.[0]
  const slice = { after, limit: PAGE_SIZE + 1 }
  const reader = readerOf(context)
  if (mine) return { pinned: [], ...pageOf(context, await listNoticesOf(db, reader, slice)) }
  const path = placeId ? await pathTo(context, placeId) : (actor.homes[0]?.path ?? [region.regionId])
  const [pinned, rows] = await Promise.all([
    after ? [] : listPinned(db, reader, path),
    listNoticesAt(db, reader, path, slice),
  ])
  return { pinned: readable(context, pinned), ...pageOf(context, rows) }
}

const readerOf = ({ actor, region, now }: Context) => ({
  communityId: region.regionId,
  personId: actor.personId,
  now: now(),
})

async function pathTo({ db, region }: Context, placeId: string): Promise<string[]> {
  if (placeId === region.regionId) return [placeId]
  const place = await findPlace(db, region.regionId, placeId)
  if (!place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  return place.path
}

/** Of those the caller may read, what a list shows. */
function readable({ actor, now }: Context, rows: readonly NoticeForReader[]): NoticeItem[] {
  return rows
    .filter((row) => noticePolicy.read(actor, noticeOf(row)))
    .map((row) => presentNoticeItem(row, now()))
}

function pageOf(context: Context, rows: readonly NoticeForReader[]) {
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.notice_id],
    (row) => row,
  )
  return { ...page, items: readable(context, page.items) }
}

/** One notice; what the caller may not know of is not found. */
export async function readNotice(context: Context, noticeId: string): Promise<NoticeView> {
  const { db, actor, region } = context
  const row = await findNotice(db, region.regionId, noticeId)
  if (!row || !noticePolicy.read(actor, noticeOf(row))) throw new DomainError('NOT_FOUND')
  return presentNotice(db, context, row)
}

/** Notices on the first screen, and for how many days one that isn't on top counts as new. */
const SHOWN_AT_HOME = 3
const NEW_DAYS = 14
const DAY_MS = 86_400_000

/** What the first screen shows above the feed of a place: what is on top, then what is new to the caller. */
export async function listNoticesForHome(context: Context, path: readonly string[]): Promise<NoticeItem[]> {
  const { db, now } = context
  const reader = readerOf(context)
  const since = new Date(now().getTime() - NEW_DAYS * DAY_MS)
  const [pinned, fresh] = await Promise.all([
    listPinned(db, reader, path),
    listFresh(db, reader, path, { since, limit: SHOWN_AT_HOME }),
  ])
  return readable(context, [...pinned, ...fresh]).slice(0, SHOWN_AT_HOME)
}
