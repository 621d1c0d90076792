import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MAIN = path.resolve('dist/server/main.js')
const STARTS_WITHIN_MS = 180_000

/** The built product as a process of its own: API, site and database. */
export interface Product {
  url: string
  dataDir: string
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Ctrl-C; answers the exit code. Data made for this start is removed. */
  stop(): Promise<number | null>
}

/** What a start sets; without a `dataDir` it gets one of its own that goes away with it. */
export interface ProductOptions {
  dataDir?: string
  env?: Record<string, string>
}

/** Starts `dist/server/main.js` on a free port and waits until it says its address. */
export async function startProduct({ dataDir, env = {} }: ProductOptions = {}): Promise<Product> {
  const folder = dataDir ?? temporaryFolder()
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => (printed += chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const url = await addressIn(() => printed, ended)
  return {
    url,
    dataDir: folder,
    process: child,
    output: () => printed,
    stop: async () => {
      child.kill('SIGINT')
      const code = await ended
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

/** A folder that the database's user can enter, also when that is another one than ours. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-product-'))
  chmodSync(folder, 0o755)
  return folder
}

async function addressIn(printed: () => string, ended: Promise<number | null>): Promise<string> {
  const deadline = Date.now() + STARTS_WITHIN_MS
  let over = false
  void ended.then(() => (over = true))
  while (Date.now() < deadline) {
    const url = /http:\/\/localhost:\d+/.exec(printed())?.[0]
    if (url) return url
    if (over) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The product did not start:\n${printed()}`)
}
