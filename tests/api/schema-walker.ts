import { z } from 'zod/mini'

type Schema = z.ZodMiniType

/** What a field takes, as far as bad input cares. */
export type FieldKind = 'id' | 'instant' | 'text' | 'other' | 'key'

/** A leaf of a schema: the way to it, and what it takes; `key`: the way to a record, for the names in it. */
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
  valueType?: Schema
  options?: Schema[]
  in?: Schema
  entries?: Record<string, string>
  values?: unknown[]
}

/** The one name in a record that stands for all. */
const SOME_KEY = 'i1'

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
    case 'record':
      return [{ path, kind: 'key' }, ...fieldsOf(def.valueType, [...path, SOME_KEY])]
    case 'union':
      return fieldsOf(def.options?.[0], path)
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

/**
 * A value the schema takes; `pick` chooses for a leaf, by its field's name, what must be real; null: what may be left out
 * is. Of ids that nothing was made for, there are none.
 */
export function sampleOf(schema: Schema | undefined, pick: (name: string) => unknown, name = ''): unknown {
  if (!schema) return undefined
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([key, inner]) => [key, sampleOf(inner, pick, key)]),
      )
    case 'array': {
      const element = sampleOf(def.element, pick, name)
      return element === undefined ? [] : [element]
    }
    case 'optional':
    case 'nullable':
    case 'default': {
      if (pick(name) === null) return undefined
      const inner = sampleOf(def.innerType, pick, name)
      return Array.isArray(inner) && inner.length === 0 ? undefined : inner
    }
    case 'record':
      return { [SOME_KEY]: sampleOf(def.valueType, pick, name) }
    case 'union':
      return sampleOf(def.options?.[0], pick, name)
    case 'pipe':
      return sampleOf(def.in, pick, name)
    default:
      return pick(name) ?? leafOf(schema)
  }
}

function leafOf(schema: Schema): unknown {
  const def = defOf(schema)
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'boolean':
      return true
    case 'number':
      return Math.max(1, Number(schema._zod.bag.minimum ?? 1))
    default:
      return def.format === 'uuid' ? undefined : (SAMPLES[def.format ?? ''] ?? '一句话')
  }
}

/** What a query can't be without. */
export function neededOf(
  schema: Schema | undefined,
  pick: (name: string) => unknown,
): Record<string, unknown> {
  const fields = Object.entries((schema && defOf(schema).shape) ?? {})
  const needed = fields.filter(([, inner]) => !z.safeParse(inner, undefined).success)
  return Object.fromEntries(needed.map(([name, inner]) => [name, sampleOf(inner, pick, name)]))
}

/** The same value with one leaf replaced. */
export function withField(
  value: unknown,
  [head, ...rest]: readonly (string | number)[],
  leaf: unknown,
): unknown {
  if (head === undefined) return leaf
  if (typeof head === 'number') {
    const items: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : []
    items[head] = withField(items[head], rest, leaf)
    return items
  }
  const record = (value ?? {}) as Record<string, unknown>
  return { ...record, [head]: withField(record[head], rest, leaf) }
}
