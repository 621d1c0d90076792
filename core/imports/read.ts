import { dayOf, tidy, Wrong } from './cells'
import { columnsOf, FORM, SHEETS, type RowOf, type Sheet } from './form'
import { FILE_WORDS } from './words'

/**
 * What is wrong and where; `row` as the spreadsheet shows it. Null: the whole file or sheet. Nothing of it is taken from
 * the file, whose first row may be somebody's name and phone.
 */
export interface Problem {
  /** Title of a sheet of the form, or in words which one it is. */
  sheet: string | null
  row: number | null
  /** Heading of the form, or in words which one it is. */
  column: string | null
  words: string
}

/** A row that was understood. */
export interface ReadRow<S extends Sheet> {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number
  said: RowOf<S>
}

/** Everything a file says. */
export type FileRows = { [S in Sheet]: ReadRow<S>[] }

export function noRows(): FileRows {
  return { places: [], homes: [], units: [], owners: [], roll: [] }
}

/** Without what stands in brackets, and without blanks: 面积（平方米） is 面积. */
const sameHeading = (text: string): string =>
  tidy(text)
    .replace(/[（(].*$/, '')
    .replace(/\s/g, '')

/** The sheet that a workbook's sheet of this title is. */
export function sheetTitled(title: string): Sheet | undefined {
  const wanted = tidy(title)
  return SHEETS.find((sheet) => FORM[sheet].title === wanted)
}

/** The one sheet whose needed headings are all there: a CSV file has no title. */
export function sheetWithHeadings(headings: readonly string[]): Sheet | undefined {
  const there = headings.map(sameHeading)
  const fitting = SHEETS.filter((sheet) =>
    columnsOf(sheet).every(([, { needed, heading }]) => !needed || there.indexOf(sameHeading(heading)) >= 0),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Reads the rows of one sheet, given its headings. */
export interface SheetReader<S extends Sheet> {
  /** What is wrong with the headings; then no row can be read. */
  problems: Problem[]
  /**
   * Undefined for an empty row, or one with problems, which are added to `problems`. `days`: the columns whose cells are
   * dates to the spreadsheet, which makes one of 3-2 or 2/1.
   */
  read(
    row: number,
    cells: readonly string[],
    problems: Problem[],
    days?: readonly number[],
  ): RowOf<S> | undefined
}

export function sheetReader<S extends Sheet>(sheet: S, headings: readonly string[]): SheetReader<S> {
  const { title } = FORM[sheet]
  const columns = columnsOf(sheet).map(([key, column]) => {
    const wanted = sameHeading(column.heading)
    const places = headings
      .map(sameHeading)
      .reduce<number[]>((found, text, index) => (text === wanted ? [...found, index] : found), [])
    return { key, column, places }
  })
  return {
    problems: headingProblems(title, headings, columns),
    read: (row, cells, problems, days = []) => {
      if (cells.every((cell) => tidy(cell) === '')) return undefined
      const said: Record<string, unknown> = {}
      let good = true
      for (const { key, column, places } of columns) {
        const [place = -1] = places
        const text = tidy(cells[place] ?? '')
        const isTaken = days.length > 0 && days.indexOf(place) >= 0 && column.read !== dayOf
        const value =
          text === '' ? empty(column.needed) : isTaken ? new Wrong(FILE_WORDS.dayCell) : column.read(text)
        if (value instanceof Wrong) {
          good = false
          problems.push({ sheet: title, row, column: column.heading, words: value.words })
        } else said[key] = value
      }
      return good ? (said as RowOf<S>) : undefined
    },
  }
}

const empty = (isNeeded: boolean) => (isNeeded ? new Wrong('这里不能空着') : undefined)

/** Of 27 (from 0) 第 AB 列, as the spreadsheet letters it. */
export function columnInWords(index: number): string {
  let letters = ''
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `第 ${letters} 列`
}

interface Placed {
  column: { heading: string; needed: boolean }
  places: number[]
}

function headingProblems(title: string, headings: readonly string[], columns: readonly Placed[]): Problem[] {
  const at = (column: string | null, words: string): Problem => ({ sheet: title, row: 1, column, words })
  const missing = columns
    .filter(({ column, places }) => column.needed && places.length === 0)
    .map(({ column }) => at(column.heading, '少了这一列，请照模板加上'))
  const twice = columns
    .filter(({ places }) => places.length > 1)
    .map(({ column }) => at(column.heading, '这一列写了两遍，请只留一列'))
  const known = columns.reduce<number[]>((all, { places }) => [...all, ...places], [])
  const unknown = headings
    .map((text, index) => ({ text: tidy(text), index }))
    .filter(({ text, index }) => text !== '' && known.indexOf(index) < 0)
    .map(({ index }) => at(columnInWords(index), '不认识这一列，请删掉，或改成模板里的标题'))
  return [...missing, ...twice, ...unknown]
}
