import { DomainError } from '#core/errors'
import { openDatabase } from '#server/open-database'
import { readConfig, type Config } from '#server/platform/config'
import { createDatabase, type Database } from '#server/platform/db/index'
import { StartupError } from '#server/platform/postgres/index'

/** What a command does with the database; answers the exit code. */
export type Work = (db: Database, config: Config) => Promise<number>

/**
 * Runs one command on the server's database and ends the process: with what its work answers, or with 1 and a sentence.
 * `prepare` reads the arguments before anything is opened. A running embedded database is used beside the server; one
 * that is not running is started, and stopped afterwards.
 */
export function runCommand(prepare: (args: string[]) => Work): void {
  run(prepare).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${sentenceOf(error)}\n`)
      process.exitCode = 1
    },
  )
}

async function run(prepare: (args: string[]) => Work): Promise<number> {
  const work = prepare(process.argv.slice(2))
  // eslint-disable-next-line no-restricted-properties -- a command is a composition root of its own
  const config = readConfig(process.env)
  const opened = await openDatabase(config, (sentence) => process.stderr.write(`${sentence}\n`))
  try {
    return await work(createDatabase(opened.pool), config)
  } finally {
    await opened.close()
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartupError || error instanceof DomainError) return error.message
  return `没有办成：${String(error instanceof Error ? error.stack : error)}`
}
