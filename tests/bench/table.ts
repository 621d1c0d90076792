/** One line of the result. */
export interface Line {
  what: string
  first: number
  second: number
  ratio: number
  goal: string
  passed: boolean
}

const HEAD = ['', 'one', 'other', 'ratio', 'goal', '']

/** The results in columns. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const cellsOf = ({ what, first, second, ratio, goal, passed }: Line): string[] => [
  what,
  digits(first),
  digits(second),
  ratio.toFixed(2),
  goal,
  passed ? 'passed' : 'missed',
]

const digits = (number: number) => (number >= 100 ? number.toFixed(0) : number.toFixed(2))
