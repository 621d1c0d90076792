import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import { startPostgres, type RunningPostgres } from '#server/platform/postgres/index'
import { freePort } from '../product/free-port'

const ROOT = path.resolve(__dirname, '../..')
const OPENS_WITHIN_MS = 60_000
const ENDS_WITHIN_MS = 10_000

/** How to connect to a database of the workshop. */
export interface Connection {
  host: string
  port: number
  user: string
  database: string
}

/** A process under measurement, reached over loopback. */
export interface Measured {
  origin: string
  stop(): Promise<void>
}

/** While the database is filled nothing needs to survive a power cut; it is started anew, as in production, to be measured. */
const WHILE_FILLING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  maintenance_work_mem: '512MB',
  autovacuum: 'off',
}

/** One temporary folder with a PostgreSQL and every process that was started; `close` ends and removes all of that. */
export class Workshop {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'linli-bench-')))
  private readonly children: ChildProcess[] = []
  private postgres: RunningPostgres | undefined
  private closing: Promise<void> | undefined

  constructor() {
    fs.chmodSync(this.folder, 0o755) // as root, PostgreSQL's user passes through
  }

  /** Starts the database, or starts it anew with other settings. */
  async openPostgres(mode: 'filling' | 'production'): Promise<RunningPostgres> {
    await this.postgres?.stop()
    this.postgres = undefined
    if (this.closing) throw new Error('The bench was stopped')
    const settings = mode === 'filling' ? WHILE_FILLING : {}
    this.postgres = await startPostgres({ dataDir: path.join(this.folder, 'data'), settings })
    return this.postgres
  }

  connectionTo(database: string): Connection {
    if (!this.postgres) throw new Error('PostgreSQL is not running')
    const { host, port, user } = this.postgres
    return { host, port, user, database }
  }

  /** The built product over a database, as in production behind a proxy: its log goes nowhere. */
  async startProduct(
    { host, port, user, database }: Connection,
    nodeOptions: string[] = [],
  ): Promise<Measured> {
    const listens = await freePort()
    const { PATH, HOME, TMPDIR } = process.env
    const env = {
      PATH,
      HOME,
      TMPDIR,
      NODE_ENV: 'production',
      PORT: String(listens),
      DATA_DIR: path.join(this.folder, 'product'),
      DATABASE_URL: `postgres://${user}@/${database}?host=${host}&port=${port}`,
      TRUST_PROXY: 'true',
    }
    const child = this.spawn([...nodeOptions, path.join(ROOT, 'dist/server/main.js')], env)
    return this.measured(child, `http://127.0.0.1:${listens}`, '/readyz')
  }

  /** The same SQL by bare `pg` under bare `node:http`. */
  async startBare(connection: Connection, script: string): Promise<Measured> {
    const listens = await freePort()
    const program = path.join(this.folder, 'bare-server.cjs')
    buildSync({
      absWorkingDir: ROOT,
      entryPoints: ['tests/bench/bare-server.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: ['pg-native'],
      logLevel: 'error',
    })
    const { PATH, HOME } = process.env
    const env = { PATH, HOME, NODE_ENV: 'production' }
    const child = this.spawn([program, String(listens), script, JSON.stringify(connection)], env)
    return this.measured(child, `http://127.0.0.1:${listens}`, '/')
  }

  private spawn(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
    this.children.push(child)
    return child
  }

  private async measured(child: ChildProcess, origin: string, path_: string): Promise<Measured> {
    for (const deadline = Date.now() + OPENS_WITHIN_MS; ; await sleep(50)) {
      if (await answers(origin + path_)) break
      if (hasEnded(child) || Date.now() > deadline)
        throw new Error(`${child.spawnargs.join(' ')} did not open`)
    }
    return { origin, stop: () => end(child) }
  }

  /** Ends what was started, by its id, and removes the folder; once, however often it is asked. */
  close(): Promise<void> {
    this.closing ??= this.closeAll()
    return this.closing
  }

  private async closeAll(): Promise<void> {
    await Promise.all(this.children.map(end))
    await this.postgres?.stop()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
  await ended
  clearTimeout(late)
}
