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

/**
 * Makes every call twice through our own server and writes down what it asked the database the second time: the first
 * may have done what is done once a day.
 */
export async function recordScript(
  db: Database,
  operations: readonly Operation[],
  tokens: ReadonlyMap<string, string>,
  file: string,
): Promise<Script> {
  const server = await startTestServer({ parts: { db } })
  server.clock.now = new Date()
  const heard: Statement[] = []
  const stop = listen(heard)
  const call = ({ endpoint, personId, input }: Sample) =>
    server.ok(endpoint, { ...input, as: tokens.get(personId) })
  const script: Script = { recordings: {}, since: Date.now() }
  try {
    for (const { name, samples } of operations) {
      const recordings: Recording[] = []
      for (const sample of samples) {
        await call(sample)
        heard.length = 0
        await call(sample)
        recordings.push(heard.splice(0))
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
