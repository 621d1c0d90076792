import { EVERYONE, isWho, SETS, type Who } from './cast'

/** What each person of the cast is answered in one column. */
export type Column = Record<Who, number>

/**
 * Reads a table written by hand: the first line names the columns, each further one who it is about (several joined
 * by commas, or a set such as `the other community`) and the HTTP statuses. Everybody has one row, no more, no less.
 */
export function readTable(text: string): Record<string, Column> {
  const [head, ...lines] = text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map(cellsOf)
  const names = (head ?? []).slice(1)
  const columns = Object.fromEntries(names.map((name): [string, Partial<Column>] => [name, {}]))
  for (const [persons = '', ...cells] of lines) {
    if (cells.length !== names.length)
      throw new Error(`${persons}: ${cells.length} cells for ${names.length} columns`)
    for (const who of persons.split(',').flatMap((name) => membersOf(name.trim()))) {
      names.forEach((name, index) => put(columns[name] as Partial<Column>, who, Number(cells[index])))
    }
  }
  for (const name of names) {
    const missing = EVERYONE.filter((who) => columns[name]?.[who] === undefined)
    if (missing.length > 0) throw new Error(`${name}: nothing is written for ${missing.join(', ')}`)
  }
  return columns as Record<string, Column>
}

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim())

function membersOf(name: string): readonly Who[] {
  const members = SETS[name] ?? (isWho(name) ? [name] : undefined)
  if (!members) throw new Error(`Nobody is called ${name}`)
  return members
}

function put(column: Partial<Column>, who: Who, status: number): void {
  if (column[who] !== undefined) throw new Error(`${who} is in the table twice`)
  if (!(status >= 200 && status < 600)) throw new Error(`${who}: ${status} is no status`)
  column[who] = status
}
