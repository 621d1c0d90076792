/** The smallest server that asks the same of the database: bare `node:http`, bare `pg`. Run as a process of its own. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { deserialize } from 'node:v8'
import { Pool, type PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { Recording, Script, Statement } from './recording'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
/** A receipt: 128 random bits. */
const RANDOM = /^[0-9a-f]{32}$/
const HERE_ONCE = /insert into "?idempotency_keys"?/i
const BEGIN = /^(begin|start transaction)/i
const END = /^(commit|rollback)/i

interface Prepared {
  text: string
  /** The values for one replay, with ids and keys of its own. */
  valuesFor(own: Own): readonly unknown[]
}

/** What one replay makes anew: each id, key and receipt that the recorded call had made. */
class Own {
  private readonly ids = new Map<string, string>()
  key: Buffer | undefined

  idFor(recorded: string): string {
    const known = this.ids.get(recorded)
    if (known) return known
    const made = v7()
    this.ids.set(recorded, made)
    return made
  }
}

function prepare(recording: Recording, since: number): Prepared[] {
  const key = recording.find(({ text }) => HERE_ONCE.test(text))?.values[0]
  return recording.map((statement) => prepareOne(statement, key as Buffer | undefined, since))
}

function prepareOne({ text, values }: Statement, key: Buffer | undefined, since: number): Prepared {
  const makers = values.map((value) => makerOf(value, key, since))
  if (makers.every((maker) => maker === undefined)) return { text, valuesFor: () => values }
  return { text, valuesFor: (own) => values.map((value, index) => makers[index]?.(own) ?? value) }
}

type Maker = (own: Own) => unknown

/** How a value is made for each replay; undefined: it stays as it was. */
function makerOf(value: unknown, key: Buffer | undefined, since: number): Maker | undefined {
  if (Buffer.isBuffer(value) && key?.equals(value)) return (own) => (own.key ??= randomBytes(key.length))
  if (Array.isArray(value)) {
    const makers = value.map((item) => makerOf(item, key, since))
    if (makers.every((maker) => maker === undefined)) return undefined
    return (own) => value.map((item: unknown, index) => makers[index]?.(own) ?? item)
  }
  if (typeof value === 'string' && RANDOM.test(value)) return () => randomBytes(16).toString('hex')
  if (typeof value !== 'string' || !(value.match(UUID) ?? []).some((id) => isNew(id, since))) return undefined
  return (own) => value.replace(UUID, (id) => (isNew(id, since) ? own.idFor(id) : id))
}

/** A UUIDv7 begins with the milliseconds of its making. */
const isNew = (id: string, since: number) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since

/** Asks everything in order, what the call did in a transaction in one; answers with the rows. */
async function replay(pool: Pool, statements: readonly Prepared[]): Promise<unknown[]> {
  const own = new Own()
  const answer: unknown[] = []
  let client: PoolClient | undefined
  try {
    for (const { text, valuesFor } of statements) {
      if (BEGIN.test(text)) client = await pool.connect()
      const { rows } = await (client ?? pool).query(text, [...valuesFor(own)])
      answer.push(...rows)
      if (END.test(text)) {
        client?.release()
        client = undefined
      }
    }
    return answer
  } catch (error) {
    client?.release(true)
    throw error
  }
}

function main([port = '', file = '', connection = '']: string[]): void {
  const { recordings, since } = deserialize(readFileSync(file)) as Script
  const prepared = new Map(
    Object.entries(recordings).map(([name, all]) => [name, all.map((one) => prepare(one, since))]),
  )
  const pool = new Pool({ ...JSON.parse(connection), max: 16 })
  pool.on('error', () => undefined)
  const server = createServer((request, response) => {
    const [, name = '', index = ''] = (request.url ?? '').split('/')
    const statements = prepared.get(name)?.[Number(index)] ?? []
    request.resume()
    request.on('end', () => {
      replay(pool, statements).then(
        (rows) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    })
  })
  server.listen(Number(port), '127.0.0.1')
  process.on('SIGTERM', () => process.exit(0))
}

main(process.argv.slice(2))
