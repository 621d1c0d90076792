import {
  FILE_WORDS,
  FORM,
  IMPORT_CELL_LENGTH,
  IMPORT_PROBLEMS,
  IMPORT_RAW_ROWS,
  IMPORT_ROWS,
  noRows,
  sheetReader,
  sheetTitled,
  sheetWithHeadings,
  tidy,
  type FileRows,
  type ImportFormat,
  type Problem,
  type Sheet,
  type SheetReader,
} from '#core/imports'
import { lengthOf } from '#core/contract'
import { FileRefused, sheetInWords, type RawRow, type RowSink } from './file-refused'
import { decodeText, readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'

/** Everything a file says, and what is wrong with how it says it. */
export interface FileRead {
  rows: FileRows
  /** Rows that say something, over all sheets. */
  rowCount: number
  /** Sheets with rows. */
  sheets: Sheet[]
  problems: Problem[]
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** What the files of old Excel (.xls) and those with a password begin with. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** What a file is by its content, whatever its name says. `old`: save it as another kind first. */
export function formatOf(file: Buffer): ImportFormat | 'old' | undefined {
  if (file.subarray(0, 4).equals(ZIP)) return 'xlsx'
  if (file.subarray(0, 4).equals(OLE)) return 'old'
  return decodeText(file) === undefined ? undefined : 'csv'
}

/**
 * Reads a file. `onRows` hears now and then how many rows were read. What can't be read at all is a problem, too, and so
 * are too many problems: nothing of a file that wasn't read to its end is held against what stands.
 */
export async function readFile(
  file: Buffer,
  format: ImportFormat,
  onRows: (rows: number) => void = () => undefined,
): Promise<FileRead> {
  const read: FileRead = { rows: noRows(), rowCount: 0, sheets: [], problems: [] }
  try {
    const sink = sinkInto(read, onRows)
    await (format === 'xlsx' ? readXlsx(file, sink) : readCsv(file, sink))
    if (read.rowCount === 0 && read.problems.length === 0) throw new FileRefused(FILE_WORDS.empty)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    read.problems.push(error.problem)
    read.rows = noRows()
  }
  return read
}

const TOLD_EVERY = 5_000

function sinkInto(read: FileRead, onRows: (rows: number) => void): RowSink {
  const seen = new Set<Sheet>()
  let rawRows = 0
  const problem = (one: Problem) => {
    read.problems.push(one)
    enforceNotTooMany(read)
  }
  return {
    problem,
    sheet: (title, position) => {
      const known = title === undefined ? undefined : sheetTitled(title)
      let reader: SheetReader<Sheet> | undefined
      let sheet = known
      // Sheets that nobody knows matter only when something stands on them.
      const unknown = title !== undefined && !known
      return (raw) => {
        rawRows += 1
        if (rawRows > IMPORT_RAW_ROWS) throw new FileRefused(FILE_WORDS.tooManyRows)
        if (unknown) {
          if (raw.cells.some((cell) => tidy(cell) !== '') && !reader) {
            problem({
              sheet: sheetInWords(title, position),
              row: null,
              column: null,
              words: FILE_WORDS.unknownSheet,
            })
            reader = UNREAD
          }
          return
        }
        if (reader) {
          if (reader !== UNREAD && sheet) take(read, sheet, reader, raw)
          if (read.rowCount % TOLD_EVERY === 0) onRows(read.rowCount)
          return
        }
        sheet ??= sheetWithHeadings(raw.cells)
        reader = openSheet(seen, sheet, raw, problem) ?? UNREAD
      }
    },
  }
}

function enforceNotTooMany({ problems }: FileRead): void {
  if (problems.length > IMPORT_PROBLEMS) throw new FileRefused(FILE_WORDS.moreProblems)
}

/** Stands for a sheet whose rows can't be read: that was said once. */
const UNREAD: SheetReader<Sheet> = { problems: [], read: () => undefined }

function openSheet(
  seen: Set<Sheet>,
  sheet: Sheet | undefined,
  { cells }: RawRow,
  problem: (one: Problem) => void,
): SheetReader<Sheet> | undefined {
  if (!sheet) throw new FileRefused(FILE_WORDS.unknownHeadings, { row: 1 })
  if (seen.has(sheet)) throw new FileRefused(FILE_WORDS.sheetTwice, { sheet: FORM[sheet].title })
  seen.add(sheet)
  const reader = sheetReader(sheet, cells)
  reader.problems.forEach(problem)
  return reader.problems.length > 0 ? undefined : reader
}

function take(read: FileRead, sheet: Sheet, reader: SheetReader<Sheet>, { row, cells, days }: RawRow): void {
  const { title } = FORM[sheet]
  if (cells.every((cell) => tidy(cell) === '')) return
  read.rowCount += 1
  if (read.rowCount > IMPORT_ROWS) throw new FileRefused(FILE_WORDS.tooManyRows, { sheet: title, row })
  if (!read.sheets.includes(sheet)) read.sheets.push(sheet)
  if (cells.some((cell) => cell.length > IMPORT_CELL_LENGTH && lengthOf(cell) > IMPORT_CELL_LENGTH)) {
    read.problems.push({ sheet: title, row, column: null, words: FILE_WORDS.cellTooLong })
    return
  }
  const said = reader.read(row, cells, read.problems, days)
  enforceNotTooMany(read)
  if (said) (read.rows[sheet] as unknown[]).push({ row, said })
}
