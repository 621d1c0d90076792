import { z } from 'zod/mini'
import { DomainError } from '#core/errors'

/** Makes an opaque cursor of the keyset values of the last row. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url')
}

/** Reads a cursor back through a schema of its values. Throws CURSOR_INVALID for anything else. */
export function decodeCursor<Schema extends z.ZodMiniType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  if (cursor === undefined || cursor === '') return undefined
  const parsed = z.safeParse(schema, parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw new DomainError('CURSOR_INVALID', 'cursor')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Cursor of lists whose key is one id. */
export const idCursor = z.tuple([z.uuid()])

/** Cuts one page from `size + 1` rows and says where the next begins. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly string[],
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, size)
  const last = shown[shown.length - 1]
  return {
    items: shown.map(present),
    nextCursor: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}
