import type { Problem } from '#core/imports'

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
}

/** What is given the rows of one sheet after the other. Each is read before the next is asked for. */
export interface RowSink {
  /** Undefined title: a CSV file has none. Answers what takes the rows, or undefined to pass the sheet over. */
  sheet(title: string | undefined): ((row: RawRow) => void) | undefined
  problem(problem: Problem): void
}
