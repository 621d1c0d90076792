import { sql, type Selectable } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import type { LedgerEntryView, LedgerView } from '#core/rounds'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { PhotoView } from '#core/photos'
import type { Context } from '#server/platform/context'
import type { Tables } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readableItem, type ItemAddress } from './in-item'
import { sumsOf } from './ledger'
import type { ItemRow } from './repository'

type EntryRow = Selectable<Tables['ledger_entries']> & { corrected: boolean }

/** 账目, the newest first, with the sums of all of it. Seven queries. */
export async function listLedger(
  context: Context,
  { itemId, roundId, cursor }: ItemAddress & { cursor?: string | undefined },
): Promise<LedgerView> {
  const { row } = await readableItem(context, itemId, roundId)
  return ledgerOf(context, row, cursor)
}

/** The same of an item that its reader may read. Three queries. */
export async function ledgerOf(
  { db, actor, photoKey, now }: Pick<Context, 'db' | 'actor' | 'photoKey' | 'now'>,
  row: Pick<ItemRow, 'community_id' | 'item_id'>,
  cursor?: string,
): Promise<LedgerView> {
  const before = decodeCursor(cursor, idCursor)?.[0]
  const { rows } = await sql<EntryRow>`
    select e.*, exists (select 1 from ledger_entries c where c.community_id = ${row.community_id}
      and c.item_id = ${row.item_id} and c.corrects = e.entry_id) as corrected
    from ledger_entries e where e.community_id = ${row.community_id} and e.item_id = ${row.item_id}
      ${before ? sql`and e.entry_id < ${before}` : sql``}
    order by e.entry_id desc limit ${PAGE_SIZE + 1}`.execute(db)
  const subjects = rows.map(({ entry_id: id }) => ({ kind: 'ledger_entry' as const, id }))
  const photos = await listPhotosOf(db, row.community_id, subjects)
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  const page = toPage(
    rows,
    PAGE_SIZE,
    (entry) => [entry.entry_id],
    (entry) => {
      const receipts = photos.filter(({ subject }) => subject.id === entry.entry_id)
      return presentEntry(entry, presentPhotos(receipts, viewing))
    },
  )
  return { ...page, ...(await sumsOf(db, row)) }
}

function presentEntry(entry: EntryRow, photos: PhotoView[]): LedgerEntryView {
  return {
    entryId: entry.entry_id,
    kind: entry.kind,
    amountFen: entry.amount_fen,
    what: entry.what,
    withWhom: entry.with_whom,
    onDay: entry.on_day,
    byName: entry.by_name,
    at: entry.at.toISOString(),
    corrects: entry.corrects,
    corrected: entry.corrected,
    photos,
  }
}
