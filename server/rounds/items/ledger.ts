import { sql } from 'kysely'
import { counterFen, decideLedger, isCorrectable, signedFen, type LedgerKind } from '#core/rounds'
import { dateOf } from '#core/calendar'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import type { RoundParts } from '../convene-round'
import { withinItem, type InItem, type ItemAddress } from './in-item'
import { nameOnItem, officeForItem } from './names'
import { recordItem } from './on-record'
import type { ItemRow } from './repository'

export interface WriteLedger extends ItemAddress {
  kind: LedgerKind
  fen: number
  what: string
  withWhom?: string | undefined
  onDay: string
  photoIds: string[]
}

/** Sums over a whole ledger, in fen. */
export interface LedgerSums {
  inFen: number
  outFen: number
  balanceFen: number
}

/** 记一笔. Entries are only ever added. Throws LEDGER_AMOUNT_WRONG, LEDGER_DAY_WRONG, ROUND_WORDS_REFUSED. */
export function writeLedger(
  asked: Context,
  input: WriteLedger,
  parts: RoundParts,
): Promise<LedgerSums & { entryId: string }> {
  return withinItem(asked, input, async (doing) => {
    const { context, tx, row, item, at } = doing
    enforce(decideLedger(context.actor, item))
    if ((input.kind === 'gift') !== (input.fen === 0)) throw new DomainError('LEDGER_AMOUNT_WRONG', 'fen')
    if (input.onDay > dateOf(at)) throw new DomainError('LEDGER_DAY_WRONG', 'onDay')
    enforceWords(`${input.what}\n${input.withWhom ?? ''}`, parts, 'what')
    const entryId = await saveEntry(doing, {
      kind: input.kind,
      amount_fen: signedFen(input.kind, input.fen),
      what: input.what,
      with_whom: input.withWhom || null,
      on_day: input.onDay,
      corrects: null,
    })
    await attachPhotos(tx, {
      communityId: row.community_id,
      personId: context.actor.personId,
      photoIds: input.photoIds,
      subject: { kind: 'ledger_entry', id: entryId },
      moment: 'other',
      at,
    })
    await onRecord(doing, 'ledger_write')
    return { entryId, ...(await sumsOf(tx, row)) }
  })
}

/** 冲账: a counter-entry takes one entry back, once; both stay. Throws LEDGER_CORRECTED, NOT_FOUND. */
export function correctLedger(
  asked: Context,
  { entryId, reason, ...address }: ItemAddress & { entryId: string; reason: string },
  parts: RoundParts,
): Promise<LedgerSums & { entryId: string }> {
  return withinItem(asked, address, async (doing) => {
    const { context, tx, row, item, at } = doing
    enforce(decideLedger(context.actor, item))
    const entries = await tx
      .selectFrom('ledger_entries')
      .selectAll()
      .where('community_id', '=', row.community_id)
      .where('item_id', '=', row.item_id)
      .where(({ or, eb }) => or([eb('entry_id', '=', entryId), eb('corrects', '=', entryId)]))
      .execute()
    const entry = entries.find(({ entry_id }) => entry_id === entryId)
    if (!entry) throw new DomainError('NOT_FOUND')
    if (!isCorrectable({ corrects: entry.corrects, corrected: entries.length > 1 }))
      throw new DomainError('LEDGER_CORRECTED')
    enforceWords(reason, parts, 'reason')
    const counter = await saveEntry(doing, {
      kind: entry.kind,
      amount_fen: counterFen({ amountFen: entry.amount_fen }),
      what: reason,
      with_whom: entry.with_whom,
      on_day: dateOf(at),
      corrects: entryId,
    })
    await onRecord(doing, 'ledger_correct')
    return { entryId: counter, ...(await sumsOf(tx, row)) }
  })
}

/** What a ledger says is on show at once: words that aren't clear are refused, with nobody asked. */
function enforceWords(text: string, { contentCheck }: RoundParts, field: string): void {
  if (contentCheck.check(text).verdict !== 'clear') throw new DomainError('ROUND_WORDS_REFUSED', field)
}

interface NewEntry {
  kind: LedgerKind
  amount_fen: number
  what: string
  with_whom: string | null
  on_day: string
  corrects: string | null
}

async function saveEntry({ context, tx, roundRow, row, item, at }: InItem, entry: NewEntry): Promise<string> {
  const entryId = newId()
  // A resident who took it on stays called as they chose to be then.
  const chosen =
    row.owner_kind === 'resident' && row.owner_id === context.actor.personId ? row.owner_name : null
  const by_name =
    chosen ?? (await nameOnItem(tx, context, { round: roundRow, row, item, shownAs: 'nickname' }))
  await tx
    .insertInto('ledger_entries')
    .values({
      community_id: row.community_id,
      item_id: row.item_id,
      entry_id: entryId,
      person_id: context.actor.personId,
      by_name,
      at,
      ...entry,
    })
    .execute()
  return entryId
}

async function onRecord({ context, tx, roundRow, row, item, at }: InItem, act: string): Promise<void> {
  const role = officeForItem(context, roundRow, item)?.role ?? null
  await recordItem(tx, row, { act, at, personId: context.actor.personId, role })
}

/** What came in, what went out, and what is left, over all entries and their corrections: a correction has the kind of what it takes back. */
export async function sumsOf(
  db: Database | Transaction,
  row: Pick<ItemRow, 'community_id' | 'item_id'>,
): Promise<LedgerSums> {
  const { rows } = await sql<{ money_in: string; money_out: string }>`
    select coalesce(sum(amount_fen) filter (where kind = 'money_in'), 0) as money_in,
      coalesce(-sum(amount_fen) filter (where kind = 'money_out'), 0) as money_out
    from ledger_entries where community_id = ${row.community_id} and item_id = ${row.item_id}`.execute(db)
  const inFen = Number(rows[0]?.money_in ?? 0)
  const outFen = Number(rows[0]?.money_out ?? 0)
  return { inFen, outFen, balanceFen: inFen - outFen }
}
