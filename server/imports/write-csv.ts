import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { withQuote } from '#core/imports'
import type { SheetToWrite } from './write-xlsx'

/** One sheet as CSV in UTF-8, with the mark by which spreadsheets know it. */
export function writeCsv({ rows }: SheetToWrite): NodeJS.ReadableStream {
  return Readable.from(quoted(rows)).pipe(stringify({ bom: true, record_delimiter: 'windows' }))
}

function* quoted(rows: Iterable<readonly string[]>): Generator<string[]> {
  for (const row of rows) yield row.map(withQuote)
}
