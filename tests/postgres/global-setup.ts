import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createDatabase, createPool, migrate } from '#server/platform/db/index'
import { prepareJobs } from '#server/platform/jobs/index'
import { ensureDatabase, startPostgres, type RunningPostgres } from '#server/platform/postgres/index'
import { TEMPLATE } from './template'

declare global {
  var linliTestPostgres: { running: RunningPostgres; folder: string } | undefined
}

/** Starts one PostgreSQL for the whole run and migrates the database that every test file copies. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-test-'))
  // As root the database runs as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  }
  const running = await startPostgres({ dataDir: path.join(folder, 'data'), settings })
  globalThis.linliTestPostgres = { running, folder }
  process.env.LINLI_TEST_POSTGRES = JSON.stringify({
    host: running.host,
    port: running.port,
    user: running.user,
  })
  await ensureDatabase(running, TEMPLATE)
  const pool = createPool(
    { host: running.host, port: running.port, user: running.user, database: TEMPLATE },
    () => undefined,
  )
  const db = createDatabase(pool)
  await migrate(db)
  await prepareJobs(pool)
  await db.destroy()
}

/** Stops it and removes its folder. */
export async function removeTestPostgres(): Promise<void> {
  const started = globalThis.linliTestPostgres
  if (!started) return
  await started.running.stop()
  rmSync(started.folder, { recursive: true, force: true })
}
