import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type QueryResultRow } from 'pg'
import { lives, postmasterPid, until } from '../launcher/workshop'

const ROOT = path.resolve(__dirname, '../..')
const PROGRAM = path.join(ROOT, 'dist/server/main.js')

/** What a start is told by its environment; nothing of ours gets through besides. */
export interface Start {
  dataDir?: string
  port?: number
  env?: Record<string, string>
}

/** What a command came to. */
export interface Outcome {
  code: number | null
  lines: string[]
  words: string[]
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

/** The real product as a process of its own. */
export class Product {
  private said = ''
  private complained = ''
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>

  constructor(
    readonly child: ChildProcess,
    readonly dataDir: string | undefined,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (this.complained += chunk.toString()))
    this.ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  }

  /** What it printed for the person at the terminal. */
  get words(): string {
    return this.said
  }

  /** What it printed as an error, line by line. */
  get complaints(): string[] {
    return linesOf(this.complained)
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Its address, once it is open. */
  async url(): Promise<string> {
    for (const deadline = Date.now() + 120_000; ; await sleep(10)) {
      const found = /邻里已经打开：(\S+)/.exec(this.said)?.[1]
      if (found) return found
      if (this.hasEnded || Date.now() > deadline)
        throw new Error(`It did not open:\n${this.said}${this.complained}`)
    }
  }

  /** Process id of its database. */
  get postmaster(): number {
    return postmasterPid(this.dataDir ?? '') ?? 0
  }

  /** As Ctrl-C does. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal)
    return (await this.ended).code
  }

  async kill(): Promise<void> {
    if (this.hasEnded) return
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** Ends its database without a warning. */
  async killPostgres(): Promise<void> {
    const pid = this.postmaster
    process.kill(pid, 'SIGKILL')
    await until(() => !lives(pid))
  }
}

/** One folder for a test file, with every product that its tests start; `close` ends and removes all of that. */
export class Products {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'product-test-')))
  private readonly started: Product[] = []
  private readonly dataDirs = new Set<string>()
  private prepared: Promise<string> | undefined

  constructor() {
    fs.chmodSync(this.folder, 0o755) // as root, PostgreSQL's user passes through
  }

  /** Makes dist/server current. */
  build(): void {
    execFileSync(path.join(ROOT, 'node_modules/.bin/tsx'), ['scripts/build-once.ts', 'server'], { cwd: ROOT })
  }

  /** A data folder that is not there yet. */
  newDataDir(): string {
    const dataDir = path.join(this.folder, String(this.dataDirs.size + 1), 'data')
    fs.mkdirSync(path.dirname(dataDir))
    this.dataDirs.add(dataDir)
    return dataDir
  }

  /** A data folder with the demo, stopped in order: a copy, because building one takes seconds. */
  async preparedDataDir(): Promise<string> {
    this.prepared ??= this.prepare()
    const dataDir = this.newDataDir()
    execFileSync('cp', ['-a', await this.prepared, dataDir])
    return dataDir
  }

  private async prepare(): Promise<string> {
    const dataDir = this.newDataDir()
    const product = this.start({ dataDir })
    await product.url()
    await product.stop()
    return dataDir
  }

  start({ dataDir, port = 0, env = {} }: Start): Product {
    const { PATH, HOME, TMPDIR } = process.env
    const own = {
      PATH,
      HOME,
      TMPDIR,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...(dataDir && { DATA_DIR: dataDir }),
      ...env,
    }
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: ROOT,
      env: own,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const product = new Product(child, dataDir)
    this.started.push(product)
    return product
  }

  /** Runs a command of package.json; bundled first, because tsx takes a second each time. */
  async run(
    command: 'administrator' | 'verify-audit' | 'verify-bulletin' | 'import' | 'export',
    args: string[],
    env: Record<string, string>,
  ): Promise<Outcome> {
    const program = this.bundle(command)
    const { PATH, HOME } = process.env
    const own = { PATH, HOME, NODE_PATH: path.join(ROOT, 'node_modules'), ...env }
    const child = spawn(process.execPath, [program, ...args], { cwd: this.folder, env: own })
    let [said, complained] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, lines: linesOf(said), words: linesOf(complained) }
  }

  private bundle(command: string): string {
    const program = path.join(this.folder, `${command}.cjs`)
    if (fs.existsSync(program)) return program
    const source = path.join(ROOT, `server/commands/${command}.ts`)
    const options = [
      '--bundle',
      '--platform=node',
      '--external:pg-native',
      '--log-level=error',
      `--outfile=${program}`,
    ]
    execFileSync(path.join(ROOT, 'node_modules/.bin/esbuild'), [source, ...options], { cwd: ROOT })
    return program
  }

  async close(): Promise<void> {
    for (const product of this.started) await product.kill()
    for (const dataDir of this.dataDirs) await this.endPostgres(dataDir)
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /** Only the one that works in our own folder; of one that was killed, what its socket lay in. */
  private async endPostgres(dataDir: string): Promise<void> {
    const file = path.join(dataDir, 'cluster/postmaster.pid')
    const socketFolder = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n')[4] : undefined
    const pid = postmasterPid(dataDir)
    if (pid && lives(pid) && fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(dataDir, 'cluster')) {
      process.kill(pid, 'SIGQUIT')
      await until(() => !lives(pid))
    }
    if (socketFolder) fs.rmSync(socketFolder, { recursive: true, force: true })
  }
}

/** Asks the embedded database of a running product, over its own socket. */
export async function askDatabase<Row extends QueryResultRow>(
  dataDir: string,
  query: string,
): Promise<Row[]> {
  const lines = fs.readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')
  const client = new Client({ host: lines[4], port: Number(lines[3]), user: 'postgres', database: 'linli' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}
