import {
  columnInWords,
  EXPLAINING_SHEET,
  FILE_WORDS,
  IMPORT_COLUMNS,
  IMPORT_RAW_ROWS,
  tidy,
} from '#core/imports'
import { FileRefused, sheetInWords, type RawRow, type RowSink } from './file-refused'
import { unzip } from './unzip'
import { CELL_KEPT, readWorkbook, textCollector, type Workbook } from './workbook'
import { readXml } from './xml'

/** Reads a workbook sheet by sheet, row by row; memory holds its shared texts and one row. Throws a FileRefused. */
export async function readXlsx(file: Buffer, sink: RowSink): Promise<void> {
  const zip = await unzip(file)
  const book = await readWorkbook(zip)
  let position = 0
  for (const { title, part } of book.sheets) {
    position += 1
    const take = tidy(title) === EXPLAINING_SHEET ? undefined : sink.sheet(title, position)
    const named = sheetInWords(title, position)
    if (take)
      await readXml(zip.text(part), sheetListener(named, book, { take, problem: sink.problem.bind(sink) }))
  }
}

interface Taker {
  take: (row: RawRow) => void
  problem: RowSink['problem']
}

interface Cell {
  at: { row: number; column: number }
  type: string
  style: number
  value: string
  hasFormula: boolean
}

function sheetListener(sheet: string, book: Workbook, { take, problem }: Taker) {
  const inline = textCollector()
  let current: RawRow = { row: 0, cells: [] }
  let cell: Cell | undefined
  let inValue = false
  const wrong = (at: Cell['at'], words: string) =>
    problem({ sheet, row: at.row, column: columnInWords(at.column), words })
  const closeCell = (closed: Cell) => {
    const { row, column } = closed.at
    if (column >= IMPORT_COLUMNS) throw new FileRefused(FILE_WORDS.tooManyColumns, { sheet, row })
    const text = closed.hasFormula ? FORMULA : valueOf(closed, inline.take(), book)
    if (typeof text === 'string') current.cells[column] = text
    else if ('day' in text) {
      current.cells[column] = text.day
      ;(current.days ??= []).push(column)
    } else wrong(closed.at, text.words)
  }
  return {
    open: (name: string, attributes: Record<string, string>) => {
      inline.open(name)
      if (name === 'row') current = { row: rowOf(attributes.r ?? current.row + 1), cells: [] }
      else if (name === 'c') cell = openCell(current, attributes)
      else if (name === 'v') inValue = true
      else if (name === 'f' && cell) cell.hasFormula = true
      else if (name === 'mergeCell') {
        const [first = ''] = (attributes.ref ?? '').split(':')
        wrong({ row: rowOf(/\d+$/.exec(first)?.[0] ?? 1), column: columnOf(first) ?? 0 }, FILE_WORDS.merged)
      }
    },
    close: (name: string) => {
      inline.close(name)
      if (name === 'v') inValue = false
      else if (name === 'c' && cell) {
        closeCell(cell)
        cell = undefined
      } else if (name === 'row') take({ ...current, cells: Array.from(current.cells, (text) => text ?? '') })
    },
    text: (piece: string) => {
      inline.add(piece)
      if (inValue && cell && cell.value.length < CELL_KEPT) cell.value += piece.slice(0, CELL_KEPT)
    },
  }
}

function openCell({ row, cells }: RawRow, { r = '', t = 'n', s = '0' }: Record<string, string>): Cell {
  const column = columnOf(r) ?? cells.length
  return { at: { row, column }, type: t, style: Number(s), value: '', hasFormula: false }
}

/** A text, a date (`day`, YYYY-MM-DD), or why it is neither. */
type Value = string | { day: string } | { words: string }

const FORMULA: Value = { words: FILE_WORDS.formula }

/** What a cell says as a person sees it. */
function valueOf({ type, value, style }: Cell, inline: string, book: Workbook): Value {
  if (type === 'inlineStr') return inline
  if (type === 's') return book.texts[Number(value)] ?? ''
  if (type === 'e') return { words: FILE_WORDS.errorCell }
  if (type === 'b') return value === '1' ? '是' : '否'
  if (type === 'd') return { day: value.slice(0, 10) }
  if (type === 'str' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return { words: FILE_WORDS.unreadable }
  return book.dateStyles[style] ? dayOf(number, book.since1904) : digitsOf(number)
}

const DAY_MS = 86_400_000

/** A day as spreadsheets count it: 1 is 1 January 1900, with a 29 February that year that never was. */
function dayOf(serial: number, since1904: boolean): Value {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  const day = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * DAY_MS)
  return Number.isNaN(day.getTime())
    ? { words: FILE_WORDS.unreadable }
    : { day: day.toISOString().slice(0, 10) }
}

/** 89.539999999999992 is 89.54: spreadsheets show 15 digits, and what has more was cut by them already. */
function digitsOf(number: number): Value {
  if (Math.abs(number) >= 1e15) return { words: FILE_WORDS.longNumber }
  return String(Number(number.toPrecision(15)))
}

/** The number of a row; spreadsheets have no more than a limit says. Throws a FileRefused for what is none. */
function rowOf(said: string | number): number {
  const row = Number(said)
  if (!Number.isInteger(row) || row < 1 || row > IMPORT_RAW_ROWS) throw new FileRefused(FILE_WORDS.unreadable)
  return row
}

/** Of `AB12` the column, 27 (from 0); undefined when it is no place of a sheet. Asked for every cell. */
function columnOf(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (let code = reference.charCodeAt(0); code >= 65 && code <= 90; code = reference.charCodeAt((at += 1)))
    column = column * 26 + code - 64
  return at > 0 && at <= 3 ? column - 1 : undefined
}
