import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { Client } from 'pg'
import type { Database } from '#server/platform/db/index'
import { startTestServer } from '../api/test-server'
import type { Operation, Sample } from './operations'
import type { Recording, Script, Statement } from './recording'

/** Writes down every statement that anybody sends to PostgreSQL, until it is told to stop. */
function listen(heard: Statement[]): () => void {
  const query = Client.prototype.query as (...given: unknown[]) => unknown
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first, second] = given
    const asked = typeof first === 'string' ? { text: first, values: second } : (first as Statement)
    heard.push({ text: asked.text, values: Array.isArray(asked.values) ? [...asked.values] : [] })
    return query.apply(this, given)
  } as typeof Client.prototype.query
  return () => {
    Client.prototype.query = query as typeof Client.prototype.query
  }
}

/** Begins and ends a transaction, or writes a row: a job is one, too. */
const WRITES =
  /^\s*(begin|start transaction|commit|insert|update|delete|with\b[^]*\binsert into|select graphile_worker\.add_job)\b/i

/**
 * Makes every call twice through our own server and writes down what it asked the database the second time: the first
 * may have done what is done once a day. `rowsOnly`: once, and no more of it than what writes rows.
 */
export async function recordScript(
  db: Database,
  operations: readonly Operation[],
  tokens: ReadonlyMap<string, string>,
  { file, rowsOnly = false }: { file: string; rowsOnly?: boolean },
): Promise<Script> {
  const server = await startTestServer({ parts: { db } })
  server.clock.now = new Date()
  const heard: Statement[] = []
  const stop = listen(heard)
  const call = ({ endpoint, personId, input, newBody }: Sample) =>
    server.ok(endpoint, { ...input, ...(newBody ? { body: newBody() } : {}), as: tokens.get(personId) })
  const script: Script = { recordings: {}, since: Date.now() }
  try {
    for (const { name, samples, replayed } of operations) {
      const recordings: Recording[] = []
      for (const sample of replayed ?? samples) {
        if (!rowsOnly) await call(sample)
        heard.length = 0
        await call(sample)
        recordings.push(heard.splice(0).filter(({ text }) => !rowsOnly || WRITES.test(text)))
      }
      script.recordings[name] = recordings
    }
  } finally {
    stop()
    await server.close()
  }
  writeFileSync(file, serialize(script))
  return script
}
