import { dateOf } from '#core/calendar'
import { DomainError } from '#core/errors'
import { FORM, importPolicy, mayExport, sheetRows, type ImportFormat, type Sheet } from '#core/imports'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database } from '#server/platform/db/index'
import { EXPORT_MINUTES, exportAddress } from './export-address'
import { signatureOf } from './office'
import { readStanding } from './standing'
import { writeCsv } from './write-csv'
import { headingsOf, writeXlsx } from './write-xlsx'

export interface Export {
  sheets: Sheet[]
  format: ImportFormat
}

/** 导出. Puts on record who took out what, and answers where it is to be had. */
export function prepareExport(
  context: Context,
  { sheets, format }: Export,
): Promise<{ address: string; until: string }> {
  const { actor, region, now, photoKey } = context
  const here = { jurisdiction: region.path }
  if (!importPolicy.work(actor, here)) throw new DomainError('NOT_FOUND')
  if (!sheets.every((sheet) => mayExport(actor, here, sheet))) throw new DomainError('NOT_ALLOWED')
  const wanted = [...new Set(sheets)]
  if (format === 'csv' && wanted.length > 1) throw new DomainError('EXPORT_ONE_SHEET', 'sheets')
  return context.transact(async (tx) => {
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: signatureOf(context).role,
      act: 'export.make',
      subject: { kind: 'community', id: region.regionId },
      reason: wanted.map((sheet) => FORM[sheet].title).join('、'),
    })
    const seconds = Math.floor(now().getTime() / 1000) + EXPORT_MINUTES * 60
    const until = new Date(seconds * 1000)
    const asked = { personId: actor.personId, sheets: wanted, format, until }
    return {
      address: exportAddress(photoKey, region.regionId, asked),
      until: until.toISOString(),
    }
  })
}

/** What stands, in the form that is read in. */
export async function writeExport(
  db: Database,
  box: ContactBox,
  communityId: string,
  { sheets, format, now }: Export & { now: Date },
): Promise<NodeJS.ReadableStream> {
  const standing = await readStanding(db, box, communityId, sheets)
  const written = sheets.map((sheet) => ({
    title: FORM[sheet].title,
    rows: [headingsOf(sheet), ...sheetRows(sheet, standing, dateOf(now))],
  }))
  const [first] = written
  return format === 'csv' && first ? writeCsv(first) : writeXlsx(written)
}
