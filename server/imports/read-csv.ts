import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { FILE_WORDS, IMPORT_CELL_LENGTH, IMPORT_COLUMNS } from '#core/imports'
import { FileRefused, type RowSink } from './file-refused'

/** Characters that are parsed before others get a turn. */
const PIECE = 256 * 1024

/** The text of a file: UTF-8, what spreadsheets in China write (GBK, GB18030), or UTF-16 with its mark. Undefined: none of them. */
export function decodeText(file: Buffer): string | undefined {
  const marked = file[0] === 0xff && file[1] === 0xfe
  for (const encoding of marked ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file)
      return text.includes('\0') ? undefined : text
    } catch {
      // Another one, then.
    }
  }
  return undefined
}

/** Reads a CSV file row by row. Throws a FileRefused. */
export async function readCsv(file: Buffer, sink: RowSink): Promise<void> {
  const text = decodeText(file)
  if (text === undefined) throw new FileRefused(FILE_WORDS.encoding)
  const take = sink.sheet(undefined, 1)
  if (!take) return
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: IMPORT_CELL_LENGTH * IMPORT_COLUMNS * 4,
    }),
  )
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) take({ row: (row += 1), cells })
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const tooLong = (error as { code?: string }).code === 'CSV_MAX_RECORD_SIZE'
    throw new FileRefused(tooLong ? FILE_WORDS.cellTooLong : FILE_WORDS.csvBroken, { row: row + 1 })
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE)
}

/** What is pasted from a spreadsheet is parted by tabs. */
function delimiterOf(text: string): string {
  const [first = ''] = text.slice(0, PIECE).split('\n', 1)
  return first.includes('\t') && !first.includes(',') ? '\t' : ','
}
