import { createInterface } from 'node:readline'
import { Pool } from 'pg'
import { startPostgres, type RunningPostgres } from '../../server/platform/postgres/index'

/**
 * A program that uses the embedded database, so that tests can kill it. It speaks lines of JSON: what it was asked
 * in, what came of it out.
 */
const [dataDir = '', settings = '{}'] = process.argv.slice(2)

const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function obey(command: string, postgres: RunningPostgres, pool: Pool): Promise<void> {
  const [verb, value] = command.split(' ')
  if (verb === 'insert') {
    await pool.query('create table if not exists acknowledged (n int primary key)')
    await pool.query('insert into acknowledged values ($1)', [value])
  }
  if (verb === 'stop') {
    await pool.end()
    await postgres.stop()
  }
  say({ done: command })
}

async function main(): Promise<void> {
  const onProgress = (progress: string) => say({ progress })
  const postgres = await startPostgres({ dataDir, onProgress, settings: JSON.parse(settings) })
  const pool = new Pool({ ...postgres, database: 'postgres', max: 2 })
  pool.on('error', () => undefined)
  say({ running: postgres })
  const commands = createInterface({ input: process.stdin })
  for await (const command of commands) {
    await obey(command, postgres, pool).catch((error: Error) => say({ failed: error.message }))
    if (command === 'stop') commands.close()
  }
}

main().catch((error: Error) => {
  say({ error: error.message, name: error.name })
  process.exitCode = 1
})
