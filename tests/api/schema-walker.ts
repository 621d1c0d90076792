import type { z } from 'zod/mini'

type Schema = z.ZodMiniType

/** What a field takes, as far as bad input cares. */
export type FieldKind = 'id' | 'instant' | 'text' | 'other'

/** A leaf of a schema: the way to it, and what it takes. */
export interface Field {
  path: (string | number)[]
  kind: FieldKind
}

/** The parts of zod's own description that contracts use; a new one makes the walk fail rather than be skipped. */
interface Def {
  type: string
  format?: string
  shape?: Record<string, Schema>
  innerType?: Schema
  element?: Schema
  in?: Schema
  entries?: Record<string, string>
  values?: unknown[]
}

const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def

/** Every leaf of a schema. */
export function fieldsOf(schema: Schema | undefined, path: (string | number)[] = []): Field[] {
  if (!schema) return []
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => fieldsOf(inner, [...path, name]))
    case 'array':
      return fieldsOf(def.element, [...path, 0])
    case 'optional':
    case 'nullable':
    case 'default':
      return fieldsOf(def.innerType, path)
    case 'pipe':
      return fieldsOf(def.in, path)
    case 'string':
      return [{ path, kind: kindOf(def.format) }]
    case 'enum':
    case 'boolean':
    case 'number':
    case 'literal':
      return [{ path, kind: 'other' }]
    default:
      throw new Error(`The walker does not know ${def.type}`)
  }
}

function kindOf(format: string | undefined): FieldKind {
  if (format === undefined) return 'text'
  if (format === 'uuid') return 'id'
  if (format === 'datetime') return 'instant'
  if (format === 'date') return 'other'
  throw new Error(`The walker does not know strings of ${format}`)
}

/** Texts of a form of their own. */
const SAMPLES: Record<string, string> = { datetime: '2027-01-01T00:00:00.000Z', date: '2026-12-01' }

/** A value the schema takes; `pick` chooses for a field, by its name, what must be real. */
export function sampleOf(schema: Schema | undefined, pick: (name: string) => unknown, name = ''): unknown {
  if (!schema) return undefined
  const picked = pick(name)
  if (picked !== undefined) return picked
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([key, inner]) => [key, sampleOf(inner, pick, key)]),
      )
    case 'array':
      return [sampleOf(def.element, pick, name)]
    case 'pipe':
      return sampleOf(def.in, pick, name)
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'boolean':
      return true
    case 'number':
      return 1
    case 'string':
      return SAMPLES[def.format ?? ''] ?? '一句话'
    default:
      return sampleOf(def.innerType, pick, name)
  }
}

/** The same value with one leaf replaced. */
export function withField(
  value: unknown,
  [head, ...rest]: readonly (string | number)[],
  leaf: unknown,
): unknown {
  if (head === undefined) return leaf
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === head ? withField(item, rest, leaf) : item))
  const record = value as Record<string, unknown>
  return { ...record, [head]: withField(record[head], rest, leaf) }
}
