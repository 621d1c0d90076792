import { FORM, sheetTitled, type Problem } from '#core/imports'

/** A file that can't be read further, and where it stopped, in words for who made it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly problem: Problem

  constructor(words: string, { sheet = null, row = null, column = null }: Partial<Problem> = {}) {
    super('The file is refused')
    this.problem = { sheet, row, column, words }
  }
}

/** A row as it stands in a file; rows nobody wrote in may be missing. */
export interface RawRow {
  /** As the spreadsheet counts, from 1. */
  row: number
  cells: string[]
  /** Columns (from 0) whose cells are dates to the spreadsheet, in no order. */
  days?: number[]
}

/** A sheet as it is named in what is wrong with it: never by a title of its own, which may be somebody's name. */
export function sheetInWords(title: string, position: number): string {
  const sheet = sheetTitled(title)
  return sheet ? FORM[sheet].title : `第 ${position} 张表`
}

/** What is given the rows of one sheet after the other. Each is read before the next is asked for. */
export interface RowSink {
  /**
   * Undefined title: a CSV file has none. Position: from 1. Answers what takes the rows, or undefined to pass the sheet
   * over.
   */
  sheet(title: string | undefined, position: number): ((row: RawRow) => void) | undefined
  problem(problem: Problem): void
}
