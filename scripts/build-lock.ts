/** One build of a target at a time: two first starts must not write into the same folder. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 2_000
/** A holder silent for this long is gone, whoever has its process id now. */
const SILENT_MS = 20_000

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function isAbandoned(lockFile: string): boolean {
  try {
    const silentFor = Date.now() - statSync(lockFile).mtimeMs
    return silentFor > SILENT_MS || !isAlive(Number(readFileSync(lockFile, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

function take(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

function keepAlive(lockFile: string): NodeJS.Timeout {
  return setInterval(() => {
    const now = new Date()
    utimesSync(lockFile, now, now)
  }, HEARTBEAT_MS).unref()
}

/** Runs `work` while holding `lockFile`; waits for a living holder, takes over from a dead one. */
export async function withBuildLock<T>(
  lockFile: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  let told = false
  while (!take(lockFile)) {
    if (isAbandoned(lockFile)) {
      rmSync(lockFile, { force: true })
      continue
    }
    if (!told) onWait()
    told = true
    await sleep(200)
  }
  const heartbeat = keepAlive(lockFile)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(lockFile, { force: true })
  }
}
